#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the source tree that a compiler does not know.

lint.py CHECK [--root DIRECTORY]

Each check is a function from the root of a tree to a list of findings, so that the tests of
this file can plant mistakes in a tree of their own. A run with findings ends with status 1,
one that lacks a tool with 77, which meson counts as skipped.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Callable, Iterator, List, NamedTuple, Optional

import structure

MAX_LINES = 800
# Formatting is a matter of the release: others lay out a few constructs differently.
CLANG_FORMAT_MAJOR = 19


class Layer(NamedTuple):
    """What a folder of src/ may include: headers of other layers, and of libraries."""

    layers: List[str]
    libraries: List[str]


GLIB = [r"glib\.h", r"glib/.*", r"glib-object\.h"]
GIO = GLIB + [r"gio/.*"]
# Lowest first. A layer always sees itself and the C library.
LAYERS = {
    "psychometrics": Layer([], [r"gsl/.*"]),
    "model": Layer(["psychometrics"], GLIB),
    "store": Layer(["model"], GIO + [r"sqlite3\.h", r"sodium\.h"]),
    "pack": Layer(["model"], GIO + [r"sodium\.h"]),
    "report": Layer(["model"], GIO + [r"cairo\.h", r"cairo-(pdf|svg)\.h", r"pango/.*"]),
    "service": Layer(["store", "pack", "report", "model"], GIO),
    "cli": Layer(["service", "model"], GIO + [r"glib-unix\.h"]),
    "app": Layer(["service", "model"], GIO + [r"gtk/.*", r"gdk/.*", r"gsk/.*", r"graphene\.h", r"adwaita\.h", r"qrencode\.h", r"cairo\.h", r"pango/.*"]),
}
C_LIBRARY = (
    r"(assert|ctype|errno|fcntl|float|inttypes|limits|locale|math|signal|stdarg|stdatomic|stdbool|"
    r"stddef|stdint|stdio|stdlib|string|strings|time|unistd|termios|sysexits)\.h|sys/[a-z]+\.h"
)
GENERATED_HEADERS = {"config.h", "bearings-resources.h"}

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)
TRANSLATED_C = re.compile(r"\b(?:_|N_|C_|NC_|Q_|ngettext|g_dngettext|g_dpgettext2?|dngettext)\s*\(\s*(?:\"|[a-zA-Z_])")
TRANSLATED_BLUEPRINT = re.compile(r"\b(?:_|C_)\s*\(\s*[\"']")

# What puts a file at risk while it is written; bearings-file-writer.c is what does not.
WRITES = re.compile(
    r"\b(g_file_(?:set_contents|replace|create|append_to|open_readwrite)\w*|g_key_file_save_to_file"
    r"|g_mkstemp\w*|mkstemp|fopen|g_fopen|creat|g_creat|cairo_surface_write_to_png|O_CREAT)\b"
)
WRITERS = {"bearings-file-writer.c"}
# Databases are written by SQLite, which has its own way to keep them whole.
WRITING_LAYERS = {"store"}

# Written in parts, so that this file passes its own check.
FORBIDDEN = [
    # A path, not a part of a web address.
    (re.compile(r"(?<![\w.])/" + r"(work|root|home/[a-z]+|Users)/"),
     "a path of somebody's machine"),
    (re.compile(r"\b(TO" + "DO|FIX" + r"ME|XX" + r"X)\b"), "an unfinished spot: finish it or file it"),
    (re.compile("lorem " + "ipsum", re.IGNORECASE), "filler text"),
]

# What a test would wait for a time with, or measure one.
CLOCKS = {
    ".c": re.compile(
        r"\b(g_usleep|u?sleep|nanosleep|clock_nanosleep|g_timeout_\w+|alarm|g_get_monotonic_time|g_timer_\w+|clock|"
        r"gettimeofday)\s*\(|\bCLOCK_(MONOTONIC|PROCESS|THREAD|BOOTTIME)\w*|\b\w*iterate\s*\(\s*[\w*+ ]*\d"),
    ".py": re.compile(r"\bfrom time import\b|\btime\.(sleep|time|time_ns|monotonic|monotonic_ns|perf_counter|perf_counter_ns|process_time)\b"),
    "": re.compile(r"(?:^|[;&|]|\bdo\b|\bthen\b)\s*(sleep)\s+[\d.$]"),
}
# Where a condition is polled for, with a limit that ends a broken test only.
WAITERS = {"tests/app-display/widget-fixture.c", "tests/e2e/desk.py", "tests/mutation/project.py"}
# Benchmarks measure time and fail by none.
BENCHMARKS = "tests/bench/"

SKIPPED_FOLDERS = {".git", ".flatpak-builder", "__pycache__", "pictures", "node_modules"}
TEXT_SUFFIXES = {
    ".c", ".h", ".py", ".sh", ".blp", ".css", ".md", ".build", ".options", ".in", ".xml", ".svg", ".json", ".jsonl", ".sql", ".1",
}


def walk(root: Path, *folders: str) -> Iterator[Path]:
    """Every file below the folders of a tree, in a fixed order, without what a build leaves."""
    for folder in folders:
        for path, directories, names in os.walk(root / folder):
            directories[:] = sorted(d for d in directories if d not in SKIPPED_FOLDERS and not d.startswith("build"))
            for name in sorted(names):
                yield Path(path) / name


def is_script(path: Path) -> bool:
    if path.suffix or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(2) == b"#!"


def sources(root: Path) -> Iterator[Path]:
    """What people write by hand and a licence line belongs in."""
    for path in walk(root, "src", "tests", "tools", "flatpak", "resources", ".ci"):
        if path.suffix in (".c", ".h", ".py", ".sh", ".blp", ".css") or is_script(path):
            yield path


def c_files(root: Path) -> List[Path]:
    return [path for path in walk(root, "src", "tests", "tools") if path.suffix in (".c", ".h")]


def line_of(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def check_layers(root: Path) -> List[str]:
    """Includes go downwards only, and each library is seen by the layers it belongs to."""
    findings = []
    owner = {}
    for path in walk(root, "src"):
        layer = path.relative_to(root / "src").parts[0]
        if path.suffix == ".h":
            if path.name in owner:
                findings.append(f"{path.relative_to(root)}: {owner[path.name]}/ has a header of this name too")
            owner[path.name] = layer
        if path.suffix in (".c", ".h") and layer not in LAYERS:
            findings.append(f"{path.relative_to(root)}: {layer} is not a layer")

    for path in walk(root, "src"):
        layer = path.relative_to(root / "src").parts[0]
        if path.suffix not in (".c", ".h") or layer not in LAYERS:
            continue
        allowed = LAYERS[layer]
        text = path.read_text(encoding="utf-8")
        for match in INCLUDE.finditer(text):
            kind, name = match.groups()
            where = f"{path.relative_to(root)}:{line_of(text, match.start())}"
            if kind == '"':
                target = owner.get(os.path.basename(name))
                if os.path.basename(name) in GENERATED_HEADERS:
                    continue
                if target is None:
                    findings.append(f"{where}: no layer has {name}")
                elif target != layer and target not in allowed.layers:
                    findings.append(f"{where}: {layer}/ must not see {target}/ ({name})")
            elif not re.fullmatch(C_LIBRARY, name) and not any(re.fullmatch(p, name) for p in allowed.libraries):
                findings.append(f"{where}: {layer}/ must not see <{name}>")
    return findings


def check_writes(root: Path) -> List[str]:
    """Files are written whole or not at all, by the one who knows how."""
    findings = []
    for path in walk(root, "src"):
        layer = path.relative_to(root / "src").parts[0]
        if path.suffix not in (".c", ".h") or path.name in WRITERS or layer in WRITING_LAYERS:
            continue
        text = path.read_text(encoding="utf-8")
        for match in WRITES.finditer(text):
            findings.append(f"{path.relative_to(root)}:{line_of(text, match.start())}: {match.group(1)}"
                            " may leave half a file; use bearings_file_writer_save ()")
    return findings


def check_size(root: Path) -> List[str]:
    """A file that grew too long holds more than one subject."""
    findings = []
    for path in sources(root):
        lines = path.read_text(encoding="utf-8").count("\n")
        if lines > MAX_LINES:
            findings.append(f"{path.relative_to(root)}: {lines} lines, more than {MAX_LINES}")
    return findings


def check_heads(root: Path) -> List[str]:
    """Each source names its licence, and each C file says in one line what it is for."""
    findings = []
    for path in sources(root):
        lines = path.read_text(encoding="utf-8").splitlines()[:4] + [""] * 4
        first = 1 if lines[0].startswith("#!") else 0
        if "SPDX-License-Identifier: GPL-3.0-or-later" not in lines[first]:
            findings.append(f"{path.relative_to(root)}:{first + 1}: the licence line is missing")
        elif path.suffix in (".c", ".h") and not lines[1].startswith("/*"):
            findings.append(f"{path.relative_to(root)}:2: a line of purpose is missing")
    return findings


def check_words(root: Path) -> List[str]:
    """Nothing of somebody's machine, nothing left unfinished."""
    findings = []
    top = [path for path in sorted(root.iterdir()) if path.is_file()]
    for path in [*top, *walk(root, "src", "tests", "tools", "flatpak", "resources", "data", "po", "docs", ".ci")]:
        if path.name == "COPYING" or not (path.suffix in TEXT_SUFFIXES or is_script(path)):
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for pattern, meaning in FORBIDDEN:
                match = pattern.search(line)
                if match:
                    findings.append(f"{path.relative_to(root)}:{number}: {match.group(0)!r} is {meaning}")
    return findings


def check_waits(root: Path) -> List[str]:
    """A test waits for a condition, never for a time, and measures none."""
    findings = []
    for path in sources(root):
        name = path.relative_to(root).as_posix()
        pattern = CLOCKS.get(".c" if path.suffix == ".h" else "" if path.suffix == ".sh" else path.suffix)
        if not name.startswith("tests/") or name.startswith(BENCHMARKS) or name in WAITERS or pattern is None:
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            match = pattern.search(line)
            if match and not line.lstrip().startswith(("#", "*", "/*", "//")):
                findings.append(f"{name}:{number}: {match.group(0).strip()!r} waits for a time or measures one: wait for a condition")
    return findings


def translated_files(root: Path) -> List[str]:
    """The files that hold strings for people, as po/POTFILES lists them."""
    found = []
    for path in walk(root, "data", "resources", "src"):
        text = path.read_text(encoding="utf-8") if path.suffix in (".c", ".blp", ".in", ".xml") else ""
        if (
            (path.suffix == ".c" and TRANSLATED_C.search(text))
            or (path.suffix == ".blp" and TRANSLATED_BLUEPRINT.search(text))
            or path.name.endswith((".desktop.in", ".metainfo.xml.in", ".gschema.xml"))
        ):
            found.append(path.relative_to(root).as_posix())
    return sorted(found)


def check_potfiles(root: Path) -> List[str]:
    """Translators see every string, and no file that is gone."""
    lines = (root / "po" / "POTFILES").read_text(encoding="utf-8").splitlines()
    listed = [line for line in lines if line and not line.startswith("#")]
    expected = translated_files(root)
    findings = [f"po/POTFILES: {name} is missing" for name in expected if name not in listed]
    findings += [f"po/POTFILES: {name} holds no string for people" for name in listed if name not in expected]
    if not findings and listed != expected:
        findings.append("po/POTFILES: not in alphabetical order")
    if findings:
        findings.append("po/POTFILES: python3 tests/lint/lint.py potfiles --write brings it up to date")
    return findings


def write_potfiles(root: Path) -> None:
    head = "# Files with strings for people; tests/lint/lint.py potfiles --write makes this list.\n"
    (root / "po" / "POTFILES").write_text(head + "".join(f"{name}\n" for name in translated_files(root)), encoding="utf-8")


def check_format(root: Path) -> Optional[List[str]]:
    """Every C file is laid out as .clang-format says."""
    tool = shutil.which(f"clang-format-{CLANG_FORMAT_MAJOR}") or shutil.which("clang-format")
    if tool is None:
        return None
    version = subprocess.run([tool, "--version"], stdout=subprocess.PIPE, text=True, check=True).stdout
    if f"version {CLANG_FORMAT_MAJOR}." not in version:
        return None
    files = c_files(root)
    if not files:
        return []
    command = [tool, "--dry-run", "-Werror", f"--style=file:{root / '.clang-format'}", *map(str, files)]
    output = subprocess.run(command, stderr=subprocess.PIPE, text=True, check=False)
    return [line for line in output.stderr.splitlines() if "error:" in line] if output.returncode else []


def check_scripts(root: Path) -> List[str]:
    """Shell scripts parse in a plain POSIX shell, Python files in the Python at hand."""
    findings = []
    for path in [*walk(root, "tests", "tools", "flatpak", ".ci")]:
        if path.suffix == ".py":
            try:
                compile(path.read_text(encoding="utf-8"), str(path), "exec")
            except SyntaxError as error:
                findings.append(f"{path.relative_to(root)}:{error.lineno}: {error.msg}")
        elif path.suffix == ".sh" or is_script(path):
            run = subprocess.run(["sh", "-n", str(path)], stderr=subprocess.PIPE, text=True, check=False)
            if run.returncode:
                findings.append(f"{path.relative_to(root)}: {run.stderr.strip()}")
    return findings


# Of libraries: what takes a GError ** last and is called where nobody may have to do with it.
LIBRARY_ERRORS = re.compile(
    r"g_(?:file_(?:load|get_contents|set_contents|replace|create|append|read|query_info|delete|move|copy|enumerate"
    r"|make|open|new_tmp|trash|measure|set_attribute)\w*|dir_open|(?:input|output)_stream_\w+|seekable_\w+"
    r"|key_file_(?:get_(?!groups|start)|load|to_data|save|remove)\w*|regex_(?:new|replace|match_full)\w*|convert\w*|locale_\w+"
    r"|filename_\w+|uri_(?:parse|split|resolve)\w*|spawn_\w+|subprocess_\w+|option_context_parse\w*|application_register"
    r"|cancellable_set_error_if_cancelled|resource\w+|variant_parse|\w+_finish|task_propagate_\w+)"
    r"|json_(?:parser_load|from_string|to_string)\w*|g?dk_\w+_finish|gtk_\w+_finish"
)
DECLARED_ERROR = re.compile(r"\b([a-z_][a-z0-9_]*) \(([^(){};]*GError \*\*error)\)", re.DOTALL)
CALL = re.compile(r"\b([a-z_][a-z0-9_]*) \(")
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)
QUOTED = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'')


def blank(pattern: re.Pattern, text: str) -> str:
    """The text with spaces for what the pattern finds; every offset and line stays."""
    return pattern.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)


def call_end(text: str, opening: int) -> int:
    """The offset of the parenthesis that closes the one at @opening."""
    depth = 0
    for offset in range(opening, len(text)):
        depth += {"(": 1, ")": -1}.get(text[offset], 0)
        if depth == 0:
            return offset
    return len(text)


def check_errors(root: Path) -> List[str]:
    """An error that is thrown away has its reason beside it, in a comment of the statement."""
    texts = {path: path.read_text(encoding="utf-8") for path in c_files(root) if "src" in path.relative_to(root).parts}
    declared = {path: {match.group(1) for match in DECLARED_ERROR.finditer(blank(COMMENT, text))} for path, text in texts.items()}
    public = set().union(*(names for path, names in declared.items() if path.suffix == ".h"))
    findings = []
    for path, text in texts.items():
        if path.suffix != ".c":
            continue
        code = blank(COMMENT, blank(QUOTED, text))
        for match in CALL.finditer(code):
            if match.group(1) not in public | declared[path] and not LIBRARY_ERRORS.fullmatch(match.group(1)):
                continue
            end = call_end(code, match.end() - 1)
            if not re.search(r"[,(]\s*NULL\s*$", code[match.end() - 1 : end]):
                continue
            begin = max(code.rfind(mark, 0, match.start()) for mark in ";{}") + 1
            begin += len(code[begin:]) - len(code[begin:].lstrip())
            before = text.rfind("\n", 0, max(text.rfind("\n", 0, begin), 0)) + 1
            after = text.find("\n", end)
            if not COMMENT.search(text[before : after if after >= 0 else len(text)]):
                findings.append(f"{path.relative_to(root)}:{line_of(text, match.start())}: {match.group(1)} is given NULL "
                                "for its error: say why nobody needs to know")
    return findings


def check_manifest(root: Path) -> List[str]:
    """The Flatpak stays without network and host files."""
    path = root / "flatpak" / "io.github.bearings.Bearings.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    allowed = {"--share=ipc", "--socket=wayland", "--socket=fallback-x11", "--device=dri"}
    return [f"{path.relative_to(root)}: {argument} opens the sandbox" for argument in manifest["finish-args"] if argument not in allowed]


CHECKS: "dict[str, Callable[[Path], Optional[List[str]]]]" = {
    "circles": structure.check_circles,
    "homes": structure.check_homes,
    "names": structure.check_names,
    "rooms": structure.check_rooms,
    "layers": check_layers,
    "size": check_size,
    "writes": check_writes,
    "heads": check_heads,
    "waits": check_waits,
    "words": check_words,
    "potfiles": check_potfiles,
    "format": check_format,
    "scripts": check_scripts,
    "errors": check_errors,
    "manifest": check_manifest,
}


def main() -> int:
    parser = argparse.ArgumentParser(description="Check the rules of the source tree.")
    parser.add_argument("check", choices=sorted(CHECKS))
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[2])
    parser.add_argument("--write", action="store_true", help="potfiles: bring the list up to date")
    arguments = parser.parse_args()
    if arguments.write:
        write_potfiles(arguments.root)
    findings = CHECKS[arguments.check](arguments.root)
    if findings is None:
        print(f"{arguments.check}: the tool for this check is not here")
        return 77
    for finding in findings:
        print(finding)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
