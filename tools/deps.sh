#!/bin/sh
# Installs what building and testing need and this machine lacks (Debian, Ubuntu).
# Does nothing, and needs no network, when all is there.
set -u
: "${CC:=cc}"
packages='gcc libc6-dev libcsv-dev libjansson-dev libutf8proc-dev libxxhash-dev libgeos-dev check libglpk-dev'

probe()
{
	printf '#include <%s>\nint main(void) { return 0; }\n' "$1" >"$work/probe.c"
	shift
	"$CC" -o "$work/probe" "$work/probe.c" "$@" 2>/dev/null
}

# The packages that are wanting; their headers and libraries are what counts.
missing()
{
	if ! probe stdio.h; then
		echo "$packages"
		return
	fi
	probe csv.h -lcsv || printf 'libcsv-dev '
	probe jansson.h -ljansson || printf 'libjansson-dev '
	probe utf8proc.h -lutf8proc || printf 'libutf8proc-dev '
	probe xxhash.h -lxxhash || printf 'libxxhash-dev '
	probe geos_c.h -lgeos_c || printf 'libgeos-dev '
	probe glpk.h -lglpk || printf 'libglpk-dev '
	probe check.h -lcheck -lsubunit -lrt -lm -lpthread || printf 'check libsubunit-dev '
}

as_root()
{
	if [ "$(id -u)" -eq 0 ]; then
		"$@"
	elif command -v sudo >/dev/null; then
		sudo "$@"
	else
		echo "deps: neither root nor sudo here; as root: apt-get install $need" >&2
		exit 1
	fi
}

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
need=$(missing)
[ -n "$need" ] || exit 0
if ! command -v apt-get >/dev/null; then
	echo "deps: missing, and no apt-get here to install them: $need" >&2
	exit 1
fi
echo "deps: installing $need"
# shellcheck disable=SC2086  # a list of packages
as_root env DEBIAN_FRONTEND=noninteractive sh -c '
	apt-get install -qq -y --no-install-recommends "$@" >/dev/null 2>&1 ||
	{ apt-get update -qq && apt-get install -qq -y --no-install-recommends "$@" >/dev/null; }' sh $need || exit 1
need=$(missing)
[ -z "$need" ] || { echo "deps: still missing: $need" >&2; exit 1; }
