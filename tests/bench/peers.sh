#!/bin/sh
# kin beside jq, Miller and DuckDB at the same jobs on the same lists, one after the
# other on this machine.  Run by run.sh.  What is not installed is said and skipped;
# DuckDB is fetched into a folder of its own (python3 -m venv) when pip can reach it.
set -eu
: "${WORK:?run tests/bench/run.sh}" "${RUNS:=5}" "${PEER_RUNS:=1}"
cd "$(dirname "$0")/../.."
csv=$WORK/people.csv json=$WORK/people.ndjson codes=$WORK/postcodes.csv
bin=$PWD/bin hubs=$PWD/examples/tables/hubs.ndjson doors=$PWD/examples/tables/doors.ndjson
kin_cpu=

# have NAME: is it here?  Else say so, once a job.
have()
{
	command -v "$1" >/dev/null && return
	printf '%-10s %-14s SKIP: %s is not installed\n' "$job" "$1" "$1"
	return 1
}

# row WHO RUNS COMMAND...: measures and prints one line; kin's own comes first.
row()
{
	who=$1
	shift
	if ! figures=$("$WORK/measure" "$@" 2>"$WORK/error"); then
		printf '%-10s %-14s FAIL: %s\n' "$job" "$who" "$(tail -n 1 "$WORK/error")"
		return
	fi
	case $who in
	kin*) kin_cpu=${kin_cpu:-${figures%% *}} ;;
	esac
	printf '%s %s %s %s\n' "$job" "$who" "$figures" "$kin_cpu" |
		awk '{ printf "%-10s %-14s %9.3f %9.3f %9.1f %8s\n", $1, $2, $3, $4, $5, ($6 > 0 ? sprintf("%.1f", $3 / $6) : "-") }'
}

duck()
{
	row DuckDB "$PEER_RUNS" "$WORK/venv/bin/python" -c "import duckdb; duckdb.sql(\"\"\"$1\"\"\")"
}

job=set-up
if [ ! -x "$WORK/venv/bin/python" ] || ! "$WORK/venv/bin/python" -c 'import duckdb' 2>/dev/null; then
	{ python3 -m venv "$WORK/venv" && "$WORK/venv/bin/pip" install -q duckdb; } >"$WORK/error" 2>&1 ||
		printf 'SKIP DuckDB: %s\n' "$(tail -n 1 "$WORK/error")"
fi

printf '%s rows; median of %s runs (peers: %s); CPU is user and system time\n' "$(wc -l <"$json")" "$RUNS" "$PEER_RUNS"
printf '%-10s %-14s %9s %9s %9s %8s\n' job who 'CPU s' 'wall s' 'peak MiB' 'x kin'

job=ingest kin_cpu=
row kin "$RUNS" "$bin/ingest" -q --as-of 2020-07-01 "$csv"
row kin:wards "$RUNS" "$bin/ingest" -q --as-of 2020-07-01 --postcodes "$codes" "$csv"
if have mlr; then row Miller "$PEER_RUNS" mlr --icsv --ojsonl cat "$csv"; fi
duck "COPY (SELECT * FROM read_csv('$csv', all_varchar=true)) TO '/dev/stdout' (FORMAT json)"

job=pass kin_cpu=
row kin:route "$RUNS" "$bin/route" -q --hubs "$hubs" --doors "$doors" "$json"
if have jq; then row jq "$PEER_RUNS" jq -c '. + {to: {door: "hub"}}' "$json"; fi
# shellcheck disable=SC2016
if have mlr; then row Miller "$PEER_RUNS" mlr --ijsonl --ojsonl put '$to = {"door": "hub"}' "$json"; fi
duck "COPY (SELECT *, {door: 'hub'} AS \\\"to\\\" FROM read_json('$json', format='newline_delimited')) TO '/dev/stdout' (FORMAT json)"

job=count kin_cpu=
row kin "$RUNS" "$bin/report" count -q --by ward "$json"
# shellcheck disable=SC2016
if have jq; then row jq "$PEER_RUNS" jq -nc 'reduce inputs as $r ({}; .[$r.ward // "missing"] += 1)' "$json"; fi
if have mlr; then row Miller "$PEER_RUNS" mlr --ijsonl --ojsonl count-distinct -f ward "$json"; fi
duck "COPY (SELECT ward, count(*) AS n FROM read_json('$json', format='newline_delimited') GROUP BY ward) TO '/dev/stdout' (FORMAT json)"

job=start-up kin_cpu=
row kin:ingest 21 "$bin/ingest"
row kin:dedupe 21 "$bin/dedupe"
row kin:match 21 "$bin/match" -q -w one=/dev/null
row kin:route 21 "$bin/route" --hubs "$hubs" --doors "$doors"
row kin:report 21 "$bin/report" count --by ward
if have jq; then row jq 21 jq -c .; fi
if have mlr; then row Miller 21 mlr --ijsonl --ojsonl cat; fi
duck 'SELECT 1'
