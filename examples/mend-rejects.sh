#!/bin/sh
# Seven rows were refused this morning.  Each is a person.  The front door rings them,
# mends the cell, and feeds the list again; in the end nothing is refused any more, and
# the sums tie: rows read = records + rejects, each time.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
# shellcheck source=/dev/null
. "$here/setup.inc"
lists=$here/lists
out=$(folder mend-rejects)

say "What was refused, and why:"
ingest --as-of 2020-04-06 --stats --rejects "$out/rejects.ndjson" -o "$out/contacts.ndjson" "$lists/crm.csv"
report count --by source.file,field,reason "$out/rejects.ndjson"
