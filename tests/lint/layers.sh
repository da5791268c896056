#!/bin/sh
# Who may include what (lib/LAYERS), who may print, exit, read the clock or the environment.
set -u
cd "$(dirname "$0")/../.." || exit 1
. tests/lib.sh
homes_file=$(mktemp) || exit 1
trap 'rm -f "$homes_file"' EXIT

# The line of lib/LAYERS for a room or header, without its first word.
allowed()
{
	awk -v key="$1" '$1 == key ":" { $1 = ""; print; found = 1 } END { exit !found }' lib/LAYERS
}

# file room: its project includes name only rooms allowed, or its own.
check_includes()
{
	rooms=$(allowed "$2") || { fail "$1: room $2 is not in lib/LAYERS"; return; }
	bad=$(sed -n 's/^#include "kin\/\([a-z]*\)\/.*/\1/p' "$1" | sort -u | while read -r room; do
		case " $rooms $2 " in
		*" $room "*) ;;
		*) printf '%s ' "$room" ;;
		esac
	done)
	if [ -n "$bad" ]; then fail "$1: $2 may not include $bad"; else pass; fi
	! grep -n '^#include "\.\./' "$1" || fail "$1: includes by a path of folders"
}

for file in lib/*/*.[ch] include/kin/*/*.h; do
	room=$(basename "$(dirname "$file")")
	check_includes "$file" "$room"
done
for file in cmd/*.c; do
	check_includes "$file" cmd
done

# A step never includes another step: commands meet in records only.
for source in cmd/*.c; do
	command=$(basename "$source" .c)
	others=$(grep -l "^#include \"kin/step/$command\.h\"" lib/step/*.[ch] 2>/dev/null |
	    grep -v "^lib/step/${command}[._]")
	if [ -n "$others" ]; then fail "step $command is included by $others"; else pass; fi
done

# Other people's headers have few homes.
sed -n 's/^\(<[^>]*>\):[[:space:]]*\(.*\)/\1 \2/p' lib/LAYERS | while read -r header homes; do
	grep -l "^#include $header" lib/*/*.[ch] include/kin/*/*.h cmd/*.c 2>/dev/null | while read -r file; do
		at=${file#lib/}
		at=${at#include/kin/}
		found=no
		for home in $homes; do
			case $at in "$home"*) found=yes ;; esac
		done
		[ "$found" = yes ] || echo "$file may not include $header"
	done
done >"$homes_file"
if [ -s "$homes_file" ]; then fail "$(cat "$homes_file")"; else pass; fi

# Text without comments and strings, so that words in them do not count.
code_of()
{
	sed -e 's/"\([^"\\]\|\\.\)*"/""/g' -e 's/\/\*.*\*\///' -e '/^[[:space:]]*\/\?\*/d' "$1"
}

# Only face, and mem when memory is gone, end the run or write to stderr and
# stdout; only face knows the clock and the environment.
for file in lib/*/*.[ch]; do
	case $file in lib/face/*|lib/base/mem.c) continue ;; esac
	bad=$(code_of "$file" |
	    grep -n -o -w -E '(exit|_exit|abort|perror|printf|vprintf|puts|putchar|getenv|secure_getenv|setlocale|time|clock|clock_gettime|gettimeofday|localtime|localtime_r)\(|stderr|stdout' |
	    head -n 3 | tr '\n' ' ')
	if [ -n "$bad" ]; then fail "$file: $bad"; else pass; fi
done

# Tests, benches and examples use the public headers.
for file in tests/unit/*.c tests/fuzz/*.c tests/bench/*.c examples/api/*.c; do
	[ -e "$file" ] || continue
	if grep -q '^#include ".*lib/' "$file"; then fail "$file: includes a private header"; else pass; fi
done
finish
