#!/bin/sh
# Each public header compiles by itself, has its guard and says what it is.
set -u
cd "$(dirname "$0")/../.." || exit 1
. tests/lib.sh
: "${CC:=cc}"

for header in include/kin/*/*.h; do
	name=$(basename "$header" .h)
	guard=KIN_$(printf '%s' "$name" | tr 'a-z-' 'A-Z_')_H
	fault=$("$CC" -Iinclude -D_GNU_SOURCE -std=c11 -Wall -Wextra -Wpedantic -fsyntax-only -x c - 2>&1 <<END
#include "${header#include/}"
#include "${header#include/}"
int kin_lint_header;
END
	)
	[ -z "$fault" ] || { fail "$header alone: $fault"; continue; }
	grep -q "^#ifndef $guard\$" "$header" || { fail "$header: no guard $guard"; continue; }
	head -n 2 "$header" | grep -q "^ \* $name -- " || { fail "$header: does not begin with \"$name -- what it is\""; continue; }
	grep -q "^ \* Room  *" "$header" || { fail "$header: does not say its room"; continue; }
	pass
done
finish
