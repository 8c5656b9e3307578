#!/usr/bin/env python3
"""Measures the tools beside public ones on the same input in the same run, and prints ratios.

    tests/bench/bench.py [--bin DIR] [--cases N] [--many N] [--runs N] [--cpu] [NAME]...

Machines are noisy: the two sides of a comparison run in turn, and what counts is the median of
the ratios. Nothing here fails because of a time; a bound is printed beside its ratio. On a machine
that does other work too, --cpu counts the processor's time instead of what elapsed.
"""

import argparse
import pathlib
import tempfile

import rig
from everyday import start, tasks
from exports import exports
from filing import filing, growth
from find import find
from ladder import ladder
from lists import lists
from register import register
from steps import steps

ROOT = pathlib.Path(__file__).resolve().parents[2]
MEASUREMENTS = {each.__name__: each
                for each in (start, filing, steps, ladder, lists, growth, tasks, register,
                             exports, find)}


def main():
    names = ", ".join(MEASUREMENTS)
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--bin", type=pathlib.Path, default=ROOT / "build/release/bin")
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--many", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--cpu", action="store_true", help="count the processor's time")
    parser.add_argument("names", nargs="*", metavar="NAME", help=names)
    options = parser.parse_args()
    options.bin = options.bin.resolve()
    unknown = [name for name in options.names if name not in MEASUREMENTS]
    if unknown:
        parser.error(f"no measurement {', '.join(unknown)}; there are {names}")
    print(f"{'what':<56} {'ours':>13} {'other':>13}")
    if options.cpu:
        rig.clock = rig.processor_seconds
    with tempfile.TemporaryDirectory(prefix="grid-bench-") as folder:
        bench = rig.Rig(options, folder)
        for name in options.names or MEASUREMENTS:
            MEASUREMENTS[name](bench)


if __name__ == "__main__":
    main()
