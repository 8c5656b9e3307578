"""The manuals: a page a tool in both languages, help against page, every code explained."""

import os
import pathlib
import re
import shutil
import subprocess
import unittest

from tree import ROOT, text, under, without_comments

BUILD = pathlib.Path(os.environ["GRID_BUILD"]).resolve()
TOOLS = (BUILD / "tools.txt").read_text().split()
CODE = re.compile(r"\b[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*\b")
# Options of every tool that --help leaves out where they do nothing.
COMMON = {
    "--db", "--format", "--lang", "--as", "--at", "--now", "--dry-run", "--atomic", "--rejects",
    "--reveal", "--wait", "--quiet", "--help", "--version", "-n", "-q",
}  # fmt: skip


def page(name, folder="man"):
    path = ROOT / folder / name
    return path.read_text() if path.exists() else ""


def options_of_help(tool):
    command = [BUILD / "bin" / tool, "--help"]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    lines = [line for line in run.stdout.splitlines() if re.match(r"  -", line)]
    name = re.compile(r"(?:^|[ ,])(--?[a-z][a-z-]*)")
    return {option for line in lines for option in name.findall(line[:26])}


def options_of_page(source):
    """What .Fl names at the beginning of an item or in the synopsis; `Fl -under` is --under."""
    found = set()
    for line in source.splitlines():
        if re.match(r"\.(It|Op|Fl|Ic|Ar|No|Pq|Ql|Xo|Oc|Oo)?\b.*\bFl\b", line):
            found |= {"-" + name for name in re.findall(r"\bFl\s+((?:\\?-)?[a-z][a-z-]*)", line)}
    return {name.replace("\\", "") for name in found}


class Pages(unittest.TestCase):
    def test_each_tool_has_a_page_in_both_languages(self):
        missing = [
            f"{folder}/{tool}.1"
            for tool in TOOLS
            for folder in ("man", "man/zh_CN")
            if not page(f"{tool}.1", folder)
        ]
        self.assertEqual(missing, [])

    def test_the_shared_pages(self):
        for name in ("grid.7", "grid-records.5", "grid-policy.5", "grid-profile.5"):
            for folder in ("man", "man/zh_CN"):
                self.assertTrue(page(name, folder), f"{folder}/{name}")

    def test_sections(self):
        for tool in TOOLS:
            source = page(f"{tool}.1")
            with self.subTest(tool=tool):
                for section in ("NAME", "SYNOPSIS", "DESCRIPTION", "EXIT STATUS", "EXAMPLES"):
                    self.assertIn(f".Sh {section}\n", source)

    @unittest.skipUnless(shutil.which("mandoc"), "mandoc is not installed")
    def test_mandoc_finds_no_fault(self):
        for name in under("man"):
            if name.suffix in (".1", ".5", ".7"):
                with self.subTest(page=str(name)):
                    run = subprocess.run(
                        ["mandoc", "-T", "lint", "-W", "warning", str(ROOT / name)],
                        capture_output=True,
                        text=True,
                        check=False,
                    )
                    self.assertEqual(run.stdout, "")


class HelpAndPage(unittest.TestCase):
    def test_every_option_of_help_stands_in_the_page(self):
        for tool in TOOLS:
            for folder in ("man", "man/zh_CN"):
                with self.subTest(tool=tool, folder=folder):
                    known = options_of_page(page(f"{tool}.1", folder)) | COMMON
                    self.assertEqual(options_of_help(tool) - known, set())

    def test_every_option_of_the_page_stands_in_help(self):
        for tool in TOOLS:
            for folder in ("man", "man/zh_CN"):
                with self.subTest(tool=tool, folder=folder):
                    named = options_of_page(page(f"{tool}.1", folder))
                    self.assertEqual(named - options_of_help(tool) - COMMON, set())

    def test_the_common_options_stand_in_grid_7(self):
        self.assertEqual(COMMON - options_of_page(page("grid.7")), set())


def codes_of(source):
    """The codes of problems in a source: every literal of the shape noun.problem, and others that
    are given to problem()."""
    code = re.sub(r"^#.*", "", without_comments(source), flags=re.M)
    literals = re.findall(r'"([^"\\\n]*)"', code)
    return {one for one in literals if CODE.fullmatch(one)} | set(
        re.findall(r'\bproblem\(\s*"([^"]*)"', code)
    )


class Codes(unittest.TestCase):
    def used(self):
        found = {}
        for name in under("lib", ".cc", ".h", ".inc") + under("tools", ".cc"):
            if name.name == "policy_diff.cc":  # its literals are keys of the policy
                continue
            for code in codes_of(text(name)):
                found.setdefault(code, str(name))
        return found

    def test_shape(self):
        wrong = {c: n for c, n in self.used().items() if not CODE.fullmatch(c)}
        self.assertEqual(wrong, {})

    def test_each_is_explained(self):
        for folder in ("man", "man/zh_CN"):
            with self.subTest(folder=folder):
                pages = page("grid-records.5", folder) + page("grid-policy.5", folder)
                explained = set(CODE.findall(pages.replace("\\&", "")))
                missing = {c: n for c, n in self.used().items() if c not in explained}
                self.assertEqual(missing, {})

    def test_nothing_else_is_explained(self):
        items = re.findall(r"^\.It .*", page("grid-records.5"), re.M)
        listed = {code for item in items for code in CODE.findall(item)}
        literals = set()
        for name in under("lib", ".cc", ".h", ".inc") + under("tools", ".cc"):
            literals |= set(CODE.findall(text(name)))
        # Some are put together from the name of a field and what is wrong with it.
        sources = "".join(text(name) for name in under("lib", ".cc"))
        ends = tuple(re.findall(r'\+ "(\.[a-z_]+)"', sources))
        unused = {code for code in listed - literals if not code.endswith(ends)}
        self.assertEqual(unused, set())


class Packages(unittest.TestCase):
    """By name only: the names of Debian 12's packages that the project may ask for."""

    def test_the_list_is_well_formed(self):
        lines = text("cmake/debian-packages.txt").splitlines()
        names = [line for line in lines if line and not line.startswith("#")]
        self.assertEqual(len(names), len(set(names)))
        for name in names:
            self.assertRegex(name, r"^[a-z0-9][a-z0-9+.-]+$")

    @unittest.skipUnless(shutil.which("dpkg-query"), "this is no Debian")
    def test_each_exists(self):
        lines = text("cmake/debian-packages.txt").splitlines()
        names = [line for line in lines if line and not line.startswith("#")]
        installed = subprocess.run(
            ["dpkg-query", "-W", "-f=${Package}\n"], capture_output=True, text=True, check=False
        ).stdout.split()
        unknown = [name for name in names if name not in installed]
        if unknown:
            shown = subprocess.run(
                ["apt-cache", "show", "--no-all-versions", *unknown],
                capture_output=True,
                text=True,
                check=False,
            ).stdout
            unknown = [name for name in unknown if f"Package: {name}\n" not in shown]
        self.assertEqual(unknown, [])


if __name__ == "__main__":
    unittest.main()
