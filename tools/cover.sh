#!/bin/sh
# cover.sh BUILD: lines reached of each file of lib/ and cmd/, worst first, and of all.
set -eu
cd "$(dirname "$0")/.."
find "$1/lib" "$1/cmd" -name '*.gcda' | while read -r data; do
	gcov -n -o "$(dirname "$data")" "$data" 2>/dev/null
done | awk '
/^File / { file = $2; gsub(/\047/, "", file) }
/^Lines executed:/ && file ~ /^(lib|cmd)\/.*\.c$/ {
	split($2, share, /[:%]/)
	lines[file] = $4
	reached[file] = share[2] * $4 / 100
	file = ""
}
END {
	for (file in lines) {
		printf "%5.1f %% of %4d  %s\n", 100 * reached[file] / lines[file], lines[file], file
		all += lines[file]
		got += reached[file]
	}
	if (all > 0)
		printf "%5.1f %% of %4d  all\n", 100 * got / all, all
}' | sort -n
