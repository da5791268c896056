# Compares person ids with lists/truth.csv: awk -f truth.awk truth.csv people.ndjson
# One line for each pair of people wrongly joined, and each person wrongly apart.
FNR == NR {
	if (FNR > 1) {
		split($0, cell, ",")
		true_of[cell[1]] = cell[2]
	}
	next
}
{
	match($0, /"source":[{][^}]*\}/)
	source = substr($0, RSTART, RLENGTH)
	list = part(source, "\"list\":\"[^\"]*\"", 8, 1)
	id = part(source, "\"id\":\"[^\"]*\"", 6, 1)
	key = list ":" (id != "" ? id : part(source, "\"line\":[0-9]+", 7, 0))
	person = part($0, "\"person\":[{]\"id\":\"[^\"]*\"", 16, 1)
	rows++
	if (!(key in true_of)) {
		print "not in truth.csv: " key
		next
	}
	who = true_of[key]
	if (!(who in person_of)) {
		person_of[who] = person
		key_of[who] = key
		people++
	} else if (person_of[who] != person)
		print "apart: " key_of[who] " " key
	if (!(person in who_of)) {
		who_of[person] = who
		first[person] = key
	} else if (who_of[person] != who)
		print "joined: " first[person] " " key
}
END {
	print rows " rows, " people " people"
}

function part(text, pattern, skip, tail)
{
	return match(text, pattern) ? substr(text, RSTART + skip, RLENGTH - skip - tail) : ""
}
