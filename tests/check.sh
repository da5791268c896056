#!/bin/sh
# Runs suites one after another and ends with the sum of their sums.
# Each suite's run.sh prints "N passed, N failed, N skipped" as its last line.
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/lib.sh
log=$(mktemp) || exit 1
trap 'rm -f "$log"' EXIT

for suite in "$@"; do
	printf '== %s\n' "$suite"
	case $suite in
	replay) folder=tests/fuzz ;;
	*) folder=tests/$suite ;;
	esac
	"$folder/run.sh" </dev/null 2>&1 | tee "$log"
	add_sum "$log" >/dev/null
done
finish
