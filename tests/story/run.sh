#!/bin/bash
# Whole pipelines: the cases of this folder, each script of examples/, the C
# programs of examples/api, and what the pages show in EXAMPLES.
# run.sh [CASE]: one case alone.
set -u
cd "$(dirname "$0")/../.." || exit 1
here=$PWD
: "${KIN_BIN:=$here/bin}" "${KIN_BUILD:=$here/build/release}"
if [ $# -gt 0 ]; then
	exec tests/cases.sh "tests/${1#tests/}"
fi
. tests/lib.sh
export PATH="$KIN_BIN:$PATH"
work=$(mktemp -d "${TMPDIR:-/tmp}/kin-story.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT

tests/cases.sh tests/story/*/ >"$work/cases"
add_sum "$work/cases"

for script in examples/*.sh; do
	[ -e "$script" ] || break
	name=$(basename "$script" .sh)
	if OUT=$work/$name timeout 120 "$script" </dev/null >"$work/$name.out" 2>"$work/$name.err"; then
		pass
	else
		fail "$script: status $?: $(tail -n 5 "$work/$name.err")"
	fi
done

for program in examples/api/*.c; do
	[ -e "$program" ] || break
	name=$(basename "$program" .c)
	if (cd examples && timeout 60 "$KIN_BUILD/api/$name" </dev/null >"$work/$name.out" 2>"$work/$name.err"); then
		pass
	else
		fail "$program: status $?: $(tail -n 5 "$work/$name.err")"
	fi
done

# --- the pages: "$ command" lines of EXAMPLES, and the output that follows ----

# Writes page/NN.cmd and page/NN.want (none when no output is shown).
examples_of()
{
	mkdir -p "$work/pages/$2"
	awk -v to="$work/pages/$2" '
	/^\.Sh/ { on = ($2 == "EXAMPLES"); next }
	/^\.Bd/ { inside = on; next }
	/^\.Ed/ { inside = 0; name = ""; next }
	!inside { next }
	{ gsub(/\\e/, "\\"); sub(/^\\&/, "") }
	/^\$ / { more = /\\$/; name = sprintf("%s/%02d", to, ++n); print substr($0, 3) > (name ".cmd"); next }
	more { more = /\\$/; print > (name ".cmd"); next }
	name != "" { print > (name ".want") }
	' "$1"
}

# Each page has its own copy of examples/, where its commands run one after another.
run_page()
{
	local cmd want page=$1 status
	cp -R examples "$work/pages/$page/examples" 2>/dev/null || mkdir "$work/pages/$page/examples"
	for cmd in "$work/pages/$page"/*.cmd; do
		[ -e "$cmd" ] || return
		want=${cmd%.cmd}.want
		(cd "$work/pages/$page/examples" && timeout 60 bash -o pipefail "$cmd" </dev/null >"$work/got" 2>&1)
		status=$?
		if [ -e "$want" ] && ! cmp -s "$want" "$work/got"; then
			fail "man/$page: $(cat "$cmd")"
			diff -u "$want" "$work/got" | head -n 20
		elif [ ! -e "$want" ] && [ "$status" -ne 0 ]; then
			fail "man/$page: $(cat "$cmd"): status $status: $(tail -n 3 "$work/got")"
		else
			pass
		fi
	done
}

for page in man/*.in; do
	name=$(basename "$page" .in)
	examples_of "$page" "$name"
	run_page "$name"
done
finish
