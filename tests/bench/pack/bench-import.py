#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Import and preview of a large pack, beside sqlite-utils and the sqlite3 shell, in one run.

usage: bench-import.py BEARINGS-CLI [CLAIMS [RUNS]]

A pack of CLAIMS generated claims (JSON Lines) is imported by bearings-cli into a catalogue that has
the skills, roles and sources they name. The rows this leaves behind are then written as CSV and as
JSON Lines, and put into the same tables with the same indexes, both full-text indexes among them, by
`sqlite3 .import` and by `sqlite-utils insert`; those two neither check anything nor make the rows.
Of RUNS (3) the quickest of each counts. At the end the limits the project has set itself:
three times as fast as sqlite-utils, at most twice as long as the shell, a preview of a change of
1 % in a tenth of the import's time, and no more memory for ten times the pack."""

import csv
import json
import os
import pathlib
import random
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

N_SKILLS, N_ROLES, N_SOURCES = 1000, 20, 500
HEADER = {
    "bearings_pack": 1, "id": "big", "title": "A generated pack", "version": "1.0",
    "published": "2026-11-23", "publisher": "A benchmark", "licence": "CC0",
}
BASE = {**HEADER, "id": "base", "title": "What the generated pack refers to"}
TABLES = ["claim", "claim_certainty_reasons", "claim_directness", "search_text", "library_row"]
INDEXES = [f"INSERT INTO {name} ({name}) VALUES ('rebuild')"
           for name in ("search_index", "library_index")]
CHANNELS = ["posting-language", "use-at-work", "callbacks", "pay", "demand"]
DESIGNS = ["survey", "observational", "postings-count", "employer-report", "rct"]
WORDS = ("people employers postings survey share wage skill career month region measured reported "
         "sample answer larger smaller among between team course college first second").split()


def sentence(rand, n):
    return " ".join(rand.choice(WORDS) for _ in range(n)).capitalize() + "."


def claim(rand, i):
    total = rand.randrange(50, 5000)
    return {
        "type": "claim", "id": f"claim-{i:07}",
        "statement": sentence(rand, 18),
        "channel": rand.choice(CHANNELS),
        "finding": {"metric": sentence(rand, 4), "value": round(rand.uniform(1, 99), 1),
                    "unit": "percent", "interval": "not-stated",
                    "referent": sentence(rand, 9)},
        "population": sentence(rand, 6),
        "sample": {"n": total, "unit": "people"},
        "country": "US", "data_year": "2023",
        "design": rand.choice(DESIGNS),
        "source": f"src-{rand.randrange(N_SOURCES)}",
        "boundary": "employer", "hedge": "estimated", "direction": "favours",
        "certainty_reasons": [{"domain": "risk-of-bias", "steps": 1, "note": sentence(rand, 8)}],
        "directness": [{"skill": f"skill-{rand.randrange(N_SKILLS)}",
                        "role": f"role-{rand.randrange(N_ROLES)}", "level": "direct",
                        "reason": sentence(rand, 7)}],
        "limits": sentence(rand, 14), "confirmed": "primary", "checked": "2026-11-01",
    }


def write_pack(path, header, records):
    with open(path, "w", encoding="utf-8") as out:
        out.write(json.dumps(header) + "\n")
        for record in records:
            out.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n")


def base_records():
    for i in range(N_SOURCES):
        yield {"type": "source", "id": f"src-{i}", "csl_type": "report", "title": f"Report {i}"}
    for i in range(N_SKILLS):
        yield {"type": "skill", "id": f"skill-{i}", "name": f"Skill {i}", "kind": "technology"}
    yield {"type": "occupation", "id": "15-2051.00", "title": "O", "soc": "15-2051",
           "source": "src-0"}
    for i in range(N_ROLES):
        yield {"type": "role", "id": f"role-{i}", "title": f"Role {i}",
               "occupations": [{"occupation": "15-2051.00"}]}


def change_one_percent(source, target):
    """Every hundredth claim has another statement."""
    with open(source, encoding="utf-8") as lines, open(target, "w", encoding="utf-8") as out:
        header = json.loads(next(lines))
        out.write(json.dumps({**header, "version": "1.1"}) + "\n")
        for i, line in enumerate(lines):
            if i % 100 == 0:
                record = json.loads(line)
                record["statement"] = "Now " + record["statement"]
                line = json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"
            out.write(line)


def run(command, stdin=None):
    """Seconds of wall clock and peak memory in MB of a command that must succeed."""
    start = time.monotonic()
    process = subprocess.Popen([str(c) for c in command], stdin=stdin or subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.monotonic() - start
    if process.returncode != 0:
        sys.exit(f"{command[0]}: {process.returncode} {errors.decode()[:600]}")
    return seconds, usage.ru_maxrss / 1024


class Bench:
    def __init__(self, cli, folder):
        self.cli, self.folder = cli, folder

    def fresh(self, name):
        """A catalogue with the base pack alone, in a data folder of its own."""
        folder = self.folder / name
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.folder / "base", folder)
        return folder

    def command(self, folder, *arguments):
        return [self.cli, "--data-dir", folder, *arguments]

    def prepare(self):
        write_pack(self.folder / "base.bearings.jsonl", BASE, base_records())
        (self.folder / "base").mkdir()
        run([self.cli, "build-catalogue", self.folder / "base" / "catalogue.db",
             self.folder / "base.bearings.jsonl"])

    def generate(self, n):
        rand = random.Random(1)
        path = self.folder / f"big-{n}.bearings.jsonl"
        write_pack(path, HEADER, (claim(rand, i) for i in range(n)))
        return path

    def rows(self, folder):
        """The rows the import left, table by table, as CSV and JSON Lines."""
        database = sqlite3.connect(folder / "catalogue.db")
        names = {}
        for table in TABLES:
            cursor = database.execute(f"SELECT * FROM {table}")
            columns = [c[0] for c in cursor.description]
            names[table] = columns
            with (open(self.folder / f"{table}.csv", "w", newline="", encoding="utf-8") as c,
                  open(self.folder / f"{table}.jsonl", "w", encoding="utf-8") as j):
                writer = csv.writer(c)
                for row in cursor:
                    writer.writerow(["" if v is None else v for v in row])
                    j.write(json.dumps(dict(zip(columns, row)), ensure_ascii=False) + "\n")
        database.close()
        return names

    def plain_target(self, name):
        """The same tables and indexes. NULLs are empty texts in CSV, which a STRICT table of
        numbers refuses: the shell gets tables that are not strict, which is quicker."""
        folder = self.fresh(name)
        database = sqlite3.connect(folder / "catalogue.db")
        database.execute("PRAGMA foreign_keys = OFF")
        database.execute("INSERT OR IGNORE INTO pack (rowkey, id, version, imported, n_records) "
                         "VALUES (2, 'big', '1.0', '', 0)")
        for table in "search_text", "library_row": # all of it comes again
            database.execute(f"DELETE FROM {table}")
        database.commit()
        database.close()
        return folder / "catalogue.db"

    def loosen(self, path):
        database = sqlite3.connect(path, isolation_level=None)
        database.execute("PRAGMA writable_schema = ON")
        database.execute("UPDATE sqlite_schema SET sql = replace (replace (sql, ') STRICT, WITHOUT "
                         "ROWID', ') WITHOUT ROWID'), ') STRICT', ')') WHERE type = 'table' AND "
                         "(name LIKE 'claim%' OR name IN ('search_text', 'library_row'))")
        database.execute("PRAGMA writable_schema = RESET")
        database.close()

    def shell(self, tables):
        path = self.plain_target("shell")
        self.loosen(path)
        script = "\n".join(
            [".bail on", "PRAGMA journal_mode = WAL;", "PRAGMA synchronous = NORMAL;"] +
            [f".import --csv {self.folder}/{t}.csv {t}" for t in tables] +
            [f"{sql};" for sql in INDEXES] + ["PRAGMA wal_checkpoint (TRUNCATE);"])
        commands = self.folder / "shell.sql"
        commands.write_text(script)
        with open(commands, encoding="utf-8") as stdin:
            return run(["sqlite3", "-batch", path], stdin)[0]

    def sqlite_utils(self, tables):
        path = self.plain_target("utils")
        total = 0.0
        for table in tables:
            total += run(["sqlite-utils", "insert", path, table, self.folder / f"{table}.jsonl",
                          "--nl"])[0]
        for sql in INDEXES:
            total += run(["sqlite-utils", "query", path, sql])[0]
        return total


def main():
    cli = pathlib.Path(sys.argv[1]).resolve()
    n = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    passed = True

    def limit(text, good):
        nonlocal passed
        passed &= good
        print(f"{'ok  ' if good else 'MISS'} {text}")

    with tempfile.TemporaryDirectory(prefix="bearings-bench-") as name:
        bench = Bench(cli, pathlib.Path(name))
        bench.prepare()
        pack = bench.generate(n)
        changed = bench.folder / "changed.bearings.jsonl"
        change_one_percent(pack, changed)
        print(f"{n} claims, {pack.stat().st_size / 1e6:.0f} MB")
        ours, preview, answers, again, memory = [], [], [], [], 0
        for _ in range(runs):
            folder = bench.fresh("ours")
            seconds, memory = run(bench.command(folder, "import", pack))
            ours.append(seconds)
            preview.append(run(bench.command(folder, "import", "--preview", "--no-answers",
                                             changed))[0])
            answers.append(run(bench.command(folder, "import", "--preview", changed))[0])
            again.append(run(bench.command(folder, "import", changed))[0])
        folder = bench.fresh("ours")
        run(bench.command(folder, "import", pack))
        tables = bench.rows(folder)
        shell = min(bench.shell(tables) for _ in range(runs))
        utils = min(bench.sqlite_utils(tables) for _ in range(runs))
        ours, preview, answers, again = min(ours), min(preview), min(answers), min(again)
        print(f"bearings-cli import          {ours:8.2f} s  {memory:6.0f} MB")
        print(f"sqlite3 .import              {shell:8.2f} s")
        print(f"sqlite-utils insert          {utils:8.2f} s")
        print(f"preview of a 1 % change      {preview:8.2f} s")
        print(f"  with answers of its pages  {answers:8.2f} s")
        print(f"import of a 1 % change       {again:8.2f} s")
        limit(f"sqlite-utils takes {utils / ours:.1f} times as long (at least 3)", utils / ours >= 3)
        limit(f"{ours / shell:.2f} times as long as the shell (at most 2)", ours / shell <= 2)
        limit(f"preview is {preview / ours:.3f} of an import (at most 0.1)", preview / ours <= 0.1)
        small = bench.generate(n // 10)
        small_memory = run(bench.command(bench.fresh("small"), "import", small))[1]
        limit(f"{small_memory:.0f} MB for a tenth of it, {memory:.0f} MB for all of it",
              memory <= 1.25 * small_memory)
    sys.exit(0 if passed else 1)


if __name__ == "__main__":
    main()
