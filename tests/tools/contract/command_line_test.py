"""Contract 1.1: options, help, configuration; the same of every binary."""

import os
import re
import unittest

from facts import tools, unknown_tools
from office import OfficeTest, each

CJK = re.compile("[\u3001-\u303f\u4e00-\u9fff]")


class Help(OfficeTest):
    def test_every_binary_has_facts(self):
        self.assertEqual(unknown_tools(), [], "add them to facts.py")

    @each(tools())
    def test_help_is_one_screen_without_a_database(self, tool):
        office = self.empty_office()
        run = office.run(tool.name, "--help")
        self.assert_status(run, 0)
        self.assertEqual(run.err, b"")
        lines = run.text.splitlines()
        self.assertLessEqual(len(lines), 60)
        self.assertTrue(lines[0].startswith(f"{tool.name} - "), lines[0])
        self.assertTrue(any(line.startswith(f"Usage: {tool.name}") for line in lines))
        self.assertEqual(len(self.examples(lines)), 3, run.text)
        self.assertFalse(office.db.exists())

    def examples(self, lines):
        after = lines[lines.index("Examples:") + 1 :]
        return [line for line in after if re.match("  [a-z]", line)]

    @each(tools())
    def test_help_speaks_chinese(self, tool):
        office = self.empty_office()
        ways = (
            (("--lang", "zh", "--help"), {}),
            (("--help",), {"GRID_LANG": "zh"}),
            (("--help",), {"LC_ALL": "zh_CN.UTF-8"}),
        )
        texts = {office.run(tool.name, *arguments, env=env).text for arguments, env in ways}
        self.assertEqual(len(texts), 1)
        lines = texts.pop().splitlines()
        self.assertLessEqual(len(lines), 60)
        self.assertRegex(lines[0], CJK)
        for line in lines:
            if re.match("  -", line):
                self.assertRegex(line, CJK, "an option without a Chinese explanation")

    @each(tools())
    def test_version_without_a_database(self, tool):
        run = self.empty_office().run(tool.name, "--version")
        self.assert_status(run, 0)
        self.assertRegex(run.text, rf"\A{tool.name} \(libgrid\) \d+\.\d+\.\d+\n\Z")
        self.assertEqual(run.err, b"")


class Refused(OfficeTest):
    """What is wrong on the command line: one line, exit 2, nothing opened."""

    def refused(self, tool, *arguments, names):
        office = self.empty_office()
        run = office.run(tool.name, *arguments, input=tool.input)
        self.assert_status(run, 2)
        self.assert_one_line(run, names)
        self.assertEqual(sorted(os.listdir(office.folder)), ["home"], "something was made")

    @each(tools())
    def test_unknown_option_names_the_nearest(self, tool):
        self.refused(tool, "--hlep", names="--help")
        self.refused(tool, "--formt=csv", names="--format")
        self.refused(tool, "-x", names="-x")

    @each(tools())
    def test_no_abbreviations(self, tool):
        self.refused(tool, "--versio", names="--version")

    @each(tools())
    def test_unknown_value(self, tool):
        self.refused(tool, *tool.arguments, "--format", "jsnol", names="jsonl")
        self.refused(tool, *tool.arguments, "--lang", "fr", names="zh")
        self.refused(tool, *tool.arguments, "--now", "yesterday", names="3339")
        self.refused(tool, *tool.arguments, "--wait", "soon", names="--wait")
        if tool.wrong:
            self.refused(tool, *tool.wrong[0], names=tool.wrong[1])

    @each(tools())
    def test_missing_and_superfluous_values(self, tool):
        self.refused(tool, "--format", names="--format")
        self.refused(tool, "--quiet=yes", names="--quiet")

    @each(tools())
    def test_the_rejects_file_is_not_made(self, tool):
        self.refused(tool, "--rejects", "bad.jsonl", "--nonsense", names="--nonsense")


class Places(OfficeTest):
    @each(tools())
    def test_options_in_any_position_and_shape(self, tool):
        first = self.new_office().sample(tool, "--format", "jsonl", "--lang", "en")
        self.assert_status(first, *tool.statuses)
        shapes = (
            ("--format=jsonl", *tool.arguments, "--lang=en"),
            (*tool.arguments, "--format", "jsonl", "--lang", "en"),
            ("--format", "csv", *tool.arguments, "--lang", "en", "--format", "jsonl"),
        )
        for shape in shapes:
            run = self.new_office().run(tool.name, *shape, input=tool.input)
            self.assertEqual((run.status, run.text), (first.status, first.text), shape)

    @each(tools(operands=True))
    def test_two_dashes_end_the_options(self, tool):
        office = self.new_office()
        run = office.run(tool.name, *tool.arguments, "--", "--help", input=tool.input)
        self.assertNotIn("Usage:", run.text)
        self.assertNotIn("[usage.option]", run.errors)

    @each(tools(lines=True, files=True))
    def test_files_and_standard_input_by_name(self, tool):
        want = self.new_office().sample(tool)
        self.assert_status(want, *tool.statuses)
        for name in ("in.jsonl", "--in.jsonl", "-"):
            office = self.new_office()
            if name != "-":
                office.write(name, tool.input)
            typed = tool.input if name == "-" else ""
            run = office.run(tool.name, *tool.arguments, "--", name, input=typed)
            self.assertEqual((run.status, run.text), (want.status, want.text), name)

    @each(tools(lines=True, files=True))
    def test_a_missing_file_is_no_input(self, tool):
        run = self.new_office().run(tool.name, *tool.arguments, "nothing.jsonl")
        self.assert_status(run, 66)
        self.assert_one_line(run, "nothing.jsonl", "[input.missing]")

    @each(tools(batch=True))
    def test_what_standard_input_is_attached_to_changes_nothing(self, tool):
        want = self.new_office().sample(tool)
        office = self.new_office()
        with office.write("in.jsonl", tool.input).open("rb") as file:
            process = office.start(
                tool.name, *tool.arguments, stdin=file, stdout=-1, stderr=-1
            )
            out, _ = process.communicate(timeout=60)
        self.assertEqual(out, want.out)


class Configuration(OfficeTest):
    def configured(self, content, where="home/.config/grid/config.toml"):
        office = self.new_office()
        office.write(where, content)
        return office

    def test_flag_beats_variable_beats_user(self):
        office = self.configured('format = "csv"\nlang = "zh"\n')
        user = office.must("grid-list", "area").text
        variable = office.must("grid-list", "area", env={"GRID_FORMAT": "table"}).text
        flag = office.must(
            "grid-list", "area", "--format", "jsonl", env={"GRID_FORMAT": "table"}
        ).text
        self.assertTrue(user.startswith("code,"), user)
        self.assertTrue(variable.startswith("编码"), variable)
        self.assertTrue(flag.startswith('{"type":"area"'), flag)

    def test_the_folder_of_xdg(self):
        office = self.configured('format = "csv"\n', where="settings/grid/config.toml")
        run = office.must(
            "grid-list", "area", env={"XDG_CONFIG_HOME": str(office.folder / "settings")}
        )
        self.assertTrue(run.text.startswith("code,"), run.text)

    def test_the_database_and_the_actor(self):
        office = self.empty_office()
        office.must("grid-init", env={"GRID_DB": str(office.folder / "x.db"), "GRID_AS": None})
        office.write("home/.config/grid/config.toml", f'db = "{office.folder}/x.db"\nas = "li"\n')
        run = office.must("grid-list", "staff", env={"GRID_DB": None, "GRID_AS": None})
        self.assertEqual(run.text.count("\n"), 1)
        # Nobody named li may add.
        run = office.run(
            "grid-add",
            input='{"type":"area","code":"1","name":"x","kind":"street"}\n',
            env={"GRID_DB": None, "GRID_AS": None},
        )
        self.assert_status(run, 77)

    def test_the_default_place(self):
        office = self.empty_office()
        for env, place in (
            ({"GRID_DB": None}, "home/.local/share/grid/grid.db"),
            ({"GRID_DB": None, "XDG_DATA_HOME": str(office.folder / "d")}, "d/grid/grid.db"),
        ):
            office.must("grid-init", env=env)
            self.assertTrue((office.folder / place).exists(), place)

    @each(tools())
    def test_unknown_key(self, tool):
        office = self.configured('lang = "en"\n\nfromat = "csv"\n')
        run = office.sample(tool)
        self.assert_status(run, 78)
        self.assert_one_line(run, "config.toml:3:", "format", "[config.key]")

    @each(tools())
    def test_broken_configuration(self, tool):
        office = self.configured('lang = "en"\nformat = csv\n')
        run = office.sample(tool)
        self.assert_status(run, 78)
        self.assertIn("config.toml:2:", run.errors)

    @each(tools(database=True))
    def test_the_current_directory_is_never_read(self, tool):
        office = self.new_office()
        for name in ("config.toml", "grid/config.toml", ".config/grid/config.toml"):
            office.write(name, 'nonsense = "1"\n')
        env = {"GRID_DB": None, "HOME": str(office.folder / "elsewhere")}
        run = office.sample(tool, env=env)
        if tool.name == "case-due":  # works without an office, by the built-in policy
            return self.assert_status(run, 0)
        # ./grid.db is there, and is not the default.
        self.assert_status(run, 66)


if __name__ == "__main__":
    unittest.main()
