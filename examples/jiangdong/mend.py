#!/usr/bin/env python3
"""Mends refused rows as a registrar does, with the paper forms at hand.

    mend.py --rejects refused.csv --truth truth.jsonl [--rows N] --out mended.csv

Takes the first N refused rows whose right value the truth file of make_register.py knows, puts it
in, and writes them under the headings of the refusals file: ready to be imported.
"""

import argparse
import csv
import json
import pathlib
import sys


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rejects", type=pathlib.Path, required=True)
    parser.add_argument("--truth", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--rows", type=int, default=1)
    options = parser.parse_args()
    with options.truth.open(encoding="utf-8") as source:
        entries = [json.loads(line) for line in source]
    truth = {entry["row"]: entry for entry in entries if entry["expect"] == "refuse"}
    mended = []
    with options.rejects.open(encoding="utf-8-sig", newline="") as source:
        reader = csv.DictReader(source)
        for row in reader:
            entry = truth.get(int(row["_row"]))
            if entry and entry["kind"] != "twice_unlike" and len(mended) < options.rows:
                mended.append(row | {entry["field"]: entry["clean"]})
    with options.out.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, reader.fieldnames)
        writer.writeheader()
        writer.writerows(mended)
    return 0 if len(mended) == options.rows else 1


if __name__ == "__main__":
    sys.exit(main())
