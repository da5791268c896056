#!/bin/bash
# Runs the session that README.md shows ("$ " commands, "> " their further lines) in a
# copy of the examples, and compares all of it with what README.md says comes out.
set -u
here=$PWD
mkdir tree
cp -R "$KIN_EXAMPLES" tree/examples
awk '/^```console$/ { on = 1; next } /^```$/ { on = 0 } on' "$KIN_EXAMPLES/../README.md" >want
cd tree || exit 1

command=
run()
{
	[ -n "$command" ] || return
	eval "$command" 2>&1
	command=
}

while IFS= read -r line <&3; do
	case $line in
	'$ '*)
		run
		printf '%s\n' "$line"
		command=${line#??}
		;;
	'> '*)
		printf '%s\n' "$line"
		command=$command$'\n'${line#??}
		;;
	esac
done 3<"$here/want" >"$here/got"
run >>"$here/got"
cd "$here" || exit 1
diff -u want got && echo "README.md tells the truth in $(wc -l <want) lines"
