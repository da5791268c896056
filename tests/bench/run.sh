#!/bin/sh
# Builds the generator, makes the lists (once: they are the same on every machine), and
# runs kin beside its peers.  ROWS=1000000  SEED=42  RUNS=5  PEER_RUNS=1
set -eu
cd "$(dirname "$0")/../.."
: "${ROWS:=1000000}" "${SEED:=42}" "${CC:=cc}"
work=$PWD/build/bench
mkdir -p "$work"

for tool in gen measure; do
	$CC -std=c11 -D_GNU_SOURCE -O2 -o "$work/$tool" "tests/bench/$tool.c"
done
made="$ROWS $SEED $(cksum <"$work/gen")"
if [ "$(cat "$work/made" 2>/dev/null)" != "$made" ]; then
	"$work/gen" -s "$SEED" "$ROWS" >"$work/people.csv"
	"$work/gen" -s "$SEED" -f ndjson "$ROWS" >"$work/people.ndjson"
	"$work/gen" -f postcodes >"$work/postcodes.csv"
	printf '%s\n' "$made" >"$work/made"
fi
ROWS=$ROWS WORK=$work exec tests/bench/peers.sh
