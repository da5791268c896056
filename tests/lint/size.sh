#!/bin/sh
# Sizes: a file of code has at most 400 lines (120 in cmd/), a function 60, unless
# lib/README.md gives the reason in a line with `path` or `path:function` in it.
# Over 50 lines a function is named, as are headers over 120 lines and goto.
set -u
cd "$(dirname "$0")/../.." || exit 1
. tests/lib.sh

excused()
{
	grep -q -F "\`$1\`" lib/README.md 2>/dev/null
}

# function, lines: from the line of its name to its closing brace.
functions()
{
	awk '
	/^[a-z_][a-z0-9_]*\(/ { name = $0; sub(/\(.*/, "", name); start = NR }
	/^main\(/ { name = "main"; start = NR }
	/^}/ && name != "" { print name, NR - start + 1; name = "" }
	' "$1"
}

for file in cmd/*.c lib/*/*.c lib/*/*.h; do
	[ -e "$file" ] || continue
	case $file in cmd/*) most=120 ;; *) most=400 ;; esac
	lines=$(wc -l <"$file")
	if [ "$lines" -gt "$most" ] && ! excused "$file"; then
		fail "$file: $lines lines, at most $most"
	else
		pass
	fi
	long=$(functions "$file" | while read -r name length; do
		if [ "$length" -gt 60 ]; then
			excused "$file:$name" || echo "$name has $length"
		elif [ "$length" -gt 50 ]; then
			echo "note: $file: $name has $length lines" >&2
		fi
	done)
	if [ -n "$long" ]; then fail "$file: lines of a function, at most 60: $long"; else pass; fi
	includes=$(grep -c '^#include "' "$file")
	[ "$includes" -le 7 ] || echo "note: $file: includes $((includes - 1)) headers of the project beside its own"
done
for file in include/kin/*/*.h; do
	lines=$(wc -l <"$file")
	[ "$lines" -le 120 ] || echo "note: $file: $lines lines"
done
gotos=$(cat lib/*/*.c cmd/*.c | grep -c '^[[:space:]]*goto ')
lines=$(cat lib/*/*.c cmd/*.c | wc -l)
if [ $((gotos * 1000)) -gt $((lines * 5)) ]; then fail "$gotos goto in $lines lines, at most 5 in a thousand"; else pass; fi

# Runs of six lines that stand in two files.
copied=$(awk '
FNR == 1 { n = 0 }
{
	line = $0
	gsub(/[ \t]+/, "", line)
	if (line == "" || line ~ /^[{}();]*$/ || line ~ /^#include/ || line ~ /^(\/\*|\*)/)
		next
	total++
	for (i = 1; i < 6; i++)
		last[i] = last[i + 1]
	last[6] = line
	if (++n < 6)
		next
	run = last[1] "\n" last[2] "\n" last[3] "\n" last[4] "\n" last[5] "\n" last[6]
	if ((run in file) && file[run] != FILENAME) {
		copies++
		where[file[run] " and " FILENAME]++
	} else
		file[run] = FILENAME
}
END {
	for (pair in where)
		print "note: " where[pair] " runs of six lines in " pair
	printf "%d\n", copies * 1000 / total
}' lib/*/*.c cmd/*.c)
printf '%s\n' "$copied" | sed '$d' | sort
if [ "$(printf '%s\n' "$copied" | tail -n 1)" -gt 10 ]; then fail 'more than 1 % of lines begin a copied run'; else pass; fi
finish
