#!/usr/bin/env python3
"""Splink on a generated list, as its own tutorials set it up for such a list.

usage: splink_peer.py LIST.ndjson RESULT.ndjson [--best]
RESULT gets {"truth":…,"cluster":…} a record, clusters at P >= 0.95; with --best the
threshold is picked with the truth in hand.  Prints seconds and peak memory.
"""
import argparse
import collections
import json
import resource
import sys
import time

import duckdb
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

FIELDS = ["given_name", "family_name", "birth_date", "postcode", "email", "phone", "nhs_number"]


def table(path):
    """The list as columns of text; the first of several phones or emails."""
    rows = []
    for number, line in enumerate(open(path, encoding="utf-8")):
        record = json.loads(line)
        row = {"unique_id": number, "truth": record["truth"]}
        for field in FIELDS:
            value = record.get(field)
            row[field] = value[0] if isinstance(value, list) else value
        rows.append(row)
    return rows


def settings():
    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.NameComparison("given_name"),
            cl.NameComparison("family_name"),
            cl.DateOfBirthComparison("birth_date", input_is_string=True),
            cl.PostcodeComparison("postcode"),
            cl.EmailComparison("email"),
            cl.ExactMatch("phone"),
            cl.ExactMatch("nhs_number"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("given_name", "family_name"),
            block_on("family_name", "birth_date"),
            block_on("given_name", "birth_date"),
            block_on("birth_date", "postcode"),
            block_on("given_name", "postcode"),
            block_on("email"),
            block_on("phone", "given_name"),
            block_on("nhs_number"),
        ],
        retain_intermediate_calculation_columns=False,
    )


def train(linker):
    linker.training.estimate_probability_two_random_records_match(
        [block_on("given_name", "family_name", "birth_date"), block_on("nhs_number"), block_on("email")],
        recall=0.7,
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=5e6, seed=1)
    for rule in (block_on("birth_date"), block_on("given_name", "family_name")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)


def pairs(counts):
    return sum(n * (n - 1) // 2 for n in counts)


def f1(clusters):
    """Pairwise F1 of [(truth, cluster)]."""
    both = pairs(collections.Counter(clusters).values())
    found = pairs(collections.Counter(c for _, c in clusters).values())
    true = pairs(collections.Counter(t for t, _ in clusters).values())
    return 2 * both / (found + true) if found + true else 1.0


def main():
    options = argparse.ArgumentParser()
    options.add_argument("list")
    options.add_argument("result")
    options.add_argument("--best", action="store_true")
    options = options.parse_args()
    start = time.time()
    connection = duckdb.connect()
    import pandas

    frame = pandas.DataFrame(table(options.list), dtype=object)
    api = DuckDBAPI(connection=connection)
    linker = Linker(api.register(frame), settings())
    train(linker)
    predictions = linker.inference.predict(threshold_match_probability=0.5)
    thresholds = [0.5, 0.8, 0.9, 0.95, 0.99, 0.999, 0.9999, 0.99999] if options.best else [0.95]
    best = None
    for threshold in thresholds:
        clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(
            predictions, threshold_match_probability=threshold
        ).as_duckdbpyrelation().df()
        rows = list(zip(clusters["truth"], clusters["cluster_id"]))
        if best is None or f1(rows) > best[0]:
            best = (f1(rows), threshold, rows)
    seconds = time.time() - start
    with open(options.result, "w", encoding="utf-8") as out:
        for truth, cluster in best[2]:
            out.write(json.dumps({"truth": truth, "cluster": str(cluster)}) + "\n")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps({"tool": "splink", "threshold": best[1], "f1": round(best[0], 5),
                      "seconds": round(seconds, 1), "peak_mib": peak}))


sys.exit(main())
