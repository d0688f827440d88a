#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of lint.py: each check passes on a clean tree and finds the mistake planted for it."""

import json
import tempfile
import unittest
from pathlib import Path

import lint
import structure

HEAD = "/* SPDX-License-Identifier: GPL-3.0-or-later */\n/* A file of the test. */\n\n"
MANIFEST = "flatpak/io.github.bearings.Bearings.json"


class LintTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        for layer in lint.LAYERS:
            self.write(f"src/{layer}/bearings-{layer}.h", HEAD + "#pragma once\n")
            below = [f'#include "bearings-{name}.h"\n' for name in lint.LAYERS[layer].layers]
            self.write(f"src/{layer}/bearings-{layer}.c", HEAD + "#include <math.h>\n" + "".join(below))
        self.write("po/POTFILES", "")
        self.write(MANIFEST, json.dumps({"finish-args": ["--share=ipc"]}))
        (self.root / ".clang-format").write_bytes((Path(lint.__file__).parents[2] / ".clang-format").read_bytes())

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def assert_finds(self, check, *parts):
        findings = check(self.root)
        self.assertEqual(len(findings), 1, findings)
        for part in parts:
            self.assertIn(part, findings[0])

    def test_clean_tree(self):
        for name, check in lint.CHECKS.items():
            with self.subTest(name):
                self.assertIn(check(self.root), ([], None))

    def test_name_with_two_homes(self):
        self.write("src/model/bearings-change.h", HEAD + "typedef enum {\n  BEARINGS_CHANGE_NONE,\n} BearingsChange;\n")
        self.write("src/store/bearings-change-too.h", HEAD + "typedef struct {\n  int n;\n} BearingsChange;\n")
        self.assert_finds(structure.check_homes, "bearings-change-too.h", "BearingsChange has its home in src/model")

    def test_function_of_another_name(self):
        self.write("src/model/bearings-own.h", HEAD + "typedef struct {\n  int n;\n} BearingsThing;\n"
                   "int bearings_own_count (void);\nint bearings_thing_count (BearingsThing *thing);\n"
                   "int bearings_other_count (void);\n")
        self.assert_finds(structure.check_names, "bearings_other_count does not begin with bearings_own")

    def test_exception_that_nobody_needs(self):
        self.write("tests/lint/names-of-their-own", "# why\nbearings_gone_long_ago because it was\n")
        self.assert_finds(structure.check_names, "bearings_gone_long_ago needs no exception")

    def test_circle_of_includes(self):
        for one, other in (("one", "two"), ("two", "three"), ("three", "one")):
            self.write(f"src/model/{one}.h", HEAD + f'#include "{other}.h"\n')
        self.assert_finds(structure.check_circles, "a circle of includes: one > two > three > one")

    def test_class_and_its_parts_are_no_circle(self):
        self.write("src/model/one.h", HEAD + '#include "one-part.h"\n')
        self.write("src/model/one-part.c", HEAD + '#include "one.h"\n')
        self.write("src/model/one-part.h", HEAD)
        self.assertEqual(structure.check_circles(self.root), [])

    def test_folder_that_is_too_full(self):
        for i in range(structure.MAX_FILES + 1):
            self.write(f"src/model/full/file-{i}.c", HEAD)
        self.assert_finds(structure.check_rooms, "src/model/full: 41 files")

    def test_include_that_points_up(self):
        self.write("src/model/planted.c", HEAD + '#include "bearings-store.h"\n')
        self.assert_finds(lint.check_layers, "src/model/planted.c:4", "must not see store/")

    def test_include_of_a_neighbour(self):
        self.write("src/pack/planted.c", HEAD + '#include "bearings-store.h"\n')
        self.assert_finds(lint.check_layers, "src/pack/planted.c:4", "must not see store/")

    def test_include_past_the_layer_between(self):
        self.write("src/app/planted.c", HEAD + '#include "../store/bearings-store.h"\n')
        self.assert_finds(lint.check_layers, "src/app/planted.c:4", "must not see store/")

    def test_library_of_another_layer(self):
        for layer, header in (
            ("service", "sqlite3.h"),
            ("service", "json-glib/json-glib.h"),
            ("report", "gtk/gtk.h"),
            ("psychometrics", "glib.h"),
            ("model", "gio/gio.h"),
            ("cli", "adwaita.h"),
        ):
            with self.subTest(layer=layer, header=header):
                self.write(f"src/{layer}/planted.c", HEAD + f"# include <{header}>\n")
                self.assert_finds(lint.check_layers, f"src/{layer}/planted.c:4", f"<{header}>")
                (self.root / f"src/{layer}/planted.c").unlink()

    def test_header_of_nobody(self):
        self.write("src/cli/planted.c", HEAD + '#include "bearings-nobody.h"\n')
        self.assert_finds(lint.check_layers, "no layer has bearings-nobody.h")

    def test_folder_that_is_no_layer(self):
        self.write("src/utils/planted.c", HEAD)
        self.assert_finds(lint.check_layers, "utils is not a layer")

    def test_file_written_in_place(self):
        for layer, call in (("service", "g_file_replace_contents (file, text);"), ("cli", 'fopen ("x", "w");'),
                            ("app", "g_file_set_contents_full (name);"), ("pack", "open (name, O_CREAT);")):
            with self.subTest(call=call):
                self.write(f"src/{layer}/planted.c", HEAD + call + "\n")
                self.assert_finds(lint.check_writes, f"src/{layer}/planted.c:4", "half a file")
                (self.root / f"src/{layer}/planted.c").unlink()
        self.write("src/store/planted.c", HEAD + "open (name, O_CREAT);\n")
        self.write("src/pack/file/bearings-file-writer.c", HEAD + "g_mkstemp_full (name);\n")
        self.assertEqual(lint.check_writes(self.root), [])

    def test_long_file(self):
        self.write("src/model/planted.c", HEAD + "\n" * lint.MAX_LINES)
        self.assert_finds(lint.check_size, "src/model/planted.c: 803 lines")

    def test_missing_licence(self):
        self.write("src/model/planted.c", "/* A file. */\n")
        self.assert_finds(lint.check_heads, "src/model/planted.c:1", "licence")

    def test_missing_licence_of_a_script(self):
        self.write("tools/planted", "#!/bin/sh\n# A script.\n")
        self.assert_finds(lint.check_heads, "tools/planted:2", "licence")

    def test_missing_purpose(self):
        self.write("src/model/planted.c", "/* SPDX-License-Identifier: GPL-3.0-or-later */\n\n")
        self.assert_finds(lint.check_heads, "src/model/planted.c:2", "purpose")

    def test_path_of_a_machine(self):
        self.write("docs/planted.md", "See /ho" + "me/ada/notes.\n")
        self.assert_finds(lint.check_words, "docs/planted.md:1", "machine")

    def test_unfinished_spot(self):
        self.write("src/model/planted.c", HEAD + "/* TO" + "DO */\n")
        self.assert_finds(lint.check_words, "src/model/planted.c:4", "unfinished")

    def test_wait_for_a_time(self):
        for name, line in (
            ("tests/model/test-planted.c", "  g_usleep (100);"),
            ("tests/model/planted.h", "  g_timeout_add (20, on_over, loop);"),
            ("tests/app-display/test-planted.c", "  digits_iterate (300);"),
            ("tests/app-display/test-planted.c", "  took = g_get_monotonic_time () - began;"),
            ("tests/cli/test-planted.py", "    time.sl" + "eep(0.1)"),
            ("tests/cli/test-planted.py", "    began = time.mono" + "tonic()"),
            ("tests/planted.sh", "while [ ! -e ready ]; do sleep 0.1; done"),
        ):
            with self.subTest(line):
                self.write(name, HEAD + line + "\n")
                self.assert_finds(lint.check_waits, f"{name}:4", "wait for a condition")
                (self.root / name).unlink()

    def test_times_that_are_no_waits(self):
        for name, line in (
            ("src/app/planted.c", "  g_timeout_add (20, on_over, self);"),
            ("tests/bench/planted.c", "  took = g_get_monotonic_time () - began;"),
            ("tests/app-display/widget-fixture.c", "  gint64 now = g_get_monotonic_time ();"),
            ("tests/app-display/test-planted.c", "  WAIT_UNTIL (n_rows (fixture) == 3);"),
            ("tests/cli/test-planted.py", "    run(command, timeout=120)"),
        ):
            with self.subTest(line):
                self.write(name, HEAD + line + "\n")
                self.assertEqual(lint.check_waits(self.root), [])
                (self.root / name).unlink()

    def test_string_translators_would_miss(self):
        self.write("src/app/planted.c", HEAD + 'const char *s = _ ("Skill");\n')
        findings = lint.check_potfiles(self.root)
        self.assertIn("po/POTFILES: src/app/planted.c is missing", findings)
        lint.write_potfiles(self.root)
        self.assertEqual(lint.check_potfiles(self.root), [])

    def test_listed_file_that_is_gone(self):
        self.write("po/POTFILES", "src/app/gone.c\n")
        self.assertIn("src/app/gone.c holds no string", lint.check_potfiles(self.root)[0])

    def test_layout(self):
        self.write("src/model/planted.c", HEAD + "int\nplanted(void) {\n  return 1; }\n")
        findings = lint.check_format(self.root)
        if findings is None:
            self.skipTest("no clang-format of the right release")
        self.assertTrue(all("src/model/planted.c" in finding for finding in findings))
        self.assertTrue(findings)

    def test_broken_scripts(self):
        self.write("tests/planted.py", "def f(:\n")
        self.write("flatpak/planted", "#!/bin/sh\nif\n")
        findings = lint.check_scripts(self.root)
        self.assertEqual(len(findings), 2, findings)

    def test_error_thrown_away(self):
        self.write("src/store/bearings-store.h", HEAD + "gboolean bearings_read (const char *path,\n  GError **error);\n")
        for call in ('bearings_read (")", NULL)', "bearings_read (\n  path_of (a),\n  NULL)",
                     "g_file_delete (file, NULL, NULL)", "(void) own (1, NULL)"):
            with self.subTest(call):
                self.write("src/service/planted.c", HEAD + "static int own (int a, GError **error);\nvoid\nf (void)\n{\n"
                           f"  int a; /* what is asked for */\n\n  {call};\n}}\n")
                self.assert_finds(lint.check_errors, "src/service/planted.c:10", "say why")

    def test_error_thrown_away_with_a_reason(self):
        self.write("src/store/bearings-store.h", HEAD + "gboolean bearings_read (const char *path, GError **error);\n")
        self.write("src/service/planted.c", HEAD + "/* bearings_read (a, NULL) */\nvoid\nf (void)\n{\n"
                   "  bearings_read (a, NULL); /* it was read before */\n\n"
                   "  /* It was read before. */\n  char *b =\n    bearings_read (a,\n NULL);\n\n"
                   '  g_print ("bearings_read (a, NULL)");\n  bearings_read (NULL, &error);\n  bearings_write (a, NULL);\n}\n')
        self.assertEqual(lint.check_errors(self.root), [])

    def test_opened_sandbox(self):
        self.write(MANIFEST, json.dumps({"finish-args": ["--share=network"]}))
        self.assert_finds(lint.check_manifest, "--share=network opens the sandbox")


if __name__ == "__main__":
    unittest.main()
