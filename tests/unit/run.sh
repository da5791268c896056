#!/bin/sh
# Runs every unit suite; check(3) counts their checks.
set -u
cd "$(dirname "$0")/../.." || exit 1
: "${KIN_BUILD:=build/release}"
. tests/lib.sh
log=$(mktemp) || exit 1
trap 'rm -f "$log"' EXIT

for source in tests/unit/test_*.c; do
	[ -e "$source" ] || break
	name=$(basename "$source" .c)
	if timeout 120 "$KIN_BUILD/unit/$name" >"$log" 2>&1; then
		status=0
	else
		status=$?
	fi
	grep SKIP "$log"
	# "98%: Checks: 40, Failures: 1, Errors: 0"
	sum=$(sed -n 's/^[0-9]*%: Checks: \([0-9]*\), Failures: \([0-9]*\), Errors: \([0-9]*\)$/\1 \2 \3/p' "$log" |
	    awk '{ c += $1; f += $2 + $3 } END { print c + 0, f + 0 }')
	good=$((${sum% *} - ${sum#* })) bad=${sum#* }
	[ "$status" -eq 0 ] || [ "$bad" -gt 0 ] || bad=1
	count "$good" "$bad" "$(grep -c SKIP "$log")"
	if [ "$bad" -gt 0 ]; then
		printf 'FAIL %s (status %d)\n' "$name" "$status"
		cat "$log"
	fi
done
finish
