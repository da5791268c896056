#!/bin/sh
# Friday 10 April 2020, for the board: where do the people live who asked for help, who is
# in several groups at once, and whom has nobody reached yet?  The page goes out of the
# house, so small numbers are hidden in it; the tables on the screen do not.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
# shellcheck source=/dev/null
. "$here/setup.inc"
out=$(folder board)
cd "$here"

day=2020-04-10

ingest -q --as-of $day --postcodes tables/postcodes.csv --rejects "$out/rejects.ndjson" \
	lists/crm.csv lists/shielded.csv lists/tenants.csv |
	dedupe -q |
	match -q --as-of $day --cohorts tables/cohorts.txt |
	route -q --hubs tables/hubs.ndjson --doors tables/doors.ndjson --links tables/links.ndjson -o "$out/residents.ndjson"

say "In which groups together, and who was reached."
report overlap --as-of $day -t overlaps "$out/residents.ndjson"
report overlap --as-of $day -t reached "$out/residents.ndjson" tables/events.ndjson tables/links.ndjson

say "Whom to ring of those who are missed, a hub as an example."
report worklist --as-of $day -w cohorts=missed -w to=h4 "$out/residents.ndjson"

say "A map of the wards, no number under 3 in it; one square a ward, since boundaries are not ours to give."
report count --as-of $day --by ward --distinct person --suppress 3 --wards tables/ward-tiles.geojson -f html \
	-o "$out/wards.html" "$out/residents.ndjson"

say "Left in $out:"
left wards.html "the map, for a browser"
left residents.ndjson "residents with their groups and hubs"
