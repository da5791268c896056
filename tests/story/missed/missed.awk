# Whom who-is-missed.sh found, beside lists/truth.csv: on the shielded list, not in the
# front door's; rows that were refused left out.
FNR == NR {
	split($0, cell, ",")
	if (cell[1] ~ /^crm:/)
		spoken[cell[2]] = 1
	if (cell[1] ~ /^shielded:/ && $0 !~ /refused/)
		person[cell[1]] = cell[2]
	next
}
match($0, /"line":[0-9]+/) {
	found["shielded:" substr($0, RSTART + 7, RLENGTH - 7)] = 1
}
END {
	for (key in person) {
		missed += !(person[key] in spoken)
		if (person[key] in spoken && key in found)
			print "rung already, but named: " key
		if (!(person[key] in spoken) && !(key in found))
			print "NOBODY WOULD RING: " key
	}
	print missed " people to ring"
}
