#!/bin/sh
# Colours of the page, light and dark: text 4.5 to 1 on all that it stands on, marks and borders 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11).
set -u
cd "$(dirname "$0")/../.." || exit 1
. tests/lib.sh
bin=${KIN_BIN:-bin}

pairs='ink paper 4.5
ink band 4.5
soft paper 4.5
soft band 4.5
mark paper 3
mark band 3
ring paper 3
ink a1 4.5
ink a2 4.5
ink a3 4.5
ink a4 4.5
ink a5 4.5
soft a1 3'

echo '{}' | "$bin/report" count --by ward -f html | sed -n 's/^.*:root{\([^}]*\)}.*$/\1/p' >"${TMPDIR:-/tmp}/colours.$$"
if [ "$(grep -c . "${TMPDIR:-/tmp}/colours.$$")" = 2 ]; then pass; else fail 'not two sets of colours, light and dark'; fi
echo "$pairs" | awk -v file="${TMPDIR:-/tmp}/colours.$$" '
function digit(c) { return index("0123456789abcdef", c) - 1 }
function part(hex, at,    v) {
	v = (16 * digit(substr(hex, at, 1)) + digit(substr(hex, at + 1, 1))) / 255
	return v <= 0.04045 ? v / 12.92 : exp(2.4 * log((v + 0.055) / 1.055))
}
function light(hex) {
	if (length(hex) == 3)
		hex = substr(hex, 1, 1) substr(hex, 1, 1) substr(hex, 2, 1) substr(hex, 2, 1) substr(hex, 3, 1) substr(hex, 3, 1)
	return 0.2126 * part(hex, 1) + 0.7152 * part(hex, 3) + 0.0722 * part(hex, 5)
}
BEGIN {
	while ((getline line < file) > 0) {
		n = split(line, list, ";")
		sets++
		for (i = 1; i <= n; i++) {
			split(list[i], pair, ":#")
			colour[sets, substr(pair[1], 3)] = pair[2]
		}
	}
}
{
	for (s = 1; s <= sets; s++) {
		a = light(colour[s, $1])
		b = light(colour[s, $2])
		ratio = a > b ? (a + 0.05) / (b + 0.05) : (b + 0.05) / (a + 0.05)
		if (colour[s, $1] == "" || colour[s, $2] == "" || ratio < $3)
			printf "%s: %s on %s is %.2f to 1, less than %s\n", s == 1 ? "light" : "dark", $1, $2, ratio, $3
		else
			print "fine"
	}
}' >"${TMPDIR:-/tmp}/ratios.$$"
while read -r line; do
	if [ "$line" = fine ]; then pass; else fail "$line"; fi
done <"${TMPDIR:-/tmp}/ratios.$$"
rm -f "${TMPDIR:-/tmp}/colours.$$" "${TMPDIR:-/tmp}/ratios.$$"
finish
