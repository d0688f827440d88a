#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the built programs carry against mistakes in memory: hardening.py PROGRAM…

Position-independent code, a stack that is not executable and has canaries, checked copies
(FORTIFY), and tables that are read-only before the program begins (full RELRO).
"""

import re
import subprocess
import sys
from typing import List


# endbr64, at the beginning of functions that are called by address: far fewer come with the C library.
LANDINGS = 100


def readelf(*arguments: str) -> str:
    return subprocess.run(["readelf", "--wide", *arguments], stdout=subprocess.PIPE, text=True, check=True).stdout


def findings(program: str) -> List[str]:
    header, segments = readelf("--file-header", program), readelf("--program-headers", program)
    dynamic, symbols = readelf("--dynamic", program), readelf("--dyn-syms", program)
    stack = re.search(r"GNU_STACK.*", segments)
    lacks = {
        "is not position-independent": re.search(r"Type:\s+DYN", header) is None,
        "has a stack that can be executed": stack is None or "RWE" in stack.group(0),
        "has no RELRO": "GNU_RELRO" not in segments,
        "binds its symbols late": re.search(r"BIND_NOW|FLAGS.*NOW", dynamic) is None,
        "has no stack protector": "__stack_chk_fail" not in symbols,
        "has no checked copies": re.search(r"__\w+_chk\b", symbols) is None,
    }
    if "X86-64" in header:
        # The note is the linker's, who drops it when one object of the system has none.
        with open(program, "rb") as file:
            lacks["has no landing marks for jumps"] = file.read().count(b"\xf3\x0f\x1e\xfa") < LANDINGS
    return [f"{program} {what}" for what, missing in lacks.items() if missing]


def main() -> int:
    found = [line for program in sys.argv[1:] for line in findings(program)]
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
