#!/bin/sh
# page.sh PAGE.in BINDIR VERSION: the page, with what the programs know put in for
#   @OPTIONS@  the option table of the page's program
#   @COMMON@   the options of every filter
#   @COMMANDS@ each command and what it is for
#   @EXIT@     the exit statuses of every filter
#   @FIELDS@   the fields of a record
#   @VERSION@
set -eu
page=$1 bin=$2 version=$3
program=$(basename "$page" .in)
program=${program%.*}
program=${program#kin-}
tables=$(mktemp -d)
trap 'rm -rf "$tables"' EXIT

: >"$tables/options"
[ ! -x "$bin/$program" ] || "$bin/$program" --print-options >"$tables/options"
for file in "$bin"/*; do
	[ "$file" = "$bin/kin" ] || [ "${file%.new*}" != "$file" ] || "$file" --print-about
done >"$tables/commands"
"$bin/kin" --print-common >"$tables/common"
"$bin/kin" --print-fields >"$tables/fields"

awk -F '\t' -v version="$version" -v tables="$tables" '
# One sentence a line, as mdoc wants it, and nothing taken for a request.
function sentences(text,    out) {
	gsub(/\\/, "\\e", text)
	while (match(text, /[.!?]  ?[A-Z]/)) {
		out = out substr(text, 1, RSTART) "\n"
		text = substr(text, RSTART + RLENGTH - 1)
	}
	return out text
}
function sentence(text) {
	text = toupper(substr(text, 1, 1)) substr(text, 2)
	return text ~ /[.!?]$/ ? text : text "."
}
function arg(name) {
	return name == "" ? "" : " Ar " toupper(name)
}
function options(file,    item) {
	print ".Bl -tag -width Ds"
	while ((getline < file) > 0) {
		item = ".It"
		if ($1 != "")
			item = item " Fl " $1 arg($3) " ,"
		item = item " Fl -" $2
		if ($3 != "")
			item = item " Ns = Ns" arg($3)
		print item
		print sentences(sentence($4))
		if ($5 != "")
			print sentences(sentence($5))
	}
	print ".El"
}
function commands(    file) {
	print ".Bl -tag -width Ds"
	file = tables "/commands"
	while ((getline < file) > 0)
		print ".It Xr kin-" $1 " 1\n" sentences(sentence($3))
	print ".El"
}
function exits() {
	print ".Bl -tag -width Ds"
	print ".It 0\nAll well."
	print ".It 1\nFinished, but rows were refused and not kept with\n.Fl -rejects ,\nor there were more of them than\n.Fl -max-rejects\nallows, or a check that was asked for failed."
	print ".It 2\nWrong use, or a wrong configuration."
	print ".It 3\nSomething could not be read or written, or memory ran out."
	print ".It 75\nAnother run holds the lock: try again later."
	print ".El"
}
function fields(    file, group, title) {
	title["every"] = "Of every record"
	title["person"] = "Of a person"
	title["asked"] = "What is asked"
	title["event"] = "Of an event"
	title["added"] = "Added by filters"
	file = tables "/fields"
	while ((getline < file) > 0) {
		if ($3 != group) {
			if (group != "")
				print ".El"
			group = $3
			print ".Ss " title[group] "\n.Bl -tag -width Ds"
		}
		print ".It Sy " $1 " Pq " $2
		print sentences(sentence($4))
	}
	print ".El"
}
$0 == "@OPTIONS@" { options(tables "/options"); next }
$0 == "@COMMON@" { options(tables "/common"); next }
$0 == "@COMMANDS@" { commands(); next }
$0 == "@EXIT@" { exits(); next }
$0 == "@FIELDS@" { fields(); next }
{ gsub(/@VERSION@/, version); print }
' "$page"
