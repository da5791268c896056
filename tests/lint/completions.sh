#!/bin/bash
# What bash offers after some words, and that each shell's file has the words that the programs print.
set -u
cd "$(dirname "$0")/../.." || exit 1
. tests/lib.sh
bin=${KIN_BIN:-bin}
[ "${KIN_MODE:-release}" = release ] || bin=bin
# shellcheck source=/dev/null
. build/completions/kin.bash

# offers WANTED WORD...: the last word is the one that is begun.
offers()
{
	wanted=$1
	shift
	COMP_WORDS=("$@")
	COMP_CWORD=$(($# - 1))
	COMPREPLY=()
	_kin 2>/dev/null
	if [ "${COMPREPLY[*]-}" = "$wanted" ]; then pass; else fail "after '$*': ${COMPREPLY[*]-}, not $wanted"; fi
}

offers 'table csv ndjson markdown html' report -f ''
offers markdown kin report --format = m
offers 'timeliness triangle' report t
offers overlap kin report ov
offers triangle report -s count tr		# count is no report here
offers README.md report count READ		# the report is named: files now
offers week kin report --every w
offers '' report --by x
offers cmd/report.c report -u cmd/rep
offers cmd/report.c report --hubs = cmd/rep
offers event ingest --kind e
offers --population report --pop
offers README.md match READ

for source in cmd/*.c; do
	command=$(basename "$source" .c)
	"$bin/$command" --print-words | cut -f 2 | while read -r words; do
		for file in kin.bash _kin kin.fish; do
			grep -q -F -e "$words" "build/completions/$file" || echo "$command: not in $file: $words"
		done
	done >"${TMPDIR:-/tmp}/words.$$"
	if [ -s "${TMPDIR:-/tmp}/words.$$" ]; then fail "$(cat "${TMPDIR:-/tmp}/words.$$")"; else pass; fi
	rm -f "${TMPDIR:-/tmp}/words.$$"
done
finish
