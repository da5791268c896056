#!/bin/sh
# completions.sh FILE BINDIR COMMAND...: completions of bash, zsh or fish, by the
# name of the file that holds them, from the option tables of the programs.
set -eu
file=$1 bin=$2
shift 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# "-o --output --rejects": the words of a program's options.
words()
{
	"$bin/$1" --print-options | awk -F '\t' '{ printf "%s%s--%s", (NR > 1 ? " " : ""), ($1 == "" ? "" : "-" $1 " "), $2 }'
}

# Options whose argument is anything but a file: nothing to offer after them but words.
no_file()
{
	options_where "$1" '$3 != "" && $3 !~ /file/'
}

takes_file()
{
	options_where "$1" '$3 ~ /file/'
}

options_where()
{
	"$bin/$1" --print-options | awk -F '\t' "$2"' { printf "%s%s--%s", (n++ ? "|" : ""), ($1 == "" ? "" : "-" $1 "|"), $2 }'
}

# "-f|--format)" and the words that its argument may be, a line each; the operand's has no name.
with_words()
{
	"$bin/$1" --print-options >"$work/options"
	"$bin/$1" --print-words | while IFS='	' read -r name words; do
		awk -F '\t' -v name="$name" -v command="$1" -v words="$words" '
		$2 == name { printf "%s%s:--%s\t%s\n", ($1 == "" ? "" : command ":-" $1 "|"), command, $2, words }' "$work/options"
	done
}

operands()
{
	"$bin/$1" --print-words | sed -n 's/^	//p'
}

about()
{
	"$bin/$1" --print-about | cut -f 3
}

bash_file()
{
	cat <<'END'
# bash completion for kin(1) and, where they are on the PATH, the bare names of its programs.
_kin_words()
{
	case $1 in
END
	for command; do
		printf "\t%s) echo '%s' ;;\n" "$command" "$(words "$command")"
	done
	printf "\tkin) echo 'help %s %s' ;;\n\tesac\n}\n\n" "$*" "$(words kin)"
	printf '# Is the argument of this option no file?\n_kin_no_file()\n{\n\tcase $1:$2 in\n'
	for command; do
		printf '\t%s\n' "$(no_file "$command" | sed "s/^/$command:/; s/|/|$command:/g")) return 0 ;;"
	done
	printf '\tesac\n\treturn 1\n}\n\n# Is it a file?\n_kin_file()\n{\n\tcase $1:$2 in\n'
	for command; do
		printf '\t%s\n' "$(takes_file "$command" | sed "s/^/$command:/; s/|/|$command:/g")) return 0 ;;"
	done
	printf '\tesac\n\treturn 1\n}\n\n# The words that the argument of this option may be; without one, the first operand.\n'
	printf '_kin_values()\n{\n\tcase $1:$2 in\n'
	for command; do
		with_words "$command" | awk -F '\t' '{ printf "\t%s) echo '\''%s'\'' ;;\n", $1, $2 }'
		[ -z "$(operands "$command")" ] || printf "\t%s:) echo '%s' ;;\n" "$command" "$(operands "$command")"
	done
	cat <<'END'
	esac
}

_kin()
{
	local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} program=${COMP_WORDS[0]##*/} i values first=1
	COMPREPLY=()
	if [ "$program" = kin ]; then
		for ((i = 1; i < COMP_CWORD; i++)); do
			case ${COMP_WORDS[i]} in
			-*) ;;
			*) program=${COMP_WORDS[i]}; first=$((i + 1)); break ;;
			esac
		done
		if [ "$program" = help ]; then
			word=${word#-}
			program=kin
		fi
	fi
	if [ "$word" = = ]; then
		word=
	elif [ "$before" = = ]; then
		before=${COMP_WORDS[COMP_CWORD-2]}
	fi
	values=$(_kin_values "$program" "$before")
	if [ -z "$values" ] && ! _kin_no_file "$program" "$before" && ! _kin_file "$program" "$before"; then
		values=$(_kin_values "$program" '')
		for ((i = first; i < COMP_CWORD; i++)); do
			[ "${COMP_WORDS[i-1]}" = = ] || _kin_no_file "$program" "${COMP_WORDS[i-1]}" && continue
			[[ " $values " == *" ${COMP_WORDS[i]} "* ]] && values=
		done
	fi
	if [ "$program" = kin ] || [[ $word == -* ]]; then
		mapfile -t COMPREPLY < <(compgen -W "$(_kin_words "$program")" -- "$word")
	elif [ -n "$values" ]; then
		mapfile -t COMPREPLY < <(compgen -W "$values" -- "$word")
	elif ! _kin_no_file "$program" "$before"; then
		compopt -o filenames 2>/dev/null
		mapfile -t COMPREPLY < <(compgen -f -- "$word")
	fi
}
END
	printf 'complete -F _kin kin'
	printf ' %s' "$@"
	printf '\n'
}

# One option as _arguments wants it; quotes, brackets and colons are kept from the shell and from zsh.
zsh_options()
{
	{ "$bin/$1" --print-words; echo; "$bin/$1" --print-options; } | awk -F '\t' '
	NF == 2 { words[$1] = $2 }
	NF > 2 {
		gsub(/\\|\[|\]|:/, "\\\\&", $4)
		gsub(/'\''/, "'\''\\'\'''\''", $4)
		what = $3 == "" ? "" : ":" $3 ":" ($2 in words ? "(" words[$2] ")" : $3 ~ /file/ ? "_files" : " ")
		eq = $3 == "" ? "" : "="
		if ($1 != "")
			printf " \\\n\t\t'\''*-%s%s[%s]%s'\''", $1, ($3 == "" ? "" : "+"), $4, what
		printf " \\\n\t\t'\''*--%s%s[%s]%s'\''", $2, eq, $4, what
	}'
}

zsh_file()
{
	printf '#compdef kin'
	printf ' %s' "$@"
	printf '\n# zsh completion for kin(1) and, where they are on the PATH, the bare names of its programs.\n'
	for command; do
		printf "\n_kin_%s()\n{\n\t_arguments -s -S%s \\\\\n" "$command" "$(zsh_options "$command")"
		operands "$command" | awk '{ printf "\t\t'\''1:what:(%s)'\'' \\\n", $0 }'
		printf "\t\t'*:file:_files'\n}\n"
	done
	printf '\n_kin_commands()\n{\n\tlocal -a commands=(\n'
	for command; do
		printf "\t\t'%s:%s'\n" "$command" "$(about "$command" | sed "s/'/'\\\\''/g; s/:/\\\\:/g")"
	done
	printf "\t\t'help:show a page'\n\t)\n\t_describe command commands\n}\n"
	cat <<'END'

_kin()
{
	if [[ $service != kin ]]; then
		_kin_$service
		return
	fi
	local curcontext=$curcontext state line
END
	printf "\t_arguments -C%s \\\\\n" "$(zsh_options kin)"
	cat <<'END'
		'1:command:_kin_commands' \
		'*::argument:->argument'
	if [[ $state == argument ]]; then
		if [[ $line[1] == help ]]; then
			_kin_commands
		elif (( $+functions[_kin_$line[1]] )); then
			_kin_$line[1]
		fi
	fi
}

_kin "$@"
END
}

# Options of one program, under each condition that means it.
fish_options()
{
	"$bin/$1" --print-options | while IFS= read -r row; do
		words=$("$bin/$1" --print-words | awk -F '\t' -v name="$(printf '%s\n' "$row" | cut -f 2)" '$1 == name { print $2 }')
		printf '%s\n' "$row" | awk -F '\t' -v command="$1" -v words="$words" '{
			gsub(/[\\'\'']/, "\\\\&", $4)
			what = $3 == "" ? "" : words != "" ? " -x -a '\''" words "'\''" : $3 ~ /file/ ? " -r -F" : " -x"
			short = $1 == "" ? "" : " -s " $1
			if (command == "kin")
				printf "complete -c kin -n __fish_use_subcommand%s -l %s%s -d '\''%s'\''\n", short, $2, what, $4
			else {
				printf "complete -c kin -n '\''__fish_seen_subcommand_from %s'\''%s -l %s%s -d '\''%s'\''\n", command, short, $2, what, $4
				printf "complete -c %s%s -l %s%s -d '\''%s'\''\n", command, short, $2, what, $4
			}
		}'
	done
}

fish_file()
{
	echo '# fish completion for kin(1) and, where they are on the PATH, the bare names of its programs.'
	echo 'complete -c kin -n __fish_use_subcommand -f'
	for command; do
		printf "complete -c kin -n __fish_use_subcommand -a %s -d '%s'\n" "$command" "$(about "$command" | sed "s/[\\\\']/\\\\&/g")"
	done
	echo "complete -c kin -n __fish_use_subcommand -a help -d 'show a page'"
	echo "complete -c kin -n '__fish_seen_subcommand_from help' -f -a '$*'"
	for command in kin "$@"; do
		fish_options "$command"
		words=$(operands "$command")
		[ -n "$words" ] || continue
		printf "complete -c kin -n '__fish_seen_subcommand_from %s; and not __fish_seen_subcommand_from %s' -f -a '%s'\n" "$command" "$words" "$words"
		printf "complete -c %s -n 'not __fish_seen_subcommand_from %s' -f -a '%s'\n" "$command" "$words" "$words"
	done
}

case $file in
*.bash) bash_file "$@" ;;
_*) zsh_file "$@" ;;
*.fish) fish_file "$@" ;;
*) echo "completions.sh: no shell for $file" >&2; exit 2 ;;
esac
