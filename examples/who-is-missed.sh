#!/bin/sh
# The shielded list names people who must not go out.  Some of them have rung the
# front door.  Who has not?  Nobody has spoken to them yet, and somebody should.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
# shellcheck source=/dev/null
. "$here/setup.inc"
out=$(folder who-is-missed)
cd "$here"

for list in crm shielded; do
	ingest -q --as-of 2020-04-06 --postcodes tables/postcodes.csv --rejects "$out/$list-rejects.ndjson" \
		-o "$out/$list.ndjson" "lists/$list.csv"
done

match -q -w spoken="$out/crm.ndjson" --only-unmatched -o "$out/missed.ndjson" "$out/shielded.ndjson"

say "On the shielded list, and nobody has spoken to them, by ward:"
report count --by ward "$out/missed.ndjson"

say "Left in $out:"
left missed.ndjson "the people to ring, a record each"
