#!/bin/sh
# The morning run.  It is Monday, 6 April 2020, before eight.  The front door's week,
# the shielded list and the tenants list lie there as three files that do not know of
# each other.  By eight each hub should have its own list: who lives in its wards, what
# they asked for, who already knows them, who is alone on the shielded list.
#
# Each step writes a file whole or not at all (-o), so a step that fails stops the
# morning here and leaves yesterday's file; the same steps can be piped into one another.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
# shellcheck source=/dev/null
. "$here/setup.inc"
out=$(folder morning)
cd "$here"

day=2020-04-06

say "0. Are the tables sound?  Every ward with one hub, every hub with one to three wards."
route --check --hubs tables/hubs.ndjson --doors tables/doors.ndjson --links tables/links.ndjson \
	--wards tables/wards.csv

say "1. Take the three lists in.  Rows that cannot be taken as they are go to a file; nothing is guessed."
ingest --as-of $day --postcodes tables/postcodes.csv --rejects "$out/rejects.ndjson" -o "$out/contacts.ndjson" \
	lists/crm.csv lists/shielded.csv lists/tenants.csv

say "2. Who is one person?  Who lives together?"
dedupe --why -o "$out/people.ndjson" "$out/contacts.ndjson"

say "3. Who is on the shielded list, who is a tenant?"
for list in shielded tenants; do
	ingest -q --as-of $day --postcodes tables/postcodes.csv --rejects "$out/$list-rejects.ndjson" \
		-o "$out/$list.ndjson" "lists/$list.csv"
done
match -q -w shielded="$out/shielded.ndjson" -w tenants="$out/tenants.ndjson" -o "$out/known.ndjson" \
	"$out/people.ndjson"

say "4. Pass on once, to the right door: safeguarding first, then those who know them, then the hub of the ward."
route --as-of $day --hubs tables/hubs.ndjson --doors tables/doors.ndjson --links tables/links.ndjson --why \
	-o "$out/routed.ndjson" "$out/known.ndjson"

say "5. Each hub's morning.  Requests without a need said are people on a list whom nobody has asked yet."
report workload --as-of $day --hubs tables/hubs.ndjson --doors tables/doors.ndjson -o "$out/workload.txt" "$out/routed.ndjson"
sed -n '1,/^All /p' "$out/workload.txt"

say "6. Whom to ring first: the smallest hub's page, and who waits at the front door with no hub to send them to."
report worklist --as-of $day --hubs tables/hubs.ndjson -o "$out/worklists.txt" "$out/routed.ndjson"
for to in to=h9 to.door=front-door; do
	report worklist --as-of $day --hubs tables/hubs.ndjson -w $to "$out/routed.ndjson"
	say
done
report quality --as-of $day -o "$out/quality.txt" "$out/routed.ndjson"

say "Left in $out:"
left contacts.ndjson "every row that could be taken, as a record, with its ward"
left rejects.ndjson "rows that could not: file, line, field, reason; mend-rejects.sh goes on from here"
left shielded.ndjson "the shielded list alone, to match with; tenants.ndjson likewise"
left people.ndjson "the records, each with its person and household, and why"
left known.ndjson "the same, with the lists that each person is on"
left routed.ndjson "the same, each passed on to one door, and why"
left workload.txt "what each hub has to do, and what is asked of it"
left worklists.txt "for each hub, whom to ring first: the page to hand over"
left quality.txt "what is missing in the lists, and how sure the joins are"
