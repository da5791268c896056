#!/bin/sh
# Each step of the morning says what it read, wrote and refused; the three must tie, and
# what one wrote the next must read.
set -eu
lists=$KIN_EXAMPLES/lists tables=$KIN_EXAMPLES/tables day=2020-04-06

step()
{
	name=$1
	shift
	"$name" -q --as-of $day --stats --rejects "$name-rejects.ndjson" -o "$name.ndjson" "$@" 2>stats
	awk -v lines="$(wc -l <"$name.ndjson")" -v refused="$(wc -l <"$name-rejects.ndjson")" '
	function number(name) { return match($0, "\"" name "\":[0-9]+") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 3) + 0 : -1 }
	/^[{]/ {
		read = number("read"); written = number("written"); rejected = number("rejected")
		print read " read = " written " written + " rejected " refused" (read == written + rejected ? "" : ": DOES NOT TIE")
		if (written != lines || rejected != refused)
			print "BUT " lines " lines and " refused " rejects"
	}' stats
}

step ingest --postcodes "$tables/postcodes.csv" "$lists/crm.csv" "$lists/shielded.csv" "$lists/tenants.csv"
ingest -q --as-of $day --rejects /dev/null "$lists/shielded.csv" >shielded.ndjson
step dedupe ingest.ndjson
step match -w shielded=shielded.ndjson dedupe.ndjson
step route --hubs "$tables/hubs.ndjson" --doors "$tables/doors.ndjson" --links "$tables/links.ndjson" match.ndjson
