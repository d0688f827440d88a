#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of the tool that changes code on purpose: which changes it draws, and that it tells what
a planted project's test notices from what it does not."""

import contextlib
import io
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import changes
import mutate
import project

FUNCTION = """/* Before: 1 + 1. */
#define ONE (0 + 1)

static const int table[] = { 1, 2, 3 };

static double
share (int n, int total)
{
  char room[64];
  static const int kept[] = { 7 };

  g_return_val_if_fail (n < total, 5);
  /* n < 0 is left to others */
  puts ("a < b");
  %s
}
"""


def found_in(body, function=FUNCTION):
    finder = changes.Finder("src/model/share.c", function % body)
    return [(change.kind, change.old, change.new) for change in finder.changes()]


class ChangesTest(unittest.TestCase):
    def assert_changes(self, body, *expected):
        """What is drawn for a line, besides the call that stands in every function here."""
        found = found_in(body)
        self.assertEqual(found[0], ("call", 'puts ("a < b");', ";"))
        self.assertEqual([(kind, new) for kind, old, new in found[1:]], list(expected))

    def test_nothing_outside_of_statements(self):
        self.assert_changes("")

    def test_boundary_of_a_comparison(self):
        kinds = found_in("return n < total;")
        self.assertIn(kinds[2][2], ("return n <= total;", "return n >= total;"))

    def test_operators(self):
        self.assert_changes("x = a == b;", ("operator", "x = a != b;"))
        self.assert_changes("x = a && !b;", ("operator", "x = a || !b;"), ("operator", "x = a && b;"))
        self.assert_changes("x += a * b;", ("operator", "x -= a * b;"), ("operator", "x += a / b;"))
        self.assert_changes("x = -a + *b - &c;", ("operator", "x = -a - *b - &c;"), ("operator", "x = -a + *b + &c;"))

    def test_pointers_are_not_products(self):
        self.assert_changes("char *text = (char *) *place;")

    def test_constants(self):
        self.assert_changes("x = 0.5;", ("constant", "x = 1.0;"))
        self.assert_changes("x = 0;", ("constant", "x = 1;"))
        self.assert_changes("x = 1;", ("constant", "x = 0;"))
        self.assert_changes("x = -1;", ("constant", "x = 1;"))
        self.assert_changes("x = TRUE;", ("constant", "x = FALSE;"))
        self.assert_changes("x = 0xffu;", ("constant", "x = 0x100u;"))

    def test_lengths_of_arrays_are_left(self):
        self.assert_changes("double sums[12], *more[4];")
        self.assert_changes("x = sums[0];", ("constant", "x = sums[1];"))

    def test_room_and_words_for_a_log_are_left(self):
        self.assert_changes("text = g_string_sized_new (64 + 1);")
        self.assert_changes("list = g_new0 (int, n + 1);")
        self.assert_changes('g_debug ("%d", n + 1);')

    def test_conditions(self):
        (kind, _, new), = found_in("if (ready)\n    return;")[1:]
        self.assertEqual(kind, "condition")
        self.assertIn(new, ("if ((ready) || TRUE)", "if ((ready) && FALSE)"))
        self.assert_changes("x = ready ? a : b;", ("condition", "x = !(ready) ? a : b;"))

    def test_last_step_of_a_loop(self):
        found = found_in("for (int i = 0; i < n; i++)\n    x[i] = y;")
        self.assertIn(("operator", "for (int i = 0; i < n; i++)", "for (int i = 0; i + 1 < n; i++)"), found)

    def test_returns(self):
        kind, _, new = found_in("return half (n);")[1]
        self.assertEqual(kind, "return")
        self.assertIn(new, ("return 0;", "return (half (n)) + 1;"))
        truth = FUNCTION.replace("double", "gboolean")
        self.assertEqual(found_in("return half (n);", truth)[1], ("return", "return half (n);", "return !(half (n));"))
        text = FUNCTION.replace("double\nshare", "char *\nshare")
        self.assertEqual(found_in("return half (n);", text)[1], ("return", "return half (n);", "return NULL;"))

    def test_calls(self):
        self.assert_changes("tell (n);", ("call", ";"))
        self.assert_changes("case 1:\n    tell (n);", ("call", ";"))
        self.assert_changes("g_free (x);")
        self.assert_changes("x = tell (n);")
        self.assert_changes("x = a\n    ? tell (n)\n    : tell (m);", ("condition", "x = !(a)"))

    def test_a_change_keeps_the_lines(self):
        text = FUNCTION % "tell (n,\n        total,\n        2);\n  return half (\n    n);"
        for change in changes.Finder("share.c", text).changes():
            self.assertEqual(change.apply(text).count("\n"), text.count("\n"), change)

    def test_the_order_hangs_on_the_seed_and_not_on_the_place(self):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            for path in ("a/share.c", "b/other.c"):
                (folder / path).parent.mkdir()
            (folder / "a/share.c").write_text(FUNCTION % "return n * 2 + total;")
            (folder / "b/other.c").write_text(FUNCTION.replace("share", "other") % "return n - 3;")
            first = [change.content() for change in changes.draw(folder, ["a", "b"], 1)]
            self.assertEqual(first, [change.content() for change in changes.draw(folder, ["a", "b"], 1)])
            self.assertNotEqual(first, [change.content() for change in changes.draw(folder, ["a", "b"], 2)])
            (folder / "b/other.c").write_text("\n\n" + (folder / "b/other.c").read_text())
            (folder / "a/share.c").rename(folder / "b/renamed.c")
            self.assertEqual(first, [change.content() for change in changes.draw(folder, ["a", "b"], 1)])


class EquivalentTest(unittest.TestCase):
    def test_reads_the_list_that_is_kept(self):
        mutate.read_equivalent(mutate.EQUIVALENT.read_text(encoding="utf-8"))

    def test_reads_entries(self):
        entries = mutate.read_equivalent("# A list.\n\nshare\n- x < 1\n+ x <= 1\nx is never 1\n")
        self.assertEqual(entries, {("share", "x < 1", "x <= 1"): "x is never 1"})

    def test_an_entry_without_a_reason_is_refused(self):
        with self.assertRaises(project.Failure):
            mutate.read_equivalent("share\n- x < 1\n+ x <= 1\n")


PLANTED = {
    "meson.build": "project('planted', 'c', default_options: ['c_std=gnu17'])\nsubdir('src/model')\nsubdir('tests')\n",
    "src/model/meson.build": """
model_lib = static_library('planted', 'tested.c', 'untested.c')
model_dep = declare_dependency(link_with: model_lib, include_directories: include_directories('.'))
""",
    "src/model/planted.h": "int tested (int n);\nint untested (int n);\nint never_called (int n);\n",
    "src/model/tested.c": """#include "planted.h"

int
tested (int n)
{
  while (n > 100)
    n -= 50;
  return n * 3;
}
""",
    "src/model/untested.c": """#include "planted.h"

int
untested (int n)
{
  return n * 3;
}

int
never_called (int n)
{
  return n * 3;
}
""",
    "tests/meson.build": "test('model', executable('test-model', 'test.c', dependencies: model_dep), suite: 'model')\n",
    "tests/test.c": """#include "planted.h"

int
main (void)
{
  return tested (110) == 180 && tested (100) == 300 && tested (1) == 3 && untested (0) == 0 ? 0 : 1;
}
""",
}


class PlantedProjectTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.source, self.work = Path(folder.name) / "planted", Path(folder.name) / "work"
        for name, text in PLANTED.items():
            path = self.source / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)

    def run_tool(self, *arguments):
        told = io.StringIO()
        command = ["mutate.py", "--source", str(self.source), "--work", str(self.work), *arguments, "src/model"]
        with mock.patch.object(sys, "argv", command), contextlib.redirect_stdout(told), \
                contextlib.redirect_stderr(io.StringIO()):
            self.assertEqual(mutate.main(), 0)
        return told.getvalue()

    def lines_about(self, told, place):
        return [line for line in told.splitlines() if f" src/model/{place} " in line]

    def test_tells_what_is_noticed_from_what_is_not(self):
        told = self.run_tool()
        for line in self.lines_about(told, "tested.c:6") + self.lines_about(told, "tested.c:7"):
            self.assertIn("found by model", line)
        self.assertTrue(self.lines_about(told, "tested.c:6"))
        survivor = [line for line in self.lines_about(told, "untested.c:6") if "operator" in line]
        self.assertTrue(survivor and survivor[0].endswith("SURVIVED"), told)
        self.assertIn("untested\n- return n * 3;\n+ return n / 3;", told)
        for line in self.lines_about(told, "untested.c:12"):
            self.assertIn("no test comes here", line)
        for name, text in PLANTED.items():
            self.assertEqual((self.source / name).read_text(), text)

        # A test that looks closer finds it, and what was found before is not tried again.
        (self.source / "tests/test.c").write_text(PLANTED["tests/test.c"].replace("untested (0) == 0", "untested (5) == 15"))
        again = self.run_tool("--survivors")
        self.assertTrue(all("found by" in line for line in self.lines_about(again, "untested.c:6")), again)
        self.assertFalse(self.lines_about(again, "tested.c:6"))


if __name__ == "__main__":
    unittest.main()
