#!/bin/sh
# All checks of the text of the project; each script also runs alone.
set -u
cd "$(dirname "$0")/../.." || exit 1
. tests/lib.sh
log=$(mktemp) || exit 1
trap 'rm -f "$log"' EXIT
for script in layers headers docs size completions contrast tools; do
	"tests/lint/$script.sh" >"$log" 2>&1
	add_sum "$log"
done
finish
