#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes small changes in the code, one at a time, and lists those that no test notices.

sh tests/run --mutants [N] [PATH…] [--seed S] [--survivors]

N changes, 300 unless told, of the C files below the paths, by a fixed seed. The person's tree is
never touched: everything happens in a copy. A run that is stopped goes on where it was.
"""

import argparse
import hashlib
import json
import signal
import sys
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Dict, Iterator, List, NamedTuple, Set, Tuple

from changes import Change, draw
from project import Failure, Project, run_test

PATHS = ["src/model", "src/store", "src/service", "src/pack"]
EQUIVALENT = Path(__file__).with_name("equivalent")


class Verdict(NamedTuple):
    # found, survived, unreached, listed; broken and same are drawn anew
    status: str
    by: str


def read_equivalent(text: str) -> Dict[Tuple[str, str, str], str]:
    """The reviewed list of changes that change nothing: function, old text, new text, reason."""
    entries = {}
    for block in text.split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if not lines:
            continue
        if len(lines) != 4 or not lines[1].startswith("- ") or not lines[2].startswith("+ "):
            raise Failure(f"an entry of the list of equivalent changes has not four lines:\n{block}")
        entries[(lines[0], lines[1][2:], lines[2][2:])] = lines[3]
    return entries


class Run:
    def __init__(self, project: Project, changes: List[Change], equivalent: Set[Tuple[str, str, str]], wanted: int):
        self.project, self.equivalent, self.wanted = project, equivalent, wanted
        self.changes: Iterator[Change] = iter(changes)
        self.lock = threading.Lock()
        self.links: Dict[str, List[str]] = {}
        self.verdicts: List[Tuple[Change, Verdict]] = []
        self.file = project.work / "verdicts.json"
        self.kept = json.loads(self.file.read_text()) if self.file.is_file() else {}
        self.all_tests = hashlib.blake2b("".join(
            digest for _, digest in sorted(project.digests.items())).encode(), digest_size=16).hexdigest()
        self.stopped = False

    def go(self, workers: int) -> None:
        """Each place is filled by the next change that counts, so that the changes judged are the
        first of the order, however many work at them."""
        with ThreadPoolExecutor(workers) as pool:
            places = [pool.submit(self.fill_place) for _ in range(self.wanted)]
            try:
                for place in places:
                    place.result()
            except BaseException:
                self.stopped = True
                for place in places:
                    place.cancel()
                raise

    def fill_place(self) -> None:
        """Judges changes until one counts: those that do not compile or change nothing do not."""
        while not self.stopped:
            with self.lock:
                change = next(self.changes, None)
            if change is None:
                return
            verdict = self.judge(change)
            if verdict.status in ("broken", "same"):
                continue
            with self.lock:
                self.verdicts.append((change, verdict))
                self.tell(change, verdict)
            return

    def judge(self, change: Change) -> Verdict:
        if change.content() in self.equivalent:
            return Verdict("listed", "")
        kept = self.kept.get(change.key())
        # Found stays found while the test is the same; any new test may find a survivor.
        if kept is not None and kept["digest"] == self.digest(kept["by"]):
            return Verdict(kept["status"], kept["by"])
        verdict = self.try_out(change, kept["by"] if kept is not None else "")
        with self.lock:
            self.kept[change.key()] = {"status": verdict.status, "by": verdict.by, "digest": self.digest(verdict.by)}
            new = self.file.with_suffix(".new")
            new.write_text(json.dumps(self.kept))
            new.replace(self.file)
        return verdict

    def digest(self, test: str) -> str:
        return self.project.digests.get(test, self.all_tests)

    def try_out(self, change: Change, hint: str) -> Verdict:
        text = (self.project.source / change.path).read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory(prefix="mutant-") as name:
            target = self.project.compile(change.path, change.apply(text), Path(name))
            if target is None:
                return Verdict("broken", "")
            if target.read_bytes() == self.project.object_of(change.path):
                return Verdict("same", "")
            tests = self.tests_for(change, text, hint)
            if not tests:
                return Verdict("unreached", "")
            self.project.link(change.path, target, Path(name), self.links)
            for test in tests:
                if self.stopped:
                    raise KeyboardInterrupt
                known = self.project.known[test]
                passed, _ = run_test(self.project.tests[test], self.project.build, {"LD_LIBRARY_PATH": name},
                                     2 + 5 * known.cpu, 60 + 30 * known.seconds)
                if not passed:
                    return Verdict("found", test)
        return Verdict("survived", "")

    def tests_for(self, change: Change, text: str, hint: str) -> List[str]:
        """The tests that come by the changed lines: the one that noticed it last time first, then
        those of the file's own name, then the quickest."""
        first = text.count("\n", 0, min(edit[0] for edit in change.edits)) + 1
        last = text.count("\n", 0, max(edit[1] for edit in change.edits)) + 1
        words = set(Path(change.path).stem.split("-"))

        def rank(name: str) -> Tuple[bool, bool, float]:
            seconds = self.project.known[name].seconds
            own = seconds < 1 and set(name.split("-")[1:]) <= words
            return (name != hint, not own, seconds)

        return sorted(self.project.tests_of(change.path, first, last), key=rank)

    def tell(self, change: Change, verdict: Verdict) -> None:
        words = {"found": f"found by {verdict.by}", "survived": "SURVIVED", "unreached": "SURVIVED: no test comes here",
                 "listed": "listed as equivalent"}
        print(f"{len(self.verdicts):4}/{self.wanted} {change.path}:{change.line} {change.kind}: {words[verdict.status]}",
              flush=True)
        if verdict.status in ("survived", "unreached"):
            print(f"         {change.function}\n         - {change.old}\n         + {change.new}", flush=True)

    def report(self) -> None:
        count = {status: sum(verdict.status == status for _, verdict in self.verdicts)
                 for status in ("found", "listed", "survived", "unreached")}
        left = [(change, verdict) for change, verdict in self.verdicts if verdict.status in ("survived", "unreached")]
        total = len(self.verdicts)
        if left:
            print("\nSurvivors:")
        for change, verdict in sorted(left, key=lambda one: (one[0].path, one[0].line)):
            print(f"\n{change.path}:{change.line}{' (no test comes here)' if verdict.status == 'unreached' else ''}\n"
                  f"{change.function}\n- {change.old}\n+ {change.new}")
        print(f"\n{total} changes: {count['found']} found ({100 * count['found'] / max(total, 1):.1f} %), "
              f"{count['listed']} listed as changing nothing, {len(left)} survived, "
              f"{count['unreached']} of them where no test comes")

    def survivors(self, changes: List[Change]) -> List[Change]:
        return [change for change in changes
                if self.kept.get(change.key(), {}).get("status") in ("survived", "unreached")]


def main() -> int:
    parser = argparse.ArgumentParser(prog="sh tests/run --mutants", description=__doc__.splitlines()[0])
    parser.add_argument("places", nargs="*", metavar="[N] [PATH]", help="how many changes, 300; below which folders or files")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--survivors", action="store_true", help="again those that survived before, nothing new")
    parser.add_argument("--workers", type=int, default=2, help="how many changes at a time")
    parser.add_argument("--source", type=Path, default=Path(__file__).resolve().parents[2], help=argparse.SUPPRESS)
    parser.add_argument("--work", type=Path, required=True, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    places = arguments.places
    wanted = int(places.pop(0)) if places and places[0].isdigit() else 300

    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        for place in places:
            if not (arguments.source / place).exists():
                raise Failure(f"there is nothing named {place} in the sources")
        project = Project(arguments.source.resolve(), arguments.work.resolve())
        project.prepare(arguments.workers)
        for name in project.failing:
            print(f"left out, for it fails on the unchanged sources: {name}", file=sys.stderr)
        listed = read_equivalent(EQUIVALENT.read_text(encoding="utf-8")) if EQUIVALENT.is_file() else {}
        changes = draw(project.source, places or PATHS, arguments.seed)
        for entry in sorted(set(listed) - {change.content() for change in changes}) if not places else ():
            print(f"the list of equivalent changes has one that fits nothing: {' | '.join(entry)}", file=sys.stderr)
        run = Run(project, changes, set(listed), wanted)
        if arguments.survivors:
            run.changes = iter(run.survivors(changes))
        run.go(arguments.workers)
    except Failure as failure:
        print(f"error: {failure}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("stopped; the next run goes on from here", file=sys.stderr)
        return 130
    run.report()
    return 0


if __name__ == "__main__":
    sys.exit(main())
