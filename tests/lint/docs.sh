#!/bin/sh
# What programs say of themselves against pages, README and completions.
set -u
cd "$(dirname "$0")/../.." || exit 1
. tests/lib.sh
bin=${KIN_BIN:-bin}
[ "${KIN_MODE:-release}" = release ] || bin=bin
sections='NAME SYNOPSIS DESCRIPTION OPTIONS EXIT STATUS EXAMPLES SEE ALSO'

# Every option: worded as the others are, in --help, and once in the page.
check_options()
{
	"$bin/$1" --help >"$work/help"
	"$bin/$1" --print-options | cut -f 2 | while read -r name; do
		grep -q -e "--$name\>" "$work/help" || echo "$1: --$name is not in --help"
		[ ! -e "$2" ] || grep -q -e "^\.It.* Fl -$name\>" "$2" || echo "$1: --$name is not in $2"
	done
	"$bin/$1" --print-options | awk -F '\t' -v program="$1" '
	$4 ~ /\.$/ { print program ": --" $2 ": a full stop at the end of \"" $4 "\"" }
	$4 ~ /^[A-Z][a-z]/ { print program ": --" $2 ": a capital begins \"" $4 "\"" }
	length($4) > 90 { print program ": --" $2 ": more than 90 letters" }
	NF != 5 { print program ": --" $2 ": a TAB in its texts" }'
}

check_page()
{
	if [ ! -e "$2" ]; then
		echo "$1: no page $2"
		return
	fi
	found=$(sed -n 's/^\.Sh //p' "$2" | tr '\n' ' ')
	[ "$found" = "$sections " ] || echo "$2: sections are $found"
	grep -q -x '@OPTIONS@' "$2" || echo "$2: no line @OPTIONS@"
	[ "$1" = kin ] || grep -q -x '@EXIT@' "$2" || echo "$2: no line @EXIT@"
	about=$("$bin/$1" --print-about | cut -f 3)
	grep -q -x -F ".Nd $about" "$2" || echo "$2: .Nd is not \"$about\", as the program says"
}

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
for source in cmd/*.c; do
	command=$(basename "$source" .c)
	case $command in kin) page=kin.1 ;; *) page=kin-$command.1 ;; esac
	{
		check_page "$command" "man/$page.in"
		check_options "$command" "build/man/$page"
		for file in kin.bash _kin kin.fish; do
			grep -q -w -e "$command" "build/completions/$file" || echo "$command: not in $file"
		done
		[ -e tests/golden/"$command" ] || echo "$command: no case in tests/golden"
	} >"$work/faults" 2>&1
	if [ -s "$work/faults" ]; then fail "$(cat "$work/faults")"; else pass; fi
	if [ ! -e README.md ]; then
		skip "$command in README.md: there is none"
	elif grep -q -E "^\|.*\`(kin )?$command\`" README.md; then
		pass
	else
		fail "$command: no row in the table of README.md"
	fi
done

# Every field of a record, and its type, stands in kin-record(5).
"$bin/kin" --print-fields | cut -f 1,2 | while read -r name type; do
	grep -q -e "^\.It Sy $name " build/man/kin-record.5 || echo "kin-record(5): no $name"
	grep -q -e "^\.It.*\<${type%\[\]}\>" man/kin-record.5.in || echo "kin-record(5): no type $type"
done >"$work/faults"
if [ -s "$work/faults" ]; then fail "$(cat "$work/faults")"; else pass; fi

# Each room and module of lib/ is on the map.
if [ -e lib/README.md ]; then
	for room in lib/*/; do
		room=$(basename "$room")
		if grep -q -w "$room" lib/README.md; then pass; else fail "lib/README.md: no room $room"; fi
	done
else
	skip 'lib/README.md: there is none'
fi

# Words that the borough does not use of its residents.
if grep -n -i -w -E 'clients?|service users?|closures?' man/*.in README.md examples/*.md 2>/dev/null >"$work/faults"; then
	fail "words: $(cat "$work/faults")"
else
	pass
fi

# Links of the Markdown pages lead somewhere.
for file in README.md */README.md tests/*/README.md; do
	[ -e "$file" ] || continue
	sed -n 's/[^]]*\](\([^)#:]*\))[^]]*/\1\n/gp' "$file" | grep . | while read -r link; do
		[ -e "$(dirname "$file")/$link" ] || echo "$file: no $link"
	done >"$work/faults"
	if [ -s "$work/faults" ]; then fail "$(cat "$work/faults")"; else pass; fi
done
finish
