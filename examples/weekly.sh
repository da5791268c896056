#!/bin/sh
# The weekly meeting, Friday 10 April 2020.  The organisers ask two things: what was
# passed on, to whom, and did it arrive; and whom did we say goodbye to, why, and who
# came back.  A goodbye is a good thing: it is said, and the way back stays open.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
# shellcheck source=/dev/null
. "$here/setup.inc"
out=$(folder weekly)
cd "$here"

day=2020-04-10

say "What was passed on, and to whom."
report referrals --as-of $day --hubs tables/hubs.ndjson --doors tables/doors.ndjson tables/events.ndjson

say "Goodbyes, and those who came back."
report goodbyes --as-of $day --hubs tables/hubs.ndjson tables/links.ndjson tables/events.ndjson

say "The same as CSV, for the meeting's spreadsheet, and as Markdown, for the minutes."
report goodbyes --as-of $day -f csv -t goodbyes -o "$out/goodbyes.csv" tables/links.ndjson tables/events.ndjson
report referrals --as-of $day -f markdown -o "$out/referrals.md" tables/events.ndjson
left goodbyes.csv "goodbyes, for a spreadsheet"
left referrals.md "what was passed on, for the minutes"
say "Both are in $out."
