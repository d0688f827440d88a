# SPDX-License-Identifier: GPL-3.0-or-later
"""Where names live: the rules of src/ that a reader finds a thing by. Checks of lint.py."""

import os
import re
from pathlib import Path
from typing import Dict, Iterator, List, NamedTuple, Set

# A folder of more files than this is a hall, not a room.
MAX_FILES = 40

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*"([^"]+)"', re.MULTILINE)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
PREPROCESSOR = re.compile(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*$", re.MULTILINE)
FUNCTION = re.compile(r"\b((?:bearings|psy)_\w+)\s*\(")
# What declares no function: macros of GObject and of cleanup, and calls in inline bodies.
DECLARING_MACRO = re.compile(r"\bG_(?:DEFINE|DECLARE)_\w+\s*\([^)]*\)")


class Header(NamedTuple):
    """A header of src/ and the names it gives to others."""

    path: Path
    functions: List[str]
    types: List[str]
    enumerators: List[str]


def unit_of(path: Path) -> str:
    """A source and its header are one unit, and so is the header of its private parts."""
    return re.sub(r"-private$", "", path.stem)


def without_bodies(text: str) -> str:
    while re.search(r"\{[^{}]*\}", text):
        text = re.sub(r"\{[^{}]*\}", ";", text)
    return text


def read_header(path: Path) -> Header:
    text = PREPROCESSOR.sub("", COMMENT.sub("", path.read_text(encoding="utf-8")))
    types = re.findall(r"^\}\s*(\w+);", text, re.MULTILINE)
    types += re.findall(r"\btypedef\s+(?:struct|union|enum)\s+\w+\s+(\w+);", text)
    types += re.findall(r"\btypedef\s+[^;{}]*\(\*(\w+)\)", text)
    types += re.findall(r"\bG_DECLARE_\w+\s*\(\s*(\w+)", text)
    enumerators = []
    for body in re.findall(r"\benum\s*\w*\s*\{([^}]*)\}", text):
        enumerators += re.findall(r"(?:^|,)\s*([A-Z]\w+)", body)
    declared = without_bodies(DECLARING_MACRO.sub(";", text))
    declared = re.sub(r"\btypedef\b[^;]*;", ";", declared)
    functions = [name for part in declared.split(";") for name in FUNCTION.findall(part)[:1]]
    return Header(path, list(dict.fromkeys(functions)), types, enumerators)


def headers(root: Path) -> Iterator[Header]:
    for path in sorted((root / "src").rglob("*.h")):
        yield read_header(path)


def snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def check_homes(root: Path) -> List[str]:
    """A public name is declared in one header of src/."""
    findings = []
    homes: Dict[str, Path] = {}
    for header in headers(root):
        for name in [*header.functions, *header.types, *header.enumerators]:
            home = homes.setdefault(name, header.path)
            if home != header.path:
                findings.append(
                    f"{header.path.relative_to(root)}: {name} has its home in {home.relative_to(root)}")
    return findings


def exceptions(root: Path) -> Set[str]:
    """The reviewed names that do not follow the rule: one a line, then why."""
    path = root / "tests" / "lint" / "names-of-their-own"
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return {line.split()[0] for line in lines if line and not line.startswith("#")}


def check_names(root: Path) -> List[str]:
    """A public function begins with the name of its header, or of a type its header declares."""
    findings = []
    allowed = exceptions(root)
    used = set()
    for header in headers(root):
        own = [unit_of(header.path).replace("-", "_"), *map(snake, header.types)]
        for name in header.functions:
            if any(name == prefix or name.startswith(prefix + "_") for prefix in own):
                continue
            if name in allowed:
                used.add(name)
            else:
                findings.append(f"{header.path.relative_to(root)}: {name} does not begin with {own[0]}")
    findings += [f"tests/lint/names-of-their-own: {name} needs no exception" for name in sorted(allowed - used)]
    return findings


def include_graph(root: Path) -> Dict[str, Set[str]]:
    files = [path for path in sorted((root / "src").rglob("*")) if path.suffix in (".c", ".h")]
    units = {path.name: unit_of(path) for path in files if path.suffix == ".h"}
    graph: Dict[str, Set[str]] = {}
    for path in files:
        unit = unit_of(path)
        targets = graph.setdefault(unit, set())
        for name in INCLUDE.findall(path.read_text(encoding="utf-8")):
            target = units.get(os.path.basename(name))
            if target is not None and not is_part(unit, target):
                targets.add(target)
    return graph


def is_part(one: str, other: str) -> bool:
    """A class and its parts: the name of one continues that of the other."""
    return one == other or one.startswith(other + "-") or other.startswith(one + "-")


def check_circles(root: Path) -> List[str]:
    """No file includes, by whatever way, one that includes it; a class and its parts apart."""
    graph = include_graph(root)
    state: Dict[str, int] = {}
    findings = []

    def visit(unit: str, way: List[str]) -> None:
        state[unit] = 1
        for target in sorted(graph.get(unit, ())):
            if state.get(target) == 1:
                circle = way[way.index(target):] + [target]
                findings.append("a circle of includes: " + " > ".join(circle))
            elif target not in state:
                visit(target, way + [target])
        state[unit] = 2

    for unit in sorted(graph):
        if unit not in state:
            visit(unit, [unit])
    return findings


def check_rooms(root: Path) -> List[str]:
    """No folder of src/ is so full that nobody finds anything in it."""
    findings = []
    for folder in sorted({path.parent for path in (root / "src").rglob("*") if path.is_file()}):
        n = sum(1 for path in folder.iterdir() if path.is_file())
        if n > MAX_FILES:
            findings.append(f"{folder.relative_to(root)}: {n} files, more than {MAX_FILES}")
    return findings
