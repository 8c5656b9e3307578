"""Who may include whom, and what belongs to one layer only."""

import re
import unittest

from tree import text, under, without_comments, without_literals

# Direct and indirect dependencies, as HACKING.md draws them.
ALLOWED = {
    "base": {"base"},
    "text": {"base", "text"},
    "domain": {"base", "domain"},
    "sql": {"base", "sql"},
    "codec": {"base", "text", "domain", "codec"},
    "store": {"base", "domain", "sql", "store"},
    "tool": {"base", "text", "domain", "sql", "codec", "store", "tool"},
}
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*[<"]([^>"]+)[>"]', re.MULTILINE)
SOURCES = (".h", ".cc", ".inc")


def includes(name):
    return INCLUDE.findall(without_comments(text(name)))


def layer_of(included):
    """The layer of a header of ours; None of others."""
    parts = included.split("/")
    return parts[1] if parts[0] == "grid" and len(parts) > 2 else None


def sources(folder="lib"):
    return under(folder, *SOURCES)


class Layers(unittest.TestCase):
    def test_the_folders_are_the_layers(self):
        self.assertEqual({name.parts[1] for name in sources()}, set(ALLOWED))

    def test_includes(self):
        wrong = [
            f"{name} includes <{included}>"
            for name in sources()
            for included in includes(name)
            if layer_of(included) and layer_of(included) not in ALLOWED[name.parts[1]]
        ]
        self.assertEqual(wrong, [])

    def test_tests_of_a_layer_see_that_layer_only(self):
        wrong = [
            f"{name} includes <{included}>"
            for layer, allowed in ALLOWED.items()
            for name in under(f"tests/{layer}", *SOURCES)
            for included in includes(name)
            if layer_of(included) and layer_of(included) not in allowed
        ]
        self.assertEqual(wrong, [])

    def test_private_headers_stay_in_their_layer(self):
        wrong = [
            f'{name} includes "{included}"'
            for name in sources()
            for included in includes(name)
            if ".." in included
        ]
        self.assertEqual(wrong, [])

    def test_no_cycles(self):
        graph = {}
        for name in sources():
            if name.suffix == ".h" and "include" in name.parts:
                key = "/".join(name.parts[name.parts.index("include") + 1 :])
                graph[key] = [one for one in includes(name) if one.startswith("grid/")]
        done, path = set(), []

        def visit(header):
            self.assertNotIn(header, path, f"cycle: {' -> '.join(path)} -> {header}")
            if header in done:
                return
            path.append(header)
            for one in graph.get(header, []):
                visit(one)
            done.add(path.pop())

        for header in graph:
            visit(header)


class Belongings(unittest.TestCase):
    def users(self, pattern, *folders):
        found = re.compile(pattern)
        return [
            str(name)
            for folder in folders
            for name in under(folder, *SOURCES)
            if found.search(without_literals(text(name)))
        ]

    def outside(self, users, *homes):
        return [name for name in users if not name.startswith(homes)]

    def test_sqlite_is_known_to_lib_sql_only(self):
        users = self.users(r"sqlite3\.h|\bsqlite3_\w+\(", "lib", "tools")
        self.assertTrue(users)
        self.assertEqual(self.outside(users, "lib/sql/"), [])

    def test_cli11_is_known_to_lib_tool_only(self):
        users = self.users(r"include <CLI/|\bCLI::", "lib", "tools")
        self.assertTrue(users)
        self.assertEqual(self.outside(users, "lib/tool/", "tools/"), [])

    def test_streams_belong_to_lib_tool(self):
        streams = (
            r"include <(iostream|fstream|cstdio|stdio\.h|print|fmt/(ostream|os)\.h)>"
            r"|\bstd::(cout|cerr|clog|cin)\b|\b(f|v|vf)?printf\(|\bfmt::print\(|\bfputs\(|\bputs\("
        )
        self.assertEqual(self.outside(self.users(streams, "lib", "tools"), "lib/tool/"), [])

    def test_descriptors_belong_to_lib_tool_and_lib_sql(self):
        raw = r"include <(unistd|fcntl|sys/stat|poll)\.h>"
        homes = ("lib/tool/", "lib/sql/")
        self.assertEqual(self.outside(self.users(raw, "lib"), *homes), [])

    def test_the_clock_belongs_to_lib_tool(self):
        clock = (
            r"\b(system_clock|steady_clock|high_resolution_clock)::now\b"
            r"|\bgettimeofday\(|\bclock_gettime\(|\btime\((NULL|nullptr|0)\)|\blocaltime"
        )
        users = self.users(clock, "lib", "tools")
        self.assertTrue(users)
        self.assertEqual(self.outside(users, "lib/tool/", "lib/sql/"), [])

    def test_only_lib_tool_reads_the_environment(self):
        users = self.users(r"\b(secure_)?getenv\(", "lib", "tools")
        self.assertEqual(self.outside(users, "lib/tool/", "tools/"), [])


if __name__ == "__main__":
    unittest.main()
