# SPDX-License-Identifier: GPL-3.0-or-later
"""A copy of the project that is built for being changed: its libraries are shared, so that a
changed file costs one compilation and one link, and no test program is touched.

A second build of the copy counts lines: which test comes by which line is known beforehand.
"""

import contextlib
import hashlib
import json
import math
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Dict, List, NamedTuple, Optional, Set, Tuple

# The others look at the tree, at a display, or at data alone.
LEFT_OUT = {"lint", "e2e", "instrument", "bench", "app-logic", "app-display"}
SKIPPED = {".git", ".flatpak-builder", "__pycache__", "node_modules"}
MEMORY = 8 << 30
# The status of a test that does not apply here.
SKIP = 77


class Failure(Exception):
    """What keeps the whole run from going on, in words."""


class Test(NamedTuple):
    name: str
    command: List[str]
    environment: Dict[str, str]
    folder: Optional[str]


class Known(NamedTuple):
    """What a run of the unchanged project told of a test."""

    seconds: float
    cpu: float
    lines: Dict[str, Set[int]]


def run(command: List[str], folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode != 0:
        raise Failure(f"{shlex.join(command)}\n{done.stdout}")
    return done.stdout


def run_test(test: Test, build: Path, extra: Dict[str, str], cpu: float, seconds: float) -> Tuple[bool, float]:
    """Whether the test passes, and the processor's time it took. It runs in a temporary folder of
    its own, and what it leaves running ends with it. The processor's time is limited besides the
    clock's, since it hardly depends on other work; 0 is no limit."""
    environment = dict(os.environ, **test.environment)
    for name, value in extra.items():
        old = environment.get(name) if name == "LD_LIBRARY_PATH" else None
        environment[name] = f"{value}:{old}" if old else value
    limits = f"ulimit -c 0; ulimit -v {MEMORY >> 10}; " + (f"ulimit -t {math.ceil(cpu)}; " if cpu else "")
    with tempfile.TemporaryDirectory(prefix="mutation-", ignore_cleanup_errors=True) as folder:
        environment["TMPDIR"] = folder
        process = subprocess.Popen(["sh", "-c", limits + 'exec "$@"', "sh", *test.command], cwd=test.folder or build,
                                   env=environment, start_new_session=True, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        clock = threading.Timer(seconds, end_group, [process.pid])
        if seconds:
            clock.start()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        clock.cancel()
        end_group(process.pid)
    return process.returncode in (0, SKIP), usage.ru_utime + usage.ru_stime


def end_group(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)


class Project:
    def __init__(self, source: Path, work: Path):
        self.original, self.work = source, work
        self.source, self.build, self.counting = work / "source", work / "build", work / "build-lines"
        self.tests: Dict[str, Test] = {}
        self.compilers: Dict[str, dict] = {}
        self.known: Dict[str, Known] = {}
        self.code_lines: Dict[str, Set[int]] = {}
        self.unchanged: Dict[str, bytes] = {}
        self.digests: Dict[str, str] = {}
        self.failing: List[str] = []

    def prepare(self, workers: int) -> None:
        self.copy_sources()
        self.configure(self.build, "-Doptimization=1")
        self.configure(self.counting, "-Doptimization=0", "-Db_coverage=true")
        for entry in json.loads((self.build / "compile_commands.json").read_text()):
            path = os.path.relpath(os.path.join(entry["directory"], entry["file"]), self.source)
            self.compilers.setdefault(path, entry)
        for entry in json.loads(run(["meson", "introspect", "--tests", str(self.build)], self.build)):
            suites = {suite.split(":")[-1] for suite in entry["suite"]}
            if not suites & LEFT_OUT:
                self.tests[entry["name"]] = Test(entry["name"], entry["cmd"], entry["env"], entry["workdir"])
        self.learn(workers)

    def copy_sources(self) -> None:
        """Brings the copy up to date without touching what is unchanged, and makes its static
        libraries shared ones."""
        wanted = set()
        for path, folders, names in os.walk(self.original):
            folders[:] = [name for name in folders if name not in SKIPPED and not name.startswith("build")]
            for name in names:
                origin = Path(path) / name
                relative = origin.relative_to(self.original)
                wanted.add(relative)
                data = origin.read_bytes()
                if name == "meson.build" and relative.parts[0] == "src":
                    data = data.replace(b"static_library(", b"shared_library(")
                target = self.source / relative
                if not target.is_file() or target.read_bytes() != data:
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(data)
                    shutil.copymode(origin, target)
        for path, _, names in os.walk(self.source):
            for name in names:
                if (Path(path) / name).relative_to(self.source) not in wanted:
                    (Path(path) / name).unlink()

    def configure(self, build: Path, *options: str) -> None:
        # A link of its own against libm: a static library leaves that to the program.
        options += ("-Ddebug=false", "-Db_lundef=false", "-Dc_link_args=-Wl,--enable-new-dtags -lm")
        if (self.source / "meson.options").is_file():
            options += ("-Dgui=false",)
        if not (build / "build.ninja").is_file():
            shutil.rmtree(build, ignore_errors=True)
            run(["meson", "setup", str(build), str(self.source), *options], self.source)
        run(["ninja", "-C", str(build)], self.source)

    # What the tests do with the unchanged project

    def digest_of_tree(self) -> str:
        """Everything but the programs of the tests, each of which is looked at by itself."""
        digest = hashlib.blake2b(digest_size=16)
        for path in sorted(path for path in self.source.rglob("*") if path.is_file()):
            parts = path.relative_to(self.source).parts
            if parts[0] in ("src", "data") or parts[0] == "tests" and path.suffix not in (".c", ".h", ".py", ".build", ""):
                digest.update("/".join(parts).encode() + b"\0" + path.read_bytes())
        return digest.hexdigest()

    def digest_of_test(self, test: Test, tree: str) -> str:
        digest = hashlib.blake2b(tree.encode(), digest_size=16)
        # The order of the libraries' folders is another one each time the build is configured.
        environment = dict(test.environment, LD_LIBRARY_PATH="")
        digest.update(json.dumps([test.command, environment], sort_keys=True).encode())
        for part in test.command:
            if Path(part).is_file():
                digest.update(Path(part).read_bytes())
        return digest.hexdigest()

    def learn(self, workers: int) -> None:
        file = self.work / "tests.json"
        kept = json.loads(file.read_text()) if file.is_file() else {}
        tree = self.digest_of_tree()
        if kept.get("tree") != tree:
            kept = {"tree": tree, "code": {}, "tests": {}}
        self.code_lines = {path: set(lines) for path, lines in kept["code"].items()}
        told = {}
        for name, test in self.tests.items():
            self.digests[name] = self.digest_of_test(test, tree)
            if kept["tests"].get(name, {}).get("digest") == self.digests[name]:
                told[name] = kept["tests"][name]
        missing = [test for name, test in self.tests.items() if name not in told]
        if missing:
            print(f"running {len(missing)} tests on the unchanged sources", file=sys.stderr, flush=True)

        def keep() -> None:
            code = {path: sorted(lines) for path, lines in self.code_lines.items()}
            file.write_text(json.dumps({"tree": tree, "code": code, "tests": told}))

        with ThreadPoolExecutor(workers) as pool:
            written = time.monotonic()
            for test, entry in zip(missing, pool.map(self.learn_test, missing)):
                if entry is None:
                    self.failing.append(test.name)
                    continue
                for path, lines in entry.pop("code").items():
                    self.code_lines.setdefault(path, set()).update(lines)
                told[test.name] = dict(entry, digest=self.digests[test.name])
                # Who stops here does not begin from nothing the next time.
                if time.monotonic() - written > 30:
                    keep()
                    written = time.monotonic()
        keep()
        for name, entry in told.items():
            lines = {path: set(numbers) for path, numbers in entry["lines"].items()}
            self.known[name] = Known(entry["seconds"], entry["cpu"], lines)

    def learn_test(self, test: Test) -> Optional[dict]:
        begin = time.monotonic()
        passed, cpu = run_test(test, self.build, {}, 0, 0)
        seconds = time.monotonic() - begin
        if not passed:
            return None
        with tempfile.TemporaryDirectory(prefix="mutation-lines-") as folder:
            self.run_counting(test, folder)
            lines, code = self.read_counts(Path(folder))
        return {"seconds": seconds, "cpu": cpu, "lines": lines, "code": code}

    def run_counting(self, test: Test, folder: str) -> None:
        def there(text: str) -> str:
            return re.sub(re.escape(str(self.build)) + r"(?=[/:]|$)", str(self.counting), text)

        moved = test._replace(command=[there(part) for part in test.command],
                              environment={name: there(value) for name, value in test.environment.items()},
                              folder=there(test.folder) if test.folder else None)
        if not run_test(moved, self.counting, {"GCOV_PREFIX": folder}, 0, 0)[0]:
            raise Failure(f"{test.name} fails in the build that counts lines")

    def read_counts(self, folder: Path) -> Tuple[Dict[str, List[int]], Dict[str, List[int]]]:
        """Of each file the lines that the test comes by, and all that hold code."""
        counts = sorted(folder.rglob("*.gcda"))
        for file in counts:
            notes = Path("/") / file.relative_to(folder).with_suffix(".gcno")
            if notes.is_file():
                file.with_suffix(".gcno").symlink_to(notes)
        if not counts:
            return {}, {}
        told = subprocess.run(["gcov", "-j", "-t", *map(str, counts)], cwd=self.counting, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, check=True).stdout
        lines: Dict[str, Set[int]] = {}
        code: Dict[str, Set[int]] = {}
        for text in told.splitlines():
            for entry in json.loads(text)["files"]:
                path = os.path.relpath(os.path.join(self.counting, entry["file"]), self.source)
                if path.startswith("src" + os.sep):
                    hit = lines.setdefault(path, set())
                    hit.update(line["line_number"] for line in entry["lines"] if line["count"] > 0)
                    code.setdefault(path, set()).update(line["line_number"] for line in entry["lines"])
        return ({path: sorted(hit) for path, hit in lines.items() if hit},
                {path: sorted(numbers) for path, numbers in code.items()})

    def tests_of(self, path: str, first: int, last: int) -> List[str]:
        """The tests that come by the lines. A line in the middle of a statement counts with it."""
        code, wanted = self.code_lines.get(path, set()), set()
        for line in range(first, last + 1):
            while line > 0 and line not in code:
                line -= 1
            wanted.add(line)
        return [name for name, known in self.known.items() if wanted & known.lines.get(path, set())]

    # One changed file

    def library_of(self, path: str) -> str:
        return re.match(r"(.*\.so)\.p/", self.compilers[path]["output"]).group(1)

    def link_command(self, library: str) -> List[str]:
        lines = run(["ninja", "-C", str(self.build), "-t", "commands", library], self.build).splitlines()
        return shlex.split(lines[-1])

    def object_of(self, path: str) -> bytes:
        """What the unchanged file compiles to."""
        if path not in self.unchanged:
            with tempfile.TemporaryDirectory(prefix="mutant-") as folder:
                target = self.compile(path, (self.source / path).read_text(encoding="utf-8"), Path(folder))
                if target is None:
                    raise Failure(f"{path} does not compile unchanged")
                self.unchanged[path] = target.read_bytes()
        return self.unchanged[path]

    def compile(self, path: str, text: str, folder: Path) -> Optional[Path]:
        """The object file of changed text, or nothing when it does not compile."""
        entry = self.compilers[path]
        origin = Path(entry["file"])
        place, target = folder / origin.name, folder / "changed.o"
        place.write_text(text, encoding="utf-8")
        words = shlex.split(entry["command"])
        command = []
        while words:
            word = words.pop(0)
            if word in ("-MQ", "-MF", "-o", "-c"):
                words.pop(0)
            elif word not in ("-MD", "-Winvalid-pch") and not word.startswith("-W") and not word.endswith("ccache"):
                command.append(word)
        # Messages name the file by its own path, as in the unchanged object.
        command += ["-w", f"-iquote{origin.parent}", f"-fmacro-prefix-map={folder}={origin.parent}",
                    "-o", str(target), "-c", str(place)]
        done = subprocess.run(command, cwd=self.build, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        return target if done.returncode == 0 else None

    def link(self, path: str, target: Path, folder: Path, commands: Dict[str, List[str]]) -> None:
        library = self.library_of(path)
        if library not in commands:
            commands[library] = self.link_command(library)
        old = self.compilers[path]["output"]
        words = [str(target) if word == old else word for word in commands[library]]
        words[words.index("-o") + 1] = str(folder / Path(library).name)
        run(words, self.build)
