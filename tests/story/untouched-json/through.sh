#!/bin/sh
# A record for each file, the file's bytes as the value of a member; what is on several
# lines is no record.  Then the pipeline, and its own members taken away again.
set -eu
tables=$KIN_EXAMPLES/tables

for file; do
	[ "$(tr -d '\n' <"$file" | wc -c)" = "$(wc -c <"$file")" ] || continue
	printf '{"source":{"list":"json","id":"%s"},"given_name":"Ada","value":' "$(basename "$file" .json)"
	cat "$file"
	printf ',"end":1E+2}\n'
done >in.ndjson
dedupe -q --why --rejects rejects.ndjson in.ndjson >people.ndjson
match -q --why -w a=people.ndjson people.ndjson >known.ndjson
route -q --why --hubs "$tables/hubs.ndjson" --doors "$tables/doors.ndjson" known.ndjson >routed.ndjson

sed 's/^.*"reason":"\([^"]*\)".*\\"id\\":\\"\([a-z_0-9]*\)\\".*$/\2: \1/' rejects.ndjson
sed 's/,"person":{"id":"p-.*$/}/' routed.ndjson >out.ndjson
sed 's/^.*"line":\([0-9]*\).*$/\1d/' rejects.ndjson | sed -f - in.ndjson | cmp - out.ndjson
echo "$(wc -l <in.ndjson) read, $(wc -l <out.ndjson) through as they were, $(wc -l <rejects.ndjson) refused"
