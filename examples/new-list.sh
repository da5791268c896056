#!/bin/sh
# A partner sends a list that nobody here has seen before.  Look first: what does kin
# take each column for?  Print that as a map, mend the map by hand if it is wrong,
# then take the list in by it and see how good the list is.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
# shellcheck source=/dev/null
. "$here/setup.inc"
out=$(folder new-list)
cd "$here"

say "What kin takes the columns for, as a map that can be edited:"
ingest --show-map lists/tenants.csv > "$out/tenants-map.json"
cat "$out/tenants-map.json"

say "The list, taken in by that map:"
ingest -q --as-of 2020-04-06 -m "$out/tenants-map.json" --postcodes tables/postcodes.csv --rejects "$out/rejects.ndjson" \
	-o "$out/tenants.ndjson" lists/tenants.csv

say "How good is it?"
report quality --as-of 2020-04-06 "$out/tenants.ndjson"

say "Left in $out:"
left tenants-map.json "the map, to edit and keep"
left tenants.ndjson "the list as records"
left rejects.ndjson "what could not be taken, and why"
