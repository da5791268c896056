# shellcheck shell=sh
# Counting, for every suite.  KIN_DATA is the shared data, or nothing when it is not there.
tests_passed=0 tests_failed=0 tests_skipped=0

: "${KIN_DATA:=../shared/data}"
if [ -d "$KIN_DATA" ]; then
	KIN_DATA=$(cd "$KIN_DATA" && pwd)
	export KIN_DATA
else
	unset KIN_DATA
fi
LC_ALL=C TZ=UTC
export LC_ALL TZ

# passed, failed, skipped
count()
{
	tests_passed=$((tests_passed + $1))
	tests_failed=$((tests_failed + $2))
	tests_skipped=$((tests_skipped + $3))
}

pass()
{
	count 1 0 0
}

fail()
{
	count 0 1 0
	printf 'FAIL %s\n' "$*"
}

skip()
{
	count 0 0 1
	printf 'SKIP %s\n' "$*"
}

# The output of another runner, in a file: its faults are shown, its sum is added to ours.
add_sum()
{
	sed '$d' "$1"
	sum=$(tail -n 1 "$1" | sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed, \([0-9]*\) skipped$/\1 \2 \3/p')
	if [ -n "$sum" ]; then
		# shellcheck disable=SC2086  # three numbers
		count $sum
	else
		tail -n 1 "$1"
		fail 'the runner broke off without its sum'
	fi
}

finish()
{
	printf '%d passed, %d failed, %d skipped\n' "$tests_passed" "$tests_failed" "$tests_skipped"
	[ "$tests_failed" -eq 0 ]
}
