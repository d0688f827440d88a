#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may delete a sitting: two commands on one, a wish to keep, and what cannot be resumed."""

import json
import os
import pathlib
import re
import resource
import signal
import sqlite3
import subprocess
import tempfile
import unittest
import uuid

CLI = os.environ["BEARINGS_CLI"]
REFUSED, NOT_FOUND, DATA = 1, 3, 4
ITEM = re.compile(r"^Item (\d+) of", re.M)
SIT = ("assess", "-i", "python-skill", "-l", "short")


class Terminal:
    """A sitting in a terminal, with a person who answers one question at a time."""

    def __init__(self, command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, text=True)
        self.item = None
        self.wait_for_item()

    def wait_for_item(self):
        while True:
            line = self.process.stdout.readline()
            if line == "":
                raise AssertionError(f"the program ended: {self.process.stderr.read()}")
            found = ITEM.search(line)
            if found:
                self.item = int(found[1])
                return

    def say(self, line="1"):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def answer_up_to(self, item):
        while self.item < item:
            self.say()
            self.wait_for_item()

    def end(self, words=""):
        """Says the last words; returns the exit status and what was printed as an error."""
        _, errors = self.process.communicate(words, timeout=120)
        return self.process.returncode, errors

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.communicate(timeout=60)


class Sittings(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.data = pathlib.Path(folder.name) / "data"

    def command(self, *arguments):
        return [CLI, "--data-dir", str(self.data), *map(str, arguments)]

    def terminal(self, *arguments):
        terminal = Terminal(self.command(*arguments))
        self.addCleanup(terminal.kill)
        return terminal

    def run_cli(self, *arguments, expect=0, answers="", **options):
        done = subprocess.run(self.command(*arguments), input=answers, capture_output=True,
                              text=True, timeout=120, **options)
        self.assertEqual(done.returncode, expect, f"{arguments}\n{done.stdout}\n{done.stderr}")
        return done

    def listed(self):
        return [line.split()[0] for line in self.run_cli("score").stdout.splitlines()]

    def n_answered(self, sitting):
        result = json.loads(self.run_cli("--json", "score", sitting).stdout)
        return result["n_self"] + result["n_keyed"] + result["n_rubric"]

    def change(self, sql, *values):
        people = sqlite3.connect(self.data / "people.db")
        with people:
            people.execute(sql, values)
        people.close()

    def leave_empty_sitting(self):
        """What older versions left when they were killed while a sitting began."""
        sitting = str(uuid.uuid4())
        self.change("INSERT INTO session (id, instrument, instrument_version, data_version, started)"
                    " VALUES (?, 'python-skill', '1.1.0', 'd', 1700000000000000)", sitting)
        return sitting

    # Two commands on one sitting.

    def test_a_command_that_was_taken_over_deletes_nothing(self):
        first = self.terminal(*SIT)
        first.answer_up_to(4)
        second = self.terminal("assess", "--resume", "last")
        self.assertEqual(second.item, 4)
        second.answer_up_to(6)
        status, errors = first.end("1\n")
        self.assertEqual(status, DATA)
        self.assertIn("has been opened in another window", errors)
        sitting, = self.listed()
        # The first question only shows how it is done.
        self.assertEqual(self.n_answered(sitting), 4)
        second.answer_up_to(7)
        status, errors = second.end("1\n" * 40)
        self.assertEqual(status, 0, errors)
        # It was begun by a guest who asked to keep nothing.
        self.assertEqual(self.listed(), [])

    def test_a_look_at_an_open_sitting_deletes_nothing(self):
        first = self.terminal(*SIT)
        first.answer_up_to(6)
        done = self.run_cli("assess", "--resume", "last", expect=REFUSED)
        sitting, = self.listed()
        self.assertIn(f"assess --resume {sitting}", done.stderr)
        self.assertEqual(self.n_answered(sitting), 4)
        status, errors = first.end("1\n")
        self.assertEqual(status, DATA, errors)
        self.assertIn(f"assess --resume {sitting}", errors)
        self.assertEqual(self.n_answered(sitting), 4)
        self.assertEqual(self.terminal("assess", "--resume", "last").item, 6)

    def test_the_end_of_input_is_the_end_of_a_guests_sitting(self):
        done = self.run_cli(*SIT, answers="1\n" * 3, expect=REFUSED)
        self.assertNotIn("--resume", done.stderr)
        self.assertEqual(self.listed(), [])

    def test_a_killed_guest_resumes_and_leaves_nothing(self):
        terminal = self.terminal(*SIT)
        terminal.answer_up_to(4)
        terminal.kill()
        sitting, = self.listed()
        # Ended early once more, it waits again ...
        done = self.run_cli("assess", "--resume", "last", answers="1\n", expect=REFUSED)
        self.assertIn(f"assess --resume {sitting}", done.stderr)
        # ... and once it is finished, it is gone.
        done = self.run_cli("assess", "--resume", sitting, answers="1\n" * 40)
        self.assertEqual(int(ITEM.search(done.stdout)[1]), 5)
        self.assertEqual(self.listed(), [])

    # A wish to keep.

    def resume_early_and_finish(self, sitting, *whose):
        done = self.run_cli("assess", "--resume", sitting, answers="1\n1\n", expect=REFUSED)
        self.assertIn(f"assess --resume {sitting}", done.stderr)
        self.assertEqual(self.listed(), [sitting])
        done = self.run_cli("assess", "--resume", "last", *whose, expect=REFUSED)
        self.assertIn(f"assess --resume {sitting}", done.stderr)
        done = self.run_cli("assess", "--resume", sitting, answers="1\n" * 40)
        self.assertEqual(int(ITEM.search(done.stdout)[1]), 6)
        self.assertEqual(self.listed(), [sitting])
        self.assertIn(sitting, done.stderr)

    def test_keep_outlives_the_command(self):
        self.run_cli(*SIT, "--keep", answers="1\n" * 3, expect=REFUSED)
        self.resume_early_and_finish(*self.listed())

    def test_so_does_a_client(self):
        self.run_cli(*SIT, "--client", "blue-otter", answers="1\n" * 3, expect=REFUSED)
        self.resume_early_and_finish(*self.listed(), "--client", "blue-otter")

    def test_keep_can_be_asked_for_later(self):
        terminal = self.terminal(*SIT)
        terminal.answer_up_to(4)
        terminal.kill()
        sitting, = self.listed()
        self.run_cli("assess", "--resume", sitting, "--keep", expect=REFUSED)
        done = self.run_cli("assess", "--resume", sitting, answers="1\n" * 40)
        self.assertIn(sitting, done.stderr)
        self.assertEqual(self.listed(), [sitting])

    def without_room(self, *arguments):
        """The command, answered to the end, while the journal has room for a few answers only."""
        def fill():
            _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
            resource.setrlimit(resource.RLIMIT_FSIZE, (100000, most))

        return self.run_cli(*arguments, answers="1\n" * 40, expect=DATA, preexec_fn=fill,
                            restore_signals=False)

    def test_a_full_disk_does_not_end_what_is_kept(self):
        # Another sitting brings what this one is scored with, for which there would be no room.
        sit = (*SIT[:-1], "middle")
        self.run_cli(*sit, "--client", "blue-otter", answers="1\n" * 3, expect=REFUSED)
        other, = self.listed()
        done = self.without_room(*sit, "--keep")
        sitting = self.listed()[0]
        self.assertIn(f"assess --resume {sitting}", done.stderr)
        before = self.n_answered(sitting)
        self.assertGreater(before, 0)
        self.without_room("assess", "--resume", sitting)
        after = self.n_answered(sitting)
        self.assertGreater(after, before)
        self.run_cli("assess", "--resume", sitting, expect=REFUSED)
        self.assertEqual(self.listed(), [sitting, other])
        done = self.run_cli("assess", "--resume", "last", answers="\n" * 40)
        self.assertIn(sitting, done.stderr)
        self.assertEqual(self.listed(), [other, sitting])

    # What cannot be resumed.

    def test_the_last_one_that_can_be_resumed(self):
        self.run_cli(*SIT, "--keep", answers="1\n" * 3, expect=REFUSED)
        sitting, = self.listed()
        empty = self.leave_empty_sitting()
        self.assertEqual(self.listed(), [empty, sitting])
        done = self.run_cli("assess", "--resume", "last", expect=REFUSED)
        self.assertEqual(int(ITEM.search(done.stdout)[1]), 4)
        self.assertIn(f"{empty} cannot be resumed and is passed over", done.stderr)
        self.assertIn("Nothing of this sitting was stored", done.stderr)
        self.assertIn(f"assess --resume {sitting}", done.stderr)
        self.assertEqual(self.listed(), [empty, sitting])

    def test_nothing_that_can_be_resumed(self):
        self.run_cli("score")
        empty = self.leave_empty_sitting()
        done = self.run_cli("assess", "--resume", "last", expect=NOT_FOUND)
        self.assertIn(f"{empty} cannot be resumed and is passed over", done.stderr)
        self.assertIn("no sitting to go on with", done.stderr)
        self.assertEqual(self.listed(), [empty])

    def test_a_new_sitting_does_not_point_at_what_cannot_be_resumed(self):
        self.run_cli(*SIT, "--keep", answers="1\n" * 3, expect=REFUSED)
        sitting, = self.listed()
        empty = self.leave_empty_sitting()
        done = self.run_cli(*SIT, expect=REFUSED)
        self.assertIn(f"assess --resume {sitting}", done.stderr)
        self.assertNotIn(empty, done.stderr)

    def test_the_reason_is_true(self):
        self.run_cli(*SIT, "--keep", answers="1\n" * 3, expect=REFUSED)
        sitting, = self.listed()
        empty = self.leave_empty_sitting()
        done = self.run_cli("assess", "--resume", empty, expect=DATA)
        self.assertIn("Nothing of this sitting was stored", done.stderr)
        self.assertNotIn("version", done.stderr)
        # A hole in the middle of a log.
        self.change("DELETE FROM entry WHERE seq = 1")
        done = self.run_cli("assess", "--resume", sitting, expect=DATA)
        self.assertIn("is damaged", done.stderr)
        self.assertNotIn("version", done.stderr)
        self.assertEqual(self.listed(), [empty, sitting])


if __name__ == "__main__":
    unittest.main()
