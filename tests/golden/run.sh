#!/bin/sh
# Every case of every command, or the one asked for: run.sh golden/route/some-case
cd "$(dirname "$0")/../.." || exit 1
if [ $# -gt 0 ]; then
	exec tests/cases.sh "tests/${1#tests/}"
fi
exec tests/cases.sh tests/golden/*/*
