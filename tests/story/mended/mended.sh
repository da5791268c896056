#!/bin/bash
# Lists with every fault of CSV that there is a case for: rows in are records and rejects,
# and what was refused, put right and fed back, leaves nobody out.
set -eu
ties()
{
	awk -v name="$1" '
	function number(what) { return match($0, "\"" what "\":[0-9]+") ? substr($0, RSTART + length(what) + 3, RLENGTH - length(what) - 3) + 0 : -1 }
	/^[{]"program"/ { if (number("read") != number("written") + number("rejected")) print name ": DOES NOT TIE: " $0; seen = 1 }
	END { if (!seen) print name ": no sums" }' stats
}

count=0
for list in "$KIN_EXAMPLES"/../tests/golden/ingest/csv-*/*.csv "$KIN_EXAMPLES"/lists/*.csv; do
	ingest -q --as-of 2020-04-06 --stats --rejects rejects.ndjson "$list" >records.ndjson 2>stats
	ties "$list"
	test "$(sed -n 's/.*"written":\([0-9]*\),"rejected":\([0-9]*\).*/\1 \2/p' stats)" = \
		"$(wc -l <records.ndjson) $(wc -l <rejects.ndjson)" || echo "$list: sums and files differ"
	count=$((count + 1))
done
test $count -ge 30 && echo "every list ties"

# The text of each reject as it stood, in the order of the lines; one may be several of them,
# as a lost quote is refused with the rows behind it that do not fit either.
raw()
{
	sed -n 's/.*"raw":"\(.*\)"}$/\1/p' "$1" | sed 's/\\n/\n/g; s/\\"/"/g; s/\\\\/\\/g'
}

ingest -q --as-of 2020-04-06 --rejects refused.ndjson broken.csv >first.ndjson
echo "$(wc -l <first.ndjson) records and $(wc -l <refused.ndjson) rejects of $(($(wc -l <broken.csv) - 1)) rows"
{
	head -n 1 broken.csv
	raw refused.ndjson | sed 's,31/02/,28/02/,; s/^"Cy,/"Cy",/; s/;Lee;/,Lee,/; s/;/,/g; s/,RM8 1AO/,RM8 1AA/; s/^Eve,Cole$/Eve,Cole,,RM9 6UP/'
} >mended.csv
ingest -q --as-of 2020-04-06 --list broken --rejects again.ndjson mended.csv >second.ndjson
echo "mended: $(wc -l <second.ndjson) records and $(wc -l <again.ndjson) rejects"
sed -n 's/.*"given_name":"\([^"]*\)".*/\1/p' first.ndjson second.ndjson | sort | tr '\n' ' '
echo
