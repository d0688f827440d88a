#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The map of src/, from the build files: docs/pictures/architecture.svg and the list of arrows in
ARCHITECTURE.md.

architecture.py [--check] [--root DIRECTORY]

Layers and wings are the libraries that the meson.build files below src/ declare; an arrow is a
dependency that one names on another. With --check nothing is written, and what is out of date is
told.
"""

import argparse
import re
import sys
from pathlib import Path
from typing import Dict, List, Tuple
from xml.sax.saxutils import escape

# From the top of the picture to its bottom: who is above sees who is below.
LAYERS = ["app", "cli", "service", "store", "pack", "report", "model", "psychometrics"]
ROWS = [["app", "cli"], ["service"], ["store", "pack", "report"], ["model"], ["psychometrics"]]
PICTURE = "docs/pictures/architecture.svg"
MAP = "ARCHITECTURE.md"
BEGIN, END = "<!-- arrows: tools/architecture.py writes them -->", "<!-- end of arrows -->"



def calls(text: str) -> List[str]:
    """The arguments of each declare_dependency(), static_library() and executable()."""
    found = []
    for match in re.finditer(r"\b(?:declare_dependency|static_library|executable)\(", text):
        depth, at = 1, match.end()
        while depth:
            depth += {"(": 1, ")": -1}.get(text[at], 0)
            at += 1
        found.append(text[match.end():at - 1])
    return found


def read(root: Path) -> Tuple[Dict[str, List[str]], Dict[str, List[str]]]:
    """Wings of each layer, and what each wing or layer without wings depends on."""
    src = root / "src"
    wings: Dict[str, List[str]] = {layer: [] for layer in LAYERS}
    arrows: Dict[str, List[str]] = {}
    for layer in LAYERS:
        top = (src / layer / "meson.build").read_text(encoding="utf-8")
        wings[layer] = [name for name in re.findall(r"^subdir\('(\w+)'\)", top, re.MULTILINE)
                        if list((src / layer / name).glob("*.c"))]
    rooms = {f"{layer}_{wing}": f"{layer}/{wing}" for layer in LAYERS for wing in wings[layer]}
    rooms.update({layer: layer for layer in LAYERS})
    shared = {}
    for name, value in re.findall(r"^(\w+) = (\[[^\]]*\])", (src / "app" / "meson.build").read_text(encoding="utf-8"), re.MULTILINE):
        shared[name] = value
    for layer in LAYERS:
        for folder in [layer, *(f"{layer}/{wing}" for wing in wings[layer])]:
            text = (src / folder / "meson.build").read_text(encoding="utf-8")
            named = set()
            for arguments in calls(text):
                for name, value in shared.items():
                    arguments = arguments.replace(name, value)
                named |= set(re.findall(r"\b(\w+?)(?:_logic)?_dep\b", arguments))
            targets = [rooms[name] for name in named if name in rooms and rooms[name] != folder]
            # A layer that is nothing but its wings only gathers them.
            if not list((src / folder).glob("*.c")):
                targets = []
            arrows[folder] = sorted(targets, key=order_in(wings))
    return wings, arrows


def order_in(wings: Dict[str, List[str]]):
    def key(room: str) -> Tuple[int, int]:
        layer, _, wing = room.partition("/")
        return LAYERS.index(layer), wings[layer].index(wing) if wing else -1

    return key


def as_list(wings: Dict[str, List[str]], arrows: Dict[str, List[str]]) -> str:
    lines = ["| room | names |", "|---|---|"]
    for layer in LAYERS:
        for room in [layer, *(f"{layer}/{wing}" for wing in wings[layer])]:
            if arrows[room] or room == "psychometrics":
                lines.append(f"| `{room}` | {', '.join(f'`{target}`' for target in arrows[room]) or '—'} |")
    return "\n".join(lines)


def depth_of(wing: str, layer: str, arrows: Dict[str, List[str]]) -> int:
    below = [target for target in arrows[f"{layer}/{wing}"] if target.startswith(layer + "/")]
    return 1 + max((depth_of(target.partition("/")[2], layer, arrows) for target in below), default=-1)


def as_picture(wings: Dict[str, List[str]], arrows: Dict[str, List[str]]) -> str:
    """Rows of layers; in each its wings, the lower ones to the left."""
    width, gap, line, pad = 960, 40, 22, 12
    shapes, places, y = [], {}, 20
    for row in ROWS:
        shares = [max(len({depth_of(wing, layer, arrows) for wing in wings[layer]}), 2) for layer in row]
        x, tallest = 20.0, 0
        for layer, share in zip(row, shares):
            column = (width - 40 - (len(row) - 1) * 20) * share / sum(shares)
            columns: Dict[int, List[str]] = {}
            for wing in wings[layer]:
                columns.setdefault(depth_of(wing, layer, arrows), []).append(wing)
            tallest = max(tallest, 34 + line * max((len(c) for c in columns.values()), default=0) + pad)
            places[layer] = (x, column, columns)
            x += column + 20
        for layer in row:
            x, w, columns = places[layer]
            shapes.append(f'<rect x="{x:.0f}" y="{y}" width="{w:.0f}" height="{tallest}" rx="8" class="layer"/>')
            shapes.append(f'<text x="{x + 12:.0f}" y="{y + 21}" class="name">{escape(layer)}</text>')
            n = max(len(columns), 1)
            cell = (w - 24) / n
            spots = {wing: (depth, k) for depth, names in columns.items() for k, wing in enumerate(names)}
            for depth, names in sorted(columns.items()):
                for k, wing in enumerate(names):
                    left, top = x + 12 + depth * cell, y + 32 + k * line
                    shapes.append(f'<rect x="{left:.0f}" y="{top}" width="{cell - 12:.0f}" height="{line - 4}" rx="4" class="wing"/>')
                    shapes.append(f'<text x="{left + (cell - 12) / 2:.0f}" y="{top + 13}" class="label">{escape(wing)}</text>')
                    for target in (room.partition("/")[2] for room in arrows[f"{layer}/{wing}"] if room.startswith(layer + "/")):
                        column, level = spots[target]
                        if column == depth - 1:
                            shapes.append(
                                f'<path d="M{left:.0f} {top + (line - 4) / 2:.0f} '
                                f'L{left - 11:.0f} {y + 32 + level * line + (line - 4) / 2:.0f}" class="arrow"/>')
            places[layer] = (x, w, y, tallest)
        y += tallest + gap
    for layer in LAYERS:
        seen = {target.partition("/")[0] for room in arrows if room.partition("/")[0] == layer for target in arrows[room]}
        for target in sorted(seen - {layer}, key=LAYERS.index):
            shapes.append(arrow(places[layer], places[target]))
    style = (
        ".layer{fill:#f6f5f4;stroke:#5e5c64}.wing{fill:#fff;stroke:#9a9996}"
        "text{font-family:Cantarell,Inter,sans-serif;fill:#241f31}.name{font-size:15px;font-weight:bold}"
        ".label{font-size:11px;text-anchor:middle}.arrow{stroke:#1a5fb4;fill:none;marker-end:url(#tip)}"
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {y - gap + 20}" role="img">\n'
        "<title>Layers and wings of Bearings: arrows point at what is seen</title>\n"
        f"<style>{style}</style>\n"
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        '<path d="M0 0 L8 4 L0 8 z" fill="#1a5fb4"/></marker></defs>\n'
        f'<rect width="{width}" height="{y - gap + 20}" fill="#fff"/>\n' + "\n".join(shapes) + "\n</svg>\n"
    )


def arrow(one: Tuple[float, float, float, float], other: Tuple[float, float, float, float]) -> str:
    """From the foot of a layer to the head of one below; past a layer between, along the edge."""
    x1, w1, y1, h1 = one
    x2, w2, y2, _ = other
    left, right = max(x1, x2), min(x1 + w1, x2 + w2)
    middle = (left + right) / 2 if right > left else x1 + w1 / 2
    if y2 - (y1 + h1) < 60:
        return f'<path d="M{middle:.0f} {y1 + h1:.0f} L{middle:.0f} {y2 - 2:.0f}" class="arrow"/>'
    edge = 10 if x1 < 30 else 950
    start, end = y1 + h1 / 2, y2 + 20
    inner, target = (x1, x2 - 2) if edge < 100 else (x1 + w1, x2 + w2 + 2)
    return f'<path d="M{inner:.0f} {start:.0f} H{edge} V{end:.0f} H{target:.0f}" class="arrow"/>'


def main() -> int:
    parser = argparse.ArgumentParser(description="Draw the map of src/ from its build files.")
    parser.add_argument("--check", action="store_true", help="write nothing; tell what is out of date")
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[1])
    arguments = parser.parse_args()
    wings, arrows = read(arguments.root)
    page = (arguments.root / MAP).read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    made = {
        MAP: f"{before}{BEGIN}\n{as_list(wings, arrows)}\n{END}{after}",
        PICTURE: as_picture(wings, arrows),
    }
    stale = []
    for name, text in made.items():
        path = arguments.root / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
            if not arguments.check:
                path.write_text(text, encoding="utf-8")
    if arguments.check and stale:
        print(f"{', '.join(stale)}: not what the build files say; python3 tools/architecture.py writes them anew")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
