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

finish()
{
	printf '%d passed, %d failed, %d skipped\n' "$tests_passed" "$tests_failed" "$tests_skipped"
	[ "$tests_failed" -eq 0 ]
}
