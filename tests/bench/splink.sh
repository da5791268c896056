#!/bin/sh
# dedupe beside Splink 5 on one generated list, one after the other in one run:
#	ROWS="20000 220000" tests/bench/splink.sh
# Splink is fetched from PyPI into a folder of its own; where it cannot be had, or
# KIN_SPLINK_PYTHON names no Python that has it, kin runs alone and that is said.
set -eu
cd "$(dirname "$0")/../.."
work=$PWD/build/bench
python=${KIN_SPLINK_PYTHON:-$work/splink/bin/python}
mkdir -p "$work"
make -s all
${CC:-cc} -O2 -Iinclude -D_GNU_SOURCE -o "$work/gen" tests/bench/gen.c -lm
${CC:-cc} -O2 -D_GNU_SOURCE -o "$work/measure" tests/bench/measure.c

if ! "$python" -c 'import splink' 2>/dev/null; then
	{ python3 -m venv "$work/splink" && "$work/splink/bin/pip" install -q splink==5.0.0 pandas; } >"$work/error" 2>&1 ||
		printf 'SKIP Splink: %s\n' "$(tail -n 1 "$work/error")"
fi

printf '%-8s %9s %-14s %9s %9s %9s %8s %8s\n' rows seed who 'CPU s' 'wall s' 'peak MiB' F1 'x kin'
for rows in ${ROWS:-20000}; do
	for seed in ${SEEDS:-1}; do
		list=$work/people-$rows-$seed.ndjson
		[ -s "$list" ] || "$work/gen" -f ndjson -s "$seed" "$rows" >"$list"
		figures=$("$work/measure" 1 bin/dedupe -q "$list")
		f1=$(bin/dedupe -q --truth truth "$list" 2>&1 >/dev/null | sed -n 's/.*F1 \([0-9.]*\).*/\1/p' | head -n 1)
		printf '%s %s kin %s %s\n' "$rows" "$seed" "$figures" "${f1:-?}" |
			awk '{ printf "%-8s %9s %-14s %9.2f %9.2f %9.0f %8s %8s\n", $1, $2, $3, $4, $5, $6, $7, "1" }'
		wall=$(printf '%s' "$figures" | awk '{ print $2 }')
		"$python" -c 'import splink' 2>/dev/null || continue
		"$python" tests/bench/splink_peer.py "$list" "$work/splink.out" ${BEST:+--best} 2>"$work/error" | tail -n 1 |
			sed 's/[{}",:]/ /g' | awk -v rows="$rows" -v seed="$seed" -v wall="$wall" '{
				for (i = 1; i < NF; i++) figure[$i] = $(i + 1)
				printf "%-8s %9s %-14s %9s %9.2f %9.0f %8s %8.1f\n", rows, seed,
					"splink P>=" figure["threshold"], "-", figure["seconds"], figure["peak_mib"],
					figure["f1"], figure["seconds"] / wall
			}'
	done
done
