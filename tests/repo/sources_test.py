"""Names, sizes and what must not stand in a tracked file."""

import ast
import re
import unittest

from tree import LINE_OF_LITERAL, ROOT, files, text, under, without_literals

MOST_LINES = 500
MOST_LINES_OF_A_FUNCTION = 60
MOST_LINES_OF_MAIN = 120
# Data, not code.
DATA = {".inc", ".csv", ".sql", ".tsv", ".po", ".pot", ".json", ".jsonl", ".t", ".txt", ".toml"}
CODE = {".h", ".cc", ".py", ".sh", ".cmake"}


def readable(name):
    try:
        return text(name)
    except UnicodeDecodeError:
        return ""


def is_function(head):
    """Whether what stands before a brace makes it the body of a function."""
    if re.search(r"\b(namespace|class|struct|enum|union)\b[^()]*$", head):
        return False
    return "(" in head and not re.search(r"[=,(]$|\breturn$", head)


def functions(code):
    """(first line, last line, text) of each outermost function body of C++."""
    code = re.sub(r"^[ \t]*#(?:\\\n|[^\n])*", "", without_literals(code), flags=re.MULTILINE)
    found, stack, begin = [], [], 0
    for brace in re.finditer(r"[{}]", code):
        if brace.group() == "{":
            head = code[begin : brace.start()].lstrip("; \n")
            inside = any(body for body, _ in stack)
            stack.append((not inside and is_function(head.rstrip()), brace.start() - len(head)))
        elif stack:
            body, start = stack.pop()
            if body:
                first = code.count("\n", 0, start) + 1
                last = code.count("\n", 0, brace.start()) + 1
                found.append((first, last, code[start : brace.start()]))
        begin = brace.end()
    return found


class Sizes(unittest.TestCase):
    def test_files(self):
        long = {
            str(name): lines
            for name in files()
            if name.suffix not in DATA
            and (name.suffix in CODE or name.name == "CMakeLists.txt")
            and (lines := readable(name).count("\n")) > MOST_LINES
        }
        self.assertEqual(long, {})

    def test_functions_of_cpp(self):
        long = []
        for name in under("lib", ".h", ".cc") + under("tools", ".cc") + under("tests", ".h", ".cc"):
            for first, last, body in functions(text(name)):
                is_main = re.match(r"int main\(", body) is not None
                most = MOST_LINES_OF_MAIN if is_main else MOST_LINES_OF_A_FUNCTION
                lines = last - first + 1 - body.count(LINE_OF_LITERAL)
                # A test case may be a table.
                if lines > most and not body.startswith(("TEST_CASE", "TEST_SUITE")):
                    long.append(f"{name}:{first}: {lines} lines")
        self.assertEqual(long, [])

    def test_functions_of_python(self):
        long = []
        for name in (one for one in files() if one.suffix == ".py"):
            for node in ast.walk(ast.parse(text(name))):
                if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                    lines = node.end_lineno - node.lineno + 1
                    if lines > MOST_LINES_OF_A_FUNCTION:
                        long.append(f"{name}:{node.lineno}: {lines} lines")
        self.assertEqual(long, [])

    def test_this_test_finds_functions(self):
        code = (
            "namespace a {\nstruct S {\n  int f() const {\n    if (x) {\n    }\n  }\n};\n"
            "constexpr int t[] = {1, 2};\nS::S(int a)\n    : a_(a) {\n}\n}  // namespace a\n"
        )
        spans = [(first, last) for first, last, _ in functions(code)]
        self.assertEqual(spans, [(3, 6), (9, 11)])


class Names(unittest.TestCase):
    def test_no_drawers(self):
        drawers = re.compile(r"(^|[_.-])(utils?|common|misc|helpers?|managers?)([_.-]|$)")
        wrong = [
            str(name)
            for name in files()
            if any(drawers.search(part.lower()) for part in name.parts)
        ]
        self.assertEqual(wrong, [])


class Contents(unittest.TestCase):
    def test_no_path_of_the_machine(self):
        # Written apart, so that this file does not hold them.
        machine, homes = "/" + r"work/(shared|main|\.)", "/" + r"(home|root|Users)/\w"
        paths = re.compile(f"{machine}|{homes}|\\." + "library/")
        wrong = [
            f"{name}:{number}: {line.strip()[:80]}"
            for name in files()
            for number, line in enumerate(readable(name).splitlines(), 1)
            if paths.search(line)
        ]
        self.assertEqual(wrong, [])

    def test_nothing_left_to_do(self):
        marks = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|HA" + r"CK)\b(?!ING)")
        wrong = [
            f"{name}:{number}"
            for name in files()
            if name.suffix in CODE
            for number, line in enumerate(readable(name).splitlines(), 1)
            if marks.search(line)
        ]
        self.assertEqual(wrong, [])

    def test_text_files_are_clean(self):
        wrong = []
        for name in files():
            if name.suffix not in CODE | {".md", ".sql", ".toml"}:
                continue
            content = (ROOT / name).read_bytes()
            if b"\r" in content or not content.endswith(b"\n") or b"\t" in content:
                wrong.append(str(name))
        self.assertEqual(wrong, [])


if __name__ == "__main__":
    unittest.main()
