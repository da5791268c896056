#!/bin/sh
# Each string of the lists as given name, family name and address of a resident.
set -eu
tables=$KIN_EXAMPLES/tables

# step NAME FILE ARGUMENT...: what it read, wrote and refused ties and is what is there.
step()
{
	name=$1 in=$2
	shift 2
	"$name" -q --stats --rejects rejects.ndjson --as-of 2020-04-06 "$@" "$in" >"$name.ndjson" 2>stats
	sed -n "s/^.*\"read\":\([0-9]*\),\"written\":\([0-9]*\),\"rejected\":\([0-9]*\).*$/\1 \2 \3/p" stats | {
		read -r read written rejected
		echo "$name: $read read, $written written, $rejected refused"
		[ "$read" -eq $((written + rejected)) ] || echo "$name: does not tie"
		[ "$name" = report ] || [ "$written" -eq "$(wc -l <"$name.ndjson")" ] || echo "$name: says $written"
		[ "$rejected" -eq "$(wc -l <rejects.ndjson)" ] || echo "$name: $rejected refused, not so many kept"
	}
}

pipeline()
{
	step dedupe "$1" --why
	step match dedupe.ndjson --why -w same="$1"
	step route match.ndjson --why --hubs "$tables/hubs.ndjson" --doors "$tables/doors.ndjson"
	report workload --hubs "$tables/hubs.ndjson" route.ndjson | sed -n '/^All/{s/^All  *[0-9]*  *\([0-9]*\) .*$/report: \1 requests/p;q;}'
	sed 's/,"person":{"id":"p-.*$/}/' route.ndjson | cmp - "$1"
}

echo "as a list:"
{
	echo 'first name,surname,address,postcode'
	sed -e '/^$/d' -e 's/"/""/g' -e 's/.*/"&","&","&",RM8 1XU/' "$KIN_DATA/blns/blns.txt"
} >list.csv
step ingest list.csv --postcodes "$tables/postcodes.csv"
cp ingest.ndjson list.ndjson
pipeline list.ndjson

echo "as records:"
sed -n 's/^ *\(".*"\),\{0,1\} *$/{"given_name":\1,"family_name":\1,"address":\1,"phone":[\1],"notes":\1,"own":\1}/p' \
	"$KIN_DATA/blns/blns.json" >records.ndjson
pipeline records.ndjson
