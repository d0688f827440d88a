#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the manifest for the runtime made from Debian's packages, which has every library in it.

manifest-for-debian.py MANIFEST BRANCH
"""

import json
import sys
from pathlib import Path


def main() -> None:
    path, branch = Path(sys.argv[1]).resolve(), sys.argv[2]
    manifest = json.loads(path.read_text(encoding="utf-8"))
    manifest["runtime"] = "io.github.bearings.Platform"
    manifest["sdk"] = "io.github.bearings.Sdk"
    manifest["runtime-version"] = branch
    # The catalogue of a software centre is made with a tool that Debian no longer has.
    manifest["appstream-compose"] = False
    manifest["modules"] = [module for module in manifest["modules"] if module["name"] == "bearings"]
    for module in manifest["modules"]:
        for source in module["sources"]:
            source["path"] = str((path.parent / source["path"]).resolve())
    json.dump(manifest, sys.stdout, indent=2)


if __name__ == "__main__":
    main()
