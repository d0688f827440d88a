# SPDX-License-Identifier: GPL-3.0-or-later
# Writes SQL files as C strings: embed-sql.py OUTPUT.c INPUT.sql...
import pathlib
import sys

output, inputs = sys.argv[1], sys.argv[2:]
lines = ["/* Made from the .sql files by embed-sql.py. */", '#include "bearings-store-sql.h"', ""]
for name in inputs:
    path = pathlib.Path(name)
    lines.append(f"const char bearings_sql_{path.stem.replace('-', '_')}[] =")
    for text in path.read_text(encoding="utf-8").splitlines():
        escaped = text.replace("\\", "\\\\").replace('"', '\\"')
        lines.append(f'  "{escaped}\\n"')
    lines[-1] += ";"
    lines.append("")
pathlib.Path(output).write_text("\n".join(lines), encoding="utf-8")
