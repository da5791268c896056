#!/bin/sh
# Each fuzzer's corpus, once, by replay.c: one check a file.
set -u
cd "$(dirname "$0")/../.." || exit 1
: "${KIN_BUILD:=build/release}"
. tests/lib.sh
log=$(mktemp) || exit 1
trap 'rm -f "$log"' EXIT

for source in tests/fuzz/fuzz_*.c; do
	[ -e "$source" ] || break
	name=$(basename "$source" .c)
	parser=${name#fuzz_}
	corpus=tests/fuzz/corpus/$parser
	if [ ! -d "$corpus" ]; then
		fail "$name: no $corpus"
		continue
	fi
	set -- "$corpus"
	# what the shared data have for this parser, where they are
	case $parser in
	json) [ -z "${KIN_DATA:-}" ] || set -- "$@" "$KIN_DATA/json_test_suite" ;;
	csv*) [ -z "${KIN_DATA:-}" ] || set -- "$@" "$KIN_DATA/csv_spectrum" ;;
	esac
	if timeout 300 "$KIN_BUILD/replay/$name" "$@" >"$log" 2>&1; then
		count "$(tail -n 1 "$log")" 0 0
	else
		fail "$name: $(tail -n 20 "$log")"
	fi
done
finish
