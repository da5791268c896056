#!/bin/sh
# Other people's linters, where they are: mandoc, shellcheck, cppcheck, and each shell's own reading.
set -u
cd "$(dirname "$0")/../.." || exit 1
. tests/lib.sh

# tool file command...: passes when the command says nothing.
quiet()
{
	tool=$1 file=$2
	shift 2
	said=$("$@" 2>&1)
	status=$?
	if [ $status -ne 0 ] || [ -n "$said" ]; then fail "$tool: $file: $said"; else pass; fi
}

has()
{
	command -v "$1" >/dev/null && return
	skip "$1: not installed"
	return 1
}

if has mandoc; then
	for page in build/man/*; do
		quiet mandoc "$page" mandoc -Tlint -W warning "$page"
	done
fi

scripts=$(grep -l -E '^#!.*\<(sh|bash)$' tools/* tests/*.sh tests/*/*.sh examples/*.sh examples/*/*.sh .ci/run 2>/dev/null)
if has shellcheck; then
	for script in $scripts; do
		quiet shellcheck "$script" shellcheck -x -S warning "$script"
	done
fi
quiet bash build/completions/kin.bash bash -n build/completions/kin.bash
if has zsh; then quiet zsh build/completions/_kin zsh -n build/completions/_kin; fi
if has fish; then quiet fish build/completions/kin.fish fish -n build/completions/kin.fish; fi

# uninitvar is left to gcc and make valgrind: cppcheck 2 takes arrays filled in a loop for unset.
# Each version finds other things: only the one that the code was cleaned with is obeyed.
if has cppcheck && ! cppcheck --version | grep -q ' 2\.10'; then
	skip "cppcheck: $(cppcheck --version), not 2.10"
elif command -v cppcheck >/dev/null; then
	quiet cppcheck 'lib cmd' cppcheck -q -j 2 --std=c11 -Iinclude -D_GNU_SOURCE '-DKIN_VERSION=""' \
	    --enable=warning,performance,portability --inline-suppr --error-exitcode=1 \
	    --suppress=missingIncludeSystem --suppress=uninitvar lib cmd
fi
finish
