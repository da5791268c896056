"""Splink's own weights with a model, held against those in a file of pairs.

usage: compare.py MODEL.json PEOPLE.ndjson PAIRS
"""
import json
import sys

import duckdb
from splink import DuckDBAPI, Linker

LEAST = -3.9  # pairs below are not in PAIRS


def key(record):
    source = record["source"]
    return f'{source["list"]}:{source.get("id", source.get("line"))}'


def column(record, name, wants_list):
    value = record.get(name)
    if value is None:
        return None
    if wants_list:
        return value if isinstance(value, list) else [value]
    if isinstance(value, list):
        return ", ".join(value) if name == "address" else value[0]
    return value


def main(model_path, people_path, pairs_path):
    model = json.load(open(model_path, encoding="utf-8"))
    names = {}
    for comparison in model["comparisons"]:
        sql = " ".join(level["sql_condition"] for level in comparison["comparison_levels"])
        names[comparison["output_column_name"]] = "list_intersect" in sql
    records = [json.loads(line) for line in open(people_path, encoding="utf-8")]
    con = duckdb.connect()
    columns = ", ".join(f'"{n}" VARCHAR{"[]" if wants else ""}' for n, wants in names.items())
    con.execute(f"CREATE TABLE people (unique_id VARCHAR, {columns})")
    con.executemany(
        f"INSERT INTO people VALUES ({', '.join('?' * (len(names) + 1))})",
        [[key(r)] + [column(r, n, wants) for n, wants in names.items()] for r in records],
    )
    api = DuckDBAPI(con)
    linker = Linker(api.register("people"), model_path)
    predicted = linker.inference.predict().as_record_list()
    theirs = {frozenset((p["unique_id_l"], p["unique_id_r"])): p["match_weight"] for p in predicted}
    ours = {}
    for line in open(pairs_path, encoding="utf-8"):
        pair = json.loads(line)
        ours[frozenset((pair["a"], pair["b"]))] = pair["weight"]
    missing = [p for p, weight in theirs.items() if weight >= LEAST and p not in ours]
    extra = [p for p, weight in ours.items() if weight >= LEAST and p not in theirs]
    largest = max(abs(theirs[p] - weight) for p, weight in ours.items() if p in theirs)
    if missing or extra or largest > 1e-6 or len(ours) < 50:
        print(f"pairs {len(ours)}, missing {missing[:3]}, extra {extra[:3]}, weights {largest} apart")
        return 1
    print("the same pairs, the same weights")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
