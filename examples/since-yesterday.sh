#!/bin/sh
# The next morning the shielded list comes again.  It is long and mostly the same, its
# rows stand in another order, and its lines say nothing about who is who.  Who is new
# on it and wants a first call?  Whose address or phone changed?  Who is gone?  And
# before anybody rings: who has died, moved away or asked not to be rung?
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
# shellcheck source=/dev/null
. "$here/setup.inc"
out=$(folder since-yesterday)
cd "$here"

# The list of the next day, made here from the first: in another order, two families off
# it, somebody who moved, somebody with another phone, somebody who is new.
next_day()
{
	head -n 1 "$1"
	sed -e 1d -e '/DHILLON/d' -e '/AKINOLA/d' \
		-e '/DOBBS/s/07700900309/07700900999/' -e '/HUGGETT/s/RM[0-9]* *[0-9][A-Z][A-Z]/RM10 9AA/' "$1" | sort -r
	echo '9990000018,AMINA,,BEGUM,19500101,4 LINNET ROAD,DAGENHAM,,,,RM10 8AF,,07700900555,,,,E09000002,E99999999,Initial,C1,20200406,5,'
}
take_in()
{
	ingest -q --as-of "$1" --list shielded --rejects "$out/rejects-$1.ndjson" -o "$out/shielded-$1.ndjson" "$2"
}

next_day lists/shielded.csv >"$out/shielded-next.csv"
take_in 2020-04-06 lists/shielded.csv
take_in 2020-04-07 "$out/shielded-next.csv"
cat >"$out/stops.ndjson" <<'END'
{"kind":"stop","given_name":"Leonard","family_name":"Huggett","birth_date":"1938-02-02","reason":"moved away","at":"2020-04-06"}
{"kind":"stop","given_name":"Pauline","family_name":"Dobbs","birth_date":"1951-04-30","reason":"asked not to be contacted","at":"2020-04-06"}
END

say "1. What is new since yesterday?  The same people, whatever the order of the rows."
match --since "$out/shielded-2020-04-06.ndjson" -o "$out/since.ndjson" "$out/shielded-2020-04-07.ndjson"
report count --by churn.is "$out/since.ndjson"

say "2. The news alone: what changed, from what to what, and who is gone."
match -q --since "$out/shielded-2020-04-06.ndjson" --only-changes -o "$out/news.ndjson" "$out/shielded-2020-04-07.ndjson"
grep -o '"churn":.*' "$out/news.ndjson"

say "3. Whom to leave alone goes into a file of their own; who may be is marked, for a person to decide."
match --stop "$out/stops.ndjson" --stopped "$out/left-alone.ndjson" -o "$out/to-call.ndjson" "$out/shielded-2020-04-07.ndjson"
grep -o '"family_name":"[^"]*"\|"stop":.*' "$out/left-alone.ndjson"

say "Left in $out:"
left since.ndjson "today's list, each record with what became of it; who is gone comes last"
left news.ndjson "the same without those about whom nothing changed"
left to-call.ndjson "today's list without those to be left alone"
left left-alone.ndjson "who is to be left alone, and why"
