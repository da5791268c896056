#!/bin/bash
# Every command of the table tests/faults/commands meets every fault.
# run.sh [COMMAND...]: all commands, or those named.
set -u
cd "$(dirname "$0")/../.." || exit 1
here=$PWD
: "${KIN_BIN:=$here/bin}" "${KIN_BUILD:=$here/build/release}"
. tests/lib.sh
data=$here/tests/faults/data
work=$(mktemp -d "${TMPDIR:-/tmp}/kin-faults.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
ulimit -c 0
. tests/faults/faults.sh

table()
{
	grep -v '^#' tests/faults/commands
}

for source in cmd/*.c; do
	name=$(basename "$source" .c)
	[ "$name" = kin ] && continue
	table | cut -f 1 | grep -qx "$name" || fail "$name: no row in tests/faults/commands"
done

while IFS=$'\t' read -r name arguments input kind; do
	if [ $# -gt 0 ] && [[ " $* " != *" $name "* ]]; then
		continue
	fi
	if [ ! -x "$KIN_BIN/$name" ]; then
		skip "faults of $name: not built"
		continue
	fi
	[ "$arguments" = - ] && arguments=
	read -ra args <<<"$arguments"
	program=$KIN_BIN/$name
	good=$data/$input
	for fault in $(declare -F | sed -n 's/^declare -f fault_//p'); do
		rm -rf "$work/now"
		mkdir "$work/now"
		problems=
		cd "$data" || exit 1
		"fault_$fault"
		cd "$here" || exit 1
		if [ -z "$problems" ]; then
			pass
		elif [[ $problems == skip:* ]]; then
			skip "$name: $fault: ${problems#skip:}"
		else
			fail "$name: $fault: $problems"
		fi
	done
done < <(table)
finish
