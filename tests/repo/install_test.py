"""What cmake --install leaves: programs, manuals, messages, completion, and a libgrid to link."""

import os
import pathlib
import subprocess
import tempfile
import unittest

BUILD = pathlib.Path(os.environ["GRID_BUILD"])
PROGRAM = """
#include <grid/codec/policy.h>
#include <grid/domain/calendar.h>
#include <cstdio>
int main() {
  const auto policy = grid::codec::default_policy();
  const grid::UtcOffset china{480};
  const auto calendar = grid::domain::Calendar::compile(policy.calendars.at(""), china);
  const auto from = grid::parse_instant("2026-02-13T10:00:00+08:00");
  const auto due = calendar->add(*from, *grid::domain::parse_limit("5wd"));
  std::puts(grid::format_instant(due.at, china).c_str());
}
"""


class Install(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="grid-install-")
        cls.prefix = pathlib.Path(cls.folder.name) / "prefix"
        subprocess.run(["cmake", "--install", str(BUILD), "--prefix", str(cls.prefix)],
                       check=True, capture_output=True)
        cls.tools = (BUILD / "tools.txt").read_text().split()

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_what_only_reads_loads_few_libraries(self):
        """Most of a short list's time is the loader's: libcrypto and the shared C++ runtime, which
        libfmt and libsimdjson bring along, cost more than the list."""
        for tool in ("grid-list", "case-list", "case-show"):
            loaded = subprocess.run(["readelf", "-d", self.prefix / "bin" / tool], check=True,
                                    capture_output=True, text=True).stdout
            needed = [line for line in loaded.splitlines() if "(NEEDED)" in line]
            self.assertTrue(needed, tool)
            for library in ("libcrypto", "libfmt", "libstdc++"):
                if library == "libstdc++" and "libasan" in loaded:
                    continue  # the sanitizers take the shared runtime
                self.assertFalse([line for line in needed if library in line], tool)

    def test_finding_people_does_not_load_what_reads_workbooks(self):
        """libzip brings libcrypto along, which took a third of a look-up's time."""
        loaded = subprocess.run(["readelf", "-d", self.prefix / "bin" / "household-list"], check=True,
                                capture_output=True, text=True).stdout
        self.assertIn("libsqlite3", loaded)
        for library in ("libzip", "libexpat", "libcrypto"):
            self.assertNotIn(library, loaded)

    def test_workbooks_are_written_by_exports_only(self):
        for tool in self.tools:
            loaded = subprocess.run(["readelf", "-d", self.prefix / "bin" / tool], check=True,
                                    capture_output=True, text=True).stdout
            self.assertEqual("libxlsxwriter" in loaded, tool == "list-export", tool)

    def test_each_tool_has_its_page_in_both_languages_and_its_completion(self):
        for tool in self.tools:
            for path in (f"bin/{tool}", f"share/man/man1/{tool}.1",
                         f"share/man/zh_CN/man1/{tool}.1",
                         f"share/bash-completion/completions/{tool}"):
                self.assertTrue((self.prefix / path).exists(), path)

    def test_installed_programs_find_their_messages(self):
        text = subprocess.run([str(self.prefix / "bin/grid-list"), "--help", "--lang", "zh"],
                              check=True, capture_output=True, text=True).stdout
        self.assertIn("用法", text)

    def test_completion_offers_the_options_of_help(self):
        script = ('PATH="$1/bin:$PATH"; . "$1/share/bash-completion/completions/grid-list"; '
                  '_grid grid-list --tr ""; echo "${COMPREPLY[@]}"')
        done = subprocess.run(["bash", "-c", script, "bash", str(self.prefix)], check=True,
                              capture_output=True, text=True)
        self.assertEqual(done.stdout, "--tree\n")

    def test_a_program_builds_with_pkg_config(self):
        source = self.prefix / "due.cc"
        source.write_text(PROGRAM)
        found = list(self.prefix.glob("lib/**/libgrid.pc"))
        self.assertEqual(len(found), 1)
        env = dict(os.environ, PKG_CONFIG_PATH=str(found[0].parent))
        flags = subprocess.run(["pkg-config", "--cflags", "--libs", "libgrid"], env=env,
                               check=True, capture_output=True, text=True).stdout.split()
        program = self.prefix / "due"
        subprocess.run(["c++", "-std=c++20", str(source), "-o", str(program), *flags], check=True)
        printed = subprocess.run([str(program)], check=True, capture_output=True, text=True)
        self.assertEqual(printed.stdout, "2026-02-27T17:30:00+08:00\n")


if __name__ == "__main__":
    unittest.main()
