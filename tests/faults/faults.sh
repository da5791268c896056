# shellcheck shell=bash disable=SC2154
# The faults.  Each is a function fault_NAME, run in tests/faults/data with
#   program args good kind   the command, its arguments, its good input, csv, ndjson or sum
#   work/now                 an empty folder
# It calls problem for whatever is wrong.

now=$work/now

problem()
{
	problems="${problems:+$problems; }$*"
}

# Runs the command with more arguments; status, now/out and now/err are what came.
try()
{
	timeout 60 "$program" "${args[@]}" "$@" >"$now/out" 2>"$now/err"
	status=$?
}

# status, and a pattern that one line of stderr has ("" = silence).
expect()
{
	[ "$status" -eq "$1" ] || problem "status $status, not $1: $(head -n 2 "$now/err")"
	expect_error "$2"
}

expect_error()
{
	if [ -z "$1" ]; then
		[ ! -s "$now/err" ] || problem "says: $(head -n 1 "$now/err")"
	elif ! grep -q -e "$1" "$now/err"; then
		problem "no \"$1\" in: $(head -n 1 "$now/err")"
	fi
	if grep -q -e 'Sanitizer' -e 'runtime error' "$now/err"; then
		problem "$(grep -m 1 -e 'Sanitizer' -e 'runtime error' "$now/err")"
	fi
	if LC_ALL=C grep -q $'[\001-\010\013-\037\177]' "$now/err"; then
		problem "control characters on stderr"
	fi
}

# Nothing but the files named is left in now.
expect_files()
{
	local left
	left=$(find "$now" -mindepth 1 -printf '%f\n' | sort | tr '\n' ' ')
	[ "$left" = "$*${*:+ }" ] || problem "files left: $left"
}

# 1 without a word of the program is a failure; 0 or 1 with one is how bad records end.
expect_reject()
{
	[ "$status" -eq 1 ] || problem "status $status, not 1: $(head -n 1 "$now/err")"
	expect_error "^$name: "
	sums_tie "$@"
}

# Rejects caught: the same run exits 0 and the sums tie.
sums_tie()
{
	local sums read_ written rejected
	rm -f "$now/rejects"
	try -q --stats --rejects "$now/rejects" "$@"
	[ "$status" -eq 0 ] || problem "status $status with --rejects: $(head -n 1 "$now/err")"
	sums=$(sed -n 's/^{"program":"[a-z]*","read":\([0-9]*\),"written":\([0-9]*\),"rejected":\([0-9]*\).*/\1 \2 \3/p' "$now/err")
	read -r read_ written rejected <<<"$sums"
	if [ -z "$sums" ]; then
		problem "no --stats"
		return
	fi
	[ "$kind" = sum ] || [ "$read_" -eq $((written + rejected)) ] ||
	    problem "$read_ read, $written written, $rejected rejected"
	[ "$(wc -l <"$now/rejects")" -eq "$rejected" ] || problem "rejects kept are not those counted"
	[ "$rejected" -gt 0 ] || problem "nothing rejected"
}

# --- it works at all ---------------------------------------------------------

fault_none()
{
	try -q "$good"
	expect 0 ''
	[ -s "$now/out" ] || problem 'no output'
}

fault_same_bytes_again_and_from_stdin()
{
	try -q "$good"
	cp "$now/out" "$now/first"
	timeout 60 "$program" "${args[@]}" -q <"$good" >"$now/out" 2>"$now/err"
	[ "$kind" = csv ] || cmp -s "$now/first" "$now/out" || problem 'stdin gives other bytes than a file'
	try -q -- "$good"
	cmp -s "$now/first" "$now/out" || problem 'other bytes on a second run'
}

fault_output_is_what_stdout_gets()
{
	try -q "$good"
	cp "$now/out" "$now/first"
	try -q -o "$now/file" "$good"
	expect 0 ''
	[ ! -s "$now/out" ] || problem '-o and stdout both'
	cmp -s "$now/first" "$now/file" || problem '-o gives other bytes'
	expect_files err file first out
}

fault_program_as_kin_command()
{
	timeout 60 "$KIN_BIN/kin" "$name" --version >"$now/out" 2>"$now/err"
	status=$?
	expect 0 ''
	grep -q "^$name (kin) " "$now/out" || problem 'no version'
}

# --- wrong use ---------------------------------------------------------------

fault_option_mistyped()
{
	try --rejetcs x "$good"
	expect 2 "did you mean '--rejects'"
	expect_error "^Try '$name --help'"
}

fault_option_without_argument()
{
	try "$good" --rejects
	expect 2 "'--rejects' needs an argument"
}

fault_date_wrong()
{
	try --as-of 31/02/2020 "$good"
	expect 2 'not a date'
}

fault_rejects_and_output_one_file()
{
	try -o "$now/file" --rejects "$now/file" "$good"
	expect 2 'same file'
	expect_files err out
}

fault_help_to_full_device()
{
	timeout 60 "$program" --help >/dev/full 2>"$now/err"
	status=$?
	expect 3 'No space left'
}

# --- input that cannot be read -----------------------------------------------

fault_missing_file()
{
	try "$now/none"
	expect 3 "^$name: .*none: No such file or directory$"
}

fault_folder_as_file()
{
	try /
	expect 3 "^$name: /: Is a directory$"
}

fault_stdin_closed()
{
	timeout 60 "$program" "${args[@]}" <&- >"$now/out" 2>"$now/err"
	status=$?
	expect 3 'Bad file descriptor'
}

fault_stdin_a_folder()
{
	timeout 60 "$program" "${args[@]}" </ >"$now/out" 2>"$now/err"
	status=$?
	expect 3 'Is a directory'
}

fault_read_error()
{
	try /proc/self/mem
	expect 3 '/proc/self/mem: .*Input/output error'
}

# --- output that cannot be written -------------------------------------------

fault_full_device()
{
	timeout 60 "$program" "${args[@]}" "$good" >/dev/full 2>"$now/err"
	status=$?
	expect 3 'standard output: No space left on device'
}

fault_stdout_closed()
{
	timeout 60 "$program" "${args[@]}" "$good" >&- 2>"$now/err"
	status=$?
	expect 3 'standard output: Bad file descriptor'
}

fault_all_closed()
{
	timeout 60 "$program" "${args[@]}" "$good" >&- 2>&- <&-
	status=$?
	[ "$status" -eq 3 ] || problem "status $status, not 3"
}

fault_file_size_limit()
{
	(ulimit -f 0; timeout 60 "$program" "${args[@]}" "$good" -o "$now/file" 2>"$now/pipe") 2>&1 | cat >"$now/err"
	status=${PIPESTATUS[0]}
	[ "$status" -eq 3 ] || problem "status $status, not 3"
	[ ! -e "$now/file" ] || problem 'a file cut short is there'
}

fault_output_in_no_folder()
{
	try -o "$now/none/file" "$good"
	expect 3 'No such file or directory'
}

fault_output_is_a_folder()
{
	mkdir "$now/folder"
	try -o "$now/folder" "$good"
	expect 3 'Is a directory'
}

fault_full_device_for_output()
{
	try -o /dev/full "$good"
	expect 3 '/dev/full: No space left on device'
}

bad_input()
{
	cp "$good" "$now/bad"
	printf '{"broken\xff":\x00\n' >>"$now/bad"
}

fault_full_device_for_rejects()
{
	bad_input
	try --rejects /dev/full -o "$now/file" "$now/bad"
	expect 3 '/dev/full: No space left on device'
	expect_files bad err out
}

fault_full_device_for_stats()
{
	timeout 60 "$program" "${args[@]}" --stats "$good" >"$now/out" 2>/dev/full
	status=$?
	[ "$status" -eq 3 ] || problem "status $status, not 3"
}

# The reader goes after one line, or at once; more than a pipe holds is written.
fault_reader_gone()
{
	head -n 1 "$good" >"$now/more"
	for _ in 1 2 3 4 5 6 7 8 9 10 11 12; do tail -n +2 "$good"; done >>"$now/more"
	(exec 2>"$now/err"; timeout 60 "$program" "${args[@]}" -q "$now/more" "$now/more" | true; echo "${PIPESTATUS[0]}" >"$now/status")
	status=$(cat "$now/status")
	[ "$status" -eq 141 ] || [ "$status" -eq 0 ] || problem "status $status"
	expect_error ''
}

# --- ended from outside ------------------------------------------------------

# Waits for the temporary file, so that the run is stopped in its middle.
killed_by()
{
	local pid i
	echo old >"$now/file"
	mkfifo "$now/in"
	exec 9<>"$now/in"
	"$program" "${args[@]}" -q -o "$now/file" --rejects "$now/rejects" "$now/in" 9>&- >"$now/out" 2>"$now/err" &
	pid=$!
	cat "$good" >&9
	for ((i = 0; i < 500; i++)); do
		[ "$(find "$now" -name '.kin-*' | wc -l)" -ge 2 ] && break
		sleep 0.01
	done
	kill "-$1" "$pid"
	wait "$pid" 2>/dev/null
	status=$?
	exec 9>&-
	rm -f "$now/in"
	[ "$status" -eq "$2" ] || problem "status $status, not $2"
	[ "$(cat "$now/file")" = old ] || problem 'the old file is not as it was'
	[ ! -e "$now/rejects" ] || problem 'rejects are there under their name'
}

fault_terminated()
{
	killed_by TERM 143
	expect_files err file out
}

fault_interrupted()
{
	# a shell's background jobs ignore SIGINT unless told otherwise
	set -m
	killed_by INT 130
	set +m
	expect_files err file out
}

fault_killed()
{
	killed_by KILL 137
}

fault_reader_gone_with_rejects()
{
	bad_input
	(exec 2>/dev/null; "$program" "${args[@]}" -q --rejects "$now/rejects" "$now/bad" "$now/bad" | true)
	[ -z "$(find "$now" -name '.kin-*')" ] || problem 'a temporary file is left'
}

fault_locked()
{
	exec 8>"$now/lock"
	flock 8
	try --lock "$now/lock" -o "$now/file" "$good"
	exec 8>&-
	expect 75 'held by another run'
	[ ! -e "$now/file" ] || problem 'it ran'
	try --lock "$now/lock" -q "$good"
	[ "$status" -eq 0 ] || problem "status $status once the lock is free"
}

# --- calls of the system that fail ---------------------------------------------

can_preload()
{
	[ "${KIN_MODE:-release}" != sanitize ] && return
	problems='skip: the sanitizer has the C library'
	return 1
}

# As try, with a fault of badlibc.c.
try_badly()
{
	local fault=$1
	shift
	timeout 60 env "$fault" LD_PRELOAD="$here/build/faults/badlibc.so" "$program" "${args[@]}" "$@" \
	    >"$now/out" 2>"$now/err"
	status=$?
}

# After a run that may have failed: the right bytes and 0, or 3, a message, and the old file.
right_or_said()
{
	if [ "$status" -eq 0 ]; then
		cmp -s "$now/file" "$now/right" || problem "$1: exit 0 and other bytes"
	else
		[ "$status" -eq 3 ] || problem "$1: status $status"
		expect_error "^$name: .*$2"
		[ "$(cat "$now/file")" = old ] || problem "$1: the old file is not as it was"
		refused=$((refused + 1))
	fi
	[ -z "$(find "$now" -name '.kin-*')" ] || problem "$1: a temporary file is left"
}

# Each write of the run fails, then each read.
fails_once()
{
	local at refused=0
	can_preload || return
	try -q "$good"
	cp "$now/out" "$now/right"
	for at in 1 2 3 4 5 6 7 8 9 10 11 12; do
		echo old >"$now/file"
		try_badly "$1=$at" -q -o "$now/file" "$good"
		right_or_said "$1=$at" "$2"
	done
	[ "$refused" -gt 0 ] || problem 'nothing failed: the test tests nothing'
}

fault_full_device_at_any_write()
{
	fails_once BADWRITE_AT 'No space left on device'
}

fault_broken_device_at_any_read()
{
	fails_once BADREAD_AT 'Input/output error'
}

fault_sync_fails()
{
	local refused=0
	can_preload || return
	: >"$now/right"
	echo old >"$now/file"
	try_badly BADSYNC=1 -q -o "$now/file" "$good"
	right_or_said sync 'Input/output error'
}

fault_short_and_interrupted_calls()
{
	can_preload || return
	try -q "$good"
	cp "$now/out" "$now/right"
	try_badly BADSHORT=1 -q "$good"
	expect 0 ''
	cmp -s "$now/out" "$now/right" || problem 'other bytes'
}

# Memory runs out at each of the first calls for it, and at some later ones.
fault_out_of_memory()
{
	local at refused=0
	can_preload || return
	try -q "$good"
	cp "$now/out" "$now/right"
	for at in $(seq 1 60) 70 80 90 100 120 140 160 200 250 300 400 500 700 1000 2000 5000; do
		try_badly BADMEM_AT="$at" -q -o "$now/file" "$good"
		if [ "$status" -eq 0 ]; then
			cmp -s "$now/file" "$now/right" || problem "allocation $at: exit 0 and other bytes"
			[ ! -s "$now/err" ] || problem "allocation $at: exit 0 and: $(head -n 1 "$now/err")"
		else
			refused=$((refused + 1))
			[ "$status" -eq 3 ] || problem "allocation $at: status $status"
			grep -q -i 'memory' "$now/err" || problem "allocation $at: says $(head -n 1 "$now/err")"
			[ ! -e "$now/file" ] || problem "allocation $at: a file in spite of it"
		fi
		rm -f "$now/file"
	done
	[ "$refused" -gt 0 ] || problem 'memory never ran out: the test tests nothing'
	expect_files err out right
}

# --- input that is odd, or bad -----------------------------------------------

fault_empty_file()
{
	: >"$now/empty"
	try -q --stats "$now/empty"
	expect 0 '"read":0,"written":0,"rejected":0'
	[ "$kind" = sum ] || [ ! -s "$now/out" ] || problem 'output of nothing'
}

fault_no_final_newline()
{
	try -q "$good"
	cp "$now/out" "$now/right"
	head -c -1 "$good" >"$now/cut"
	timeout 60 "$program" "${args[@]}" -q - <"$now/cut" >"$now/out" 2>"$now/err"
	status=$?
	expect 0 ''
	[ "$(wc -l <"$now/out")" -eq "$(wc -l <"$now/right")" ] || problem 'the last line is lost'
}

fault_crlf()
{
	try -q "$good"
	cp "$now/out" "$now/right"
	sed 's/$/\r/' "$good" >"$now/crlf"
	try -q "$now/crlf"
	expect 0 ''
	[ "$(wc -l <"$now/out")" -eq "$(wc -l <"$now/right")" ] || problem 'other lines'
}

fault_cut_short()
{
	head -c -20 "$good" >"$now/cut"
	try -q "$now/cut"
	[ "$kind" = csv ] || expect_reject "$now/cut"
}

# A bad line amid good ones: refused by its line, the others go through.
bad_line()
{
	local lines
	[ "$kind" = csv ] && return
	{ head -n 1 "$good"; cat "$now/line"; echo; tail -n +2 "$good"; } >"$now/bad"
	try -q "$good"
	lines=$(wc -l <"$now/out")
	try -q "$now/bad"
	[ "$kind" = sum ] || [ "$(wc -l <"$now/out")" -eq "$lines" ] || problem 'good lines went with the bad one'
	expect_error "^$name: .*bad:2:"
	expect_reject "$now/bad"
}

fault_not_json()
{
	echo 'id,name' | head -c -1 >"$now/line"
	bad_line
}

fault_not_an_object()
{
	printf '[1,2]' >"$now/line"
	bad_line
}

fault_nul()
{
	printf '{"a":"x\0y"}' >"$now/line"
	bad_line
}

fault_not_utf8()
{
	printf '{"a":"\xe9\xff"}' >"$now/line"
	bad_line
}

fault_escape_sequence()
{
	printf '{"a":"\033[31m"} \033[31mred' >"$now/line"
	bad_line
}

fault_key_twice()
{
	printf '{"given_name":"Ada","given_name":"Eve"}' >"$now/line"
	bad_line
}

fault_half_a_surrogate()
{
	printf '{"a":"\\ud800"}' >"$now/line"
	bad_line
}

fault_depth()
{
	{ printf '{"a":'; head -c 300000 /dev/zero | tr '\0' '['; } >"$now/line"
	bad_line
}

# A record of 10 MB is a record; a table's field of 10 MB is refused or kept, by its own rule.
fault_long_line()
{
	[ "$kind" = csv ] && return
	{ head -c 10000000 /dev/zero | tr '\0' x; } >"$now/x"
	{ head -n 1 "$good" | sed 's/}$/,"long":"/' | head -c -1; cat "$now/x"; printf '"}\n'; } >"$now/long"
	try -q "$now/long"
	[ "$status" -eq 0 ] || problem "status $status: $(head -n 1 "$now/err" | head -c 200)"
	[ "$kind" = sum ] || [ "$(wc -c <"$now/out")" -gt 10000000 ] || problem 'cut'
}

fault_members_of_others_go_through()
{
	[ "$kind" = ndjson ] || return 0
	local tail='"z":1.10,"big":123456789012345678901234567890,"e":"\u00e9\/","n":null,"":[{"a":{}}]'
	head -n 1 "$good" | sed "s/}\$/,$(printf '%s' "$tail" | sed 's/[\/&\\]/\\&/g')}/" >"$now/odd"
	try -q "$now/odd"
	expect 0 ''
	grep -q -F "$tail" "$now/out" || problem 'changed'
}

fault_max_rejects()
{
	[ "$kind" = csv ] && return
	{ cat "$good"; echo bad; echo bad; echo bad; } >"$now/bad"
	try -q --max-rejects 2 -o "$now/file" "$now/bad"
	expect 1 'more than 2 rejected'
	try -q --max-rejects 1% --rejects "$now/rejects" -o "$now/file" "$now/bad"
	expect 1 'more than 1 %'
	expect_files bad err out
	try -q --max-rejects 3 --rejects "$now/rejects" -o "$now/file" "$now/bad"
	[ "$status" -eq 0 ] || problem "status $status within the limit"
	[ "$(stat -c %a "$now/rejects" 2>/dev/null)" = 600 ] || problem 'rejects that others can read'
}

fault_other_locale_and_zone()
{
	try -q --as-of 2020-04-06 "$good"
	cp "$now/out" "$now/right"
	LC_ALL=de_DE.UTF-8 LANG=tr_TR.UTF-8 TZ=Pacific/Auckland timeout 60 "$program" "${args[@]}" -q \
	    --as-of 2020-04-06 "$good" >"$now/out" 2>"$now/err"
	cmp -s "$now/right" "$now/out" || problem 'other bytes'
}
