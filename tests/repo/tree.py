"""The files of the project, for the checks of this folder."""

import functools
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Folders of the working copy that belong to nobody's sources.
NOT_OURS = {"build", ".git", "work", "__pycache__"}


@functools.cache
def files():
    """Paths relative to ROOT: what git tracks, else (an unpacked archive) all but NOT_OURS."""
    command = ["git", "-C", str(ROOT), "ls-files", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, capture_output=True, check=True, text=True).stdout
        names = [pathlib.Path(line) for line in listed.splitlines()]
    except (OSError, subprocess.CalledProcessError):
        names = [path.relative_to(ROOT) for path in ROOT.rglob("*")]
    return sorted(
        name for name in names if (ROOT / name).is_file() and not NOT_OURS & set(name.parts)
    )


def under(folder, *suffixes):
    """The files below a folder, by their endings."""
    return [
        name
        for name in files()
        if name.is_relative_to(folder) and (not suffixes or name.suffix in suffixes)
    ]


def text(name):
    return (ROOT / name).read_text(encoding="utf-8")


def without_comments(code):
    """C++ with comments blanked, line numbers and literals kept."""
    pattern = r'R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|//[^\n]*|/\*.*?\*/'

    def blank(found):
        piece = found.group(0)
        return re.sub(r"[^\n]", " ", piece) if piece.startswith("/") else piece

    return re.sub(pattern, blank, code, flags=re.DOTALL)


# Marks in without_literals() each line end inside a literal: such a literal is data, not code.
LINE_OF_LITERAL = "\x01"


def without_literals(code):
    """C++ with comments blanked and the insides of strings and characters, too."""
    pattern = r"""R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'"""

    def blank(found):
        inside = re.sub(r"[^\n]", " ", found.group(0)[1:-1])
        return '"' + inside.replace("\n", LINE_OF_LITERAL + "\n") + '"'

    return re.sub(pattern, blank, without_comments(code), flags=re.DOTALL)
