#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks through the main job in a running application and leaves a picture of each screen.

walk.py [--pictures DIRECTORY] [--kill COMMAND] [--strict] [--brief] -- COMMAND…

COMMAND starts the application, --kill ends it as a power cut would where killing COMMAND does not.
With --strict a warning of GTK or GLib is a failure; with --brief the walk ends at the answer.
"""

import argparse
import shlex
import sys
from pathlib import Path

import main_job
from desk import Application, Missing


def main() -> int:
    parser = argparse.ArgumentParser(description="Walk through the main job.")
    parser.add_argument("--pictures", type=Path)
    parser.add_argument("--kill")
    parser.add_argument("--strict", action="store_true")
    parser.add_argument("--brief", action="store_true")
    parser.add_argument("command", nargs="+")
    arguments = parser.parse_args()

    app = Application(arguments.command, arguments.pictures, shlex.split(arguments.kill) if arguments.kill else None)
    try:
        main_job.walk(app, arguments.brief)
    except Missing as failure:
        print(f"the walk failed: {failure}", file=sys.stderr)
        return 1
    finally:
        app.end()
        for line in app.complaints():
            print(line, file=sys.stderr)
    if arguments.strict and app.complaints():
        return 1
    print("walked through the main job")
    return 0


if __name__ == "__main__":
    sys.exit(main())
