#!/bin/sh
# How near dedupe and match come to lists whose truth is known.  The bars stand a little
# under what is reached; a set that is not there is skipped.
set -u
cd "$(dirname "$0")/../.." || exit 1
. tests/lib.sh
PATH="${KIN_BIN:=$PWD/bin}:$PATH"
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

# above NAME VALUE BAR WHAT
above()
{
	if awk -v got="$2" -v bar="$3" 'BEGIN { exit !(got != "" && got + 0 >= bar) }'; then
		pass
	else
		fail "$1: $4 ${2:-none}, at least $3 wanted"
	fi
}

# within NAME WHAT VALUE: is it in the interval that dedupe gave without labels?
within()
{
	range=$(sed -n "s/.*\"$2\":\[[^,]*,\([^],]*\),\([^]]*\)\].*/\1 \2/p" "$work/err")
	if awk -v x="$3" -v r="$range" 'BEGIN { split(r, b, " "); exit !(r != "" && x >= b[1] && x <= b[2]) }'; then
		pass
	else
		fail "$1: $2 $3, not within ${range:-anything}"
	fi
}

# dedupe_set NAME PRECISION F1: records on stdin
dedupe_set()
{
	dedupe --truth truth --stats 2>"$work/err" >/dev/null
	sum=$(sed -n 's/.*pairs: precision \([0-9.]*\), recall \([0-9.]*\), F1 \([0-9.]*\);.*/\1 \2 \3/p' "$work/err")
	printf '# %s: precision, recall, F1 %s\n' "$1" "${sum:-none}"
	above "$1" "${sum%% *}" "$2" precision
	above "$1" "${sum##* }" "$3" F1
	set -- "$1" ${sum:-0 0 0}
	within "$1" precision "$2"
	within "$1" recall "$3"
	within "$1" f1 "$4"
}

# blank SHARE SEED: takes so many of the values away, by chance but always the same
blank()
{
	awk -v share="$1" -v at="$2" '
	    {
		rest = $0
		line = ""
		while (match(rest, /, *"(given_name|family_name|birth_date|sex|address|postcode|town|email|phone|nhs_number)": *("[^"]*"|\[[^]]*\])/)) {
			at = at * 16807 % 2147483647
			line = line substr(rest, 1, RSTART - 1) \
			    (at / 2147483647 < share ? "" : substr(rest, RSTART, RLENGTH))
			rest = substr(rest, RSTART + RLENGTH)
		}
		print line rest
	    }'
}

set_of()
{
	kind=$1
	shift
	awk -F', *' -v set="$kind" -f tests/truth/sets.awk "$@"
}

has()
{
	[ -n "${KIN_DATA:-}" ] && [ -e "$KIN_DATA/$1" ] && return
	skip "truth: no $1 in KIN_DATA"
	return 1
}

for n in 1 2 3; do
	has "febrl/dataset$n.csv" || continue
	set_of febrl "$KIN_DATA/febrl/dataset$n.csv" >"$work/set"
	dedupe_set "febrl$n" 0.999 0.9995 <"$work/set"
	blank 0.2 "$n" <"$work/set" >"$work/blank"
	dedupe_set "febrl$n, a fifth blank" 0.99 0.97 <"$work/blank"
done
if has fake_1000/fake_1000.csv; then
	set_of fake "$KIN_DATA/fake_1000/fake_1000.csv" >"$work/set"
	dedupe_set fake_1000 0.99 0.98 <"$work/set"
	for seed in 1 2 3; do
		blank 0.2 "$seed" <"$work/set" >"$work/blank"
		dedupe_set "fake_1000, a fifth blank, $seed" 0.98 0.88 <"$work/blank"
	done
fi
if has borough_sample/all.ndjson; then
	awk 'FNR == NR { split($0, c, ","); who[c[1]] = c[2]; next }
	    { match($0, /"id": "[^"]*"}, "id": "[^"]*"/); id = substr($0, RSTART, RLENGTH)
	      sub(/.*"id": "/, "", id); sub(/"$/, "", id)
	      sub(/}$/, ",\"truth\":\"" who[id] "\"}"); print }' \
	    "$KIN_DATA/borough_sample/truth.csv" "$KIN_DATA/borough_sample/all.ndjson" >"$work/borough"
	dedupe_set borough_sample 0.99 0.99 <"$work/borough"
	blank 0.2 1 <"$work/borough" >"$work/blank"
	dedupe_set 'borough_sample, a fifth blank' 0.965 0.93 <"$work/blank"
	# One record a person: nobody to be found.
	joined=$(awk '{ match($0, /"truth":"[^"]*"/); who = substr($0, RSTART, RLENGTH) } !(who in met) { met[who]; print }' \
	    "$work/borough" | dedupe -q | grep -c '"records":')
	if [ "$joined" -le 4 ]; then
		pass
	else
		fail "borough_sample, one record a person: $joined records joined"
	fi
fi
if has essnet_sw/truth.csv; then
	d=$KIN_DATA/essnet_sw
	set_of essnet "$d/truth.csv" list=a "$d/census.csv" >"$work/a"
	set_of essnet "$d/truth.csv" list=b "$d/cis.csv" >"$work/b"
	cat "$work/a" "$work/b" >"$work/set"
	dedupe_set essnet_sw 0.995 0.993 <"$work/set"
	blank 0.2 1 <"$work/set" >"$work/blank"
	dedupe_set 'essnet_sw, a fifth blank' 0.97 0.93 <"$work/blank"
	sum=$(match -q -w "b=$work/b" "$work/a" | awk -F, -v truth="$d/truth.csv" '
	    BEGIN { while ((getline <truth) > 0) { sub(/\r$/, ""); right[$2] = $1; true++ } true-- }
	    match($0, /"b":\{"id":"b:[^"]*"/) {
		id = substr($0, RSTART + 13, RLENGTH - 14)
		match($0, /"id":"[^"]*"/)
		found++
		ok += right[id] == substr($0, RSTART + 6, RLENGTH - 7)
	    }
	    END { print ok / (found ? found : 1), 2 * ok / (found + true) }')
	printf '# essnet_sw, match: precision, F1 %s\n' "$sum"
	above essnet_sw "${sum%% *}" 0.995 precision
	above essnet_sw "${sum##* }" 0.99 F1
fi
finish
