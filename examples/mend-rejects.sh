#!/bin/sh
# Seven rows were refused this morning.  Each is a person.  The front door rings them,
# mends the cell in the row as it stood (the reject keeps it), and the rows go in again
# under their own list.  In the end nothing is refused: rows read = records + rejects,
# each time, and nobody is lost on the way.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
# shellcheck source=/dev/null
. "$here/setup.inc"
out=$(folder mend-rejects)
cd "$here"

say "What was refused, and why:"
ingest -q --as-of 2020-04-06 --postcodes tables/postcodes.csv --rejects "$out/rejects.ndjson" \
	-o "$out/contacts.ndjson" lists/crm.csv lists/shielded.csv lists/tenants.csv
report count --by source,field,reason "$out/rejects.ndjson"

# The rows of one list as they stood, under the header of that list.
rows()
{
	head -n 1 "lists/$1.csv" | tr -d '\r'
	sed -n '/"list":"'"$1"'"/{s/.*"raw":"\(.*\)"}$/\1/;s/\\"/"/g;s/\\\\/\\/g;p;}' "$out/rejects.ndjson"
}

# What the telephone calls brought out.
rows crm | sed -e 's|31/02/1980|29/02/1980|' \
	-e 's|Flat 3, 159 Jackdaw Lane|"&"|' \
	-e 's|"Key safe by the door|&"|' \
	-e 's|RM8 2IC|RM8 1XU|' >"$out/crm.csv"
rows shielded | sed -e 's|1.00E+09|9990001561|' -e 's|9993044639|9993044636|' >"$out/shielded.csv"
rows tenants | sed -e '/^T-20454;/s|$|;IG11 0FA;020 7946 0263;;07/05/2001|' >"$out/tenants.csv"

say "The same rows, mended:"
ingest -q --as-of 2020-04-06 --postcodes tables/postcodes.csv --stats -o "$out/mended.ndjson" \
	"$out/crm.csv" "$out/shielded.csv" "$out/tenants.csv"
report count --by source "$out/mended.ndjson"

say "Left in $out:"
left rejects.ndjson "the rows that were refused"
left mended.ndjson "the same people, as records"
left contacts.ndjson "everybody else: the two files together are everybody"
