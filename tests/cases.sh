#!/bin/bash
# Runs cases: cases.sh [--accept] CASE...   A case is a folder with
#   cmd       one shell line, run in a copy of the folder, built programs first on PATH
#   why       one line: why the case exists
#   needs     (may be absent) what it cannot do without, one a line: a file under
#             $KIN_DATA, "command jq", or "python splink"; missing = skipped, visibly
#   want.out want.err want.rc   what it must print, absent = nothing; and its status, absent = 0
# --accept writes the want files from what happens now, and shows the change.
set -u
here=$(cd "$(dirname "$0")/.." && pwd)
: "${KIN_BIN:=$here/bin}" "${KIN_BUILD:=$here/build/release}"
export KIN_BIN
cd "$here" || exit 1
. tests/lib.sh
export KIN_EXAMPLES=$here/examples PATH="$KIN_BIN:$PATH"

# Prints "pass", "skip: why" or the fault, for one case.
one()
{
	local dir=$1 scratch=$2 rc want missing

	[ -s "$dir/why" ] || { echo "$dir: no why"; return; }
	while read -r missing; do
		case $missing in
		command\ *)
			command -v "${missing#command }" >/dev/null && continue
			echo "skip: $dir: ${missing#command } is not installed"
			return
			;;
		python\ *)
			"${KIN_SPLINK_PYTHON:-python3}" -c "import ${missing#python }" 2>/dev/null && continue
			echo "skip: $dir: no Python with ${missing#python } (KIN_SPLINK_PYTHON names one)"
			return
			;;
		esac
		[ -n "${KIN_DATA:-}" ] && [ -e "$KIN_DATA/$missing" ] && continue
		echo "skip: $dir: no $missing in KIN_DATA"
		return
	done < <(cat "$dir/needs" 2>/dev/null)
	rm -rf "$scratch"
	mkdir -p "$scratch"
	cp -R "$dir/." "$scratch/run"
	rm -f "$scratch"/run/want.*
	(cd "$scratch/run" && timeout 120 bash -o pipefail ./cmd </dev/null >../got.out 2>../got.err)
	rc=$?
	if [ -n "${ACCEPT:-}" ]; then
		accept "$dir" "$scratch" $rc
		return
	fi
	want=$(cat "$dir/want.rc" 2>/dev/null || echo 0)
	{
		[ "$rc" = "$want" ] || echo "status $rc, not $want"
		differ "$dir/want.out" "$scratch/got.out"
		differ "$dir/want.err" "$scratch/got.err"
	} >"$scratch/diff" 2>&1
	if [ -s "$scratch/diff" ]; then
		echo "$dir: $(cat "$dir/why")"
		head -n 40 "$scratch/diff"
	else
		echo pass
		rm -rf "$scratch"
	fi
}

differ()
{
	[ -e "$1" ] || set -- /dev/null "$2"
	cmp -s "$1" "$2" || diff -u --text "$1" "$2"
}

accept()
{
	local dir=$1 scratch=$2 rc=$3 part

	for part in out err; do
		differ "$dir/want.$part" "$scratch/got.$part"
		if [ -s "$scratch/got.$part" ]; then
			cp "$scratch/got.$part" "$dir/want.$part"
		else
			rm -f "$dir/want.$part"
		fi
	done
	if [ "$rc" -eq 0 ]; then rm -f "$dir/want.rc"; else echo "$rc" >"$dir/want.rc"; fi
	echo "accepted $dir, status $rc"
}

if [ "${1:-}" = --one ]; then
	number=$2
	one "$3" "$KIN_BUILD/cases/$number" >"$RESULTS/$number"
	exit 0
fi
if [ "${1:-}" = --accept ]; then
	ACCEPT=yes
	export ACCEPT
	shift
fi

RESULTS=$(mktemp -d) || exit 1
export RESULTS KIN_BUILD
trap 'rm -rf "$RESULTS"' EXIT
for dir in "$@"; do
	[ -e "$dir/cmd" ] && printf '%s\0' "$dir"
done | awk -v RS='\0' -v ORS='\0' '{ printf "%06d%c%s%c", NR, 0, $0, 0 }' |
    xargs -0 -r -n 2 -P 2 "$0" --one
for result in "$RESULTS"/*; do
	[ -e "$result" ] || break
	case $(head -n 1 "$result") in
	pass) pass ;;
	skip:*) skip "$(sed 's/^skip: //' "$result")" ;;
	*) if [ -n "${ACCEPT:-}" ]; then cat "$result"; else fail "$(cat "$result")"; fi ;;
	esac
done
finish
