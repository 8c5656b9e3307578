"""Every refusal has a code, a line in the manual of both languages, and a test that meets it."""

import functools
import re
import unittest

from manual_test import CODE, codes_of, page
from tree import text, under

# Codes that no test can bring about, each with its reason.
UNTESTED = {
    "db.code": "a defect of ours: the codes were looked up before they were written",
    "program.defect": "a defect of ours, whatever it is",
    "digest.sm3": "takes a libcrypto without SM3",
    "encoding.missing": "takes a C library without the converter",
    "export.write": "takes a disk that fails at the last moment",
    "memory.exhausted": "takes a machine without memory",
    "random.none": "takes a kernel without random bytes",
}
MANUALS = ("grid-records.5", "grid-policy.5")


def mentioned(source):
    """The codes that stand in a text, and not merely as a part of a longer word."""
    return set(re.findall(r"(?<![\w.])[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*(?![\w.])", source))


@functools.cache
def refusals():
    """Each code that a problem carries, and a file that gives it."""
    found = {}
    for name in under("lib", ".cc", ".h", ".inc") + under("tools", ".cc"):
        if name.name == "policy_diff.cc":  # its literals are keys of the policy
            continue
        for code in codes_of(text(name)):
            found.setdefault(code, str(name))
    return found


@functools.cache
def tested():
    """The codes that tests mention: in doctests, golden files, scripts and tables."""
    found = set()
    for name in under("tests", ".cc", ".h", ".t", ".py", ".tsv"):
        if name.name not in ("refusals_test.py", "manual_test.py"):
            found |= mentioned(text(name))
    return found


class Refusals(unittest.TestCase):
    def test_they_are_found(self):
        self.assertGreater(len(refusals()), 200)
        for code in ("case.step", "receipt.unknown", "event.cut", "id.checksum", "usage.option"):
            self.assertIn(code, refusals())

    def test_each_has_a_line_in_the_manual(self):
        for folder in ("man", "man/zh_CN"):
            pages = "".join(page(name, folder) for name in MANUALS).replace("\\&", "")
            lines = set()
            for item in re.findall(r"^\.It .*", pages, re.M):
                lines |= set(CODE.findall(item))
            with self.subTest(folder=folder):
                missing = {code: name for code, name in refusals().items() if code not in lines}
                self.assertEqual(missing, {})

    def test_each_is_met_by_a_test(self):
        missing = {
            code: name
            for code, name in refusals().items()
            if code not in tested() and code not in UNTESTED
        }
        self.assertEqual(missing, {})

    def test_the_exceptions_are_needed(self):
        self.assertEqual(UNTESTED.keys() - refusals().keys(), set())
        self.assertEqual(UNTESTED.keys() & tested(), set())

    def test_this_test_finds_what_is_missing(self):
        self.assertEqual(mentioned("[case.step] case.late_at \"id.x\" a.b.c"), {
            "case.step", "case.late_at", "id.x"})  # fmt: skip


if __name__ == "__main__":
    unittest.main()
