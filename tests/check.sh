#!/bin/sh
# Runs suites one after another and ends with the sum of their sums.
# Each suite's run.sh prints "N passed, N failed, N skipped" as its last line.
set -u
cd "$(dirname "$0")/.." || exit 1
log=$(mktemp) || exit 1
trap 'rm -f "$log"' EXIT
passed=0 failed=0 skipped=0

add()
{
	passed=$((passed + $1))
	failed=$((failed + $2))
	skipped=$((skipped + $3))
}

for suite in "$@"; do
	printf '== %s\n' "$suite"
	case $suite in
	replay) folder=tests/fuzz ;;
	*) folder=tests/$suite ;;
	esac
	"$folder/run.sh" 2>&1 </dev/null | tee "$log"
	sum=$(tail -n 1 "$log" | sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed, \([0-9]*\) skipped$/\1 \2 \3/p')
	if [ -z "$sum" ]; then
		printf 'FAIL %s: the suite broke off without its sum\n' "$suite"
		sum='0 1 0'
	fi
	# shellcheck disable=SC2086  # three numbers
	add $sum
done
printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
[ "$failed" -eq 0 ]
