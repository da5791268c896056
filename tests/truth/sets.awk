# Rows of a labelled set as records: awk -F', *' -v set=febrl -f sets.awk FILE.
# The person is in the member "truth"; what is empty is left out.
function put(name, value)
{
	gsub(/[\\"]/, "", value)
	gsub(/^ +| +$/, "", value)
	if (value != "")
		line = line ",\"" name "\":\"" value "\""
}
function start(list, id, truth)
{
	line = "{\"kind\":\"contact\",\"source\":{\"list\":\"" list "\",\"id\":\"" id "\"}"
	put("truth", truth)
}
function day(y, m, d)
{
	if (y && m && d)
		return sprintf("%04d-%02d-%02d", y, m, d)
	if (m && d)
		return sprintf("--%02d-%02d", m, d)
	return y && m ? sprintf("%04d-%02d", y, m) : y
}
{ sub(/\r$/, "") }
FNR == 1 {
	next
}
set == "febrl" {
	split($1, part, "-")
	start(part[3] == "org" ? "a" : "b", $1, part[2])
	put("given_name", $2)
	put("family_name", $3)
	put("address", $4 " " $5)
	put("town", $7)
	put("postcode", $8)
	put("address_2", $6)
	put("state", $9)
	if (length($10) == 8 && $10 !~ /[^0-9]/ && substr($10, 5, 2) ~ /^(0[1-9]|1[0-2])$/)
		put("birth_date", day(substr($10, 1, 4), substr($10, 5, 2), substr($10, 7, 2)))
	put("soc_sec_id", $11)
	print line "}"
}
set == "fake" {
	start("f", $1, $7)
	put("given_name", $2)
	put("family_name", $3)
	put("birth_date", $4)
	put("town", $5)
	put("email", $6)
	print line "}"
}
# Its own identifier names a person of the census; one of the other list is named by its match.
set == "essnet" && FILENAME ~ /truth/ {
	person[$2] = $1
	next
}
set == "essnet" {
	start(list, $1, $1 in person ? person[$1] : $1)
	put("given_name", $2)
	put("family_name", $3)
	put("sex", $4)
	put("birth_date", day($7, $6, $5))
	put("address", $8)
	put("postcode", substr($9, 1, length($9) - 3) " " substr($9, length($9) - 2))
	print line "}"
}
