#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check the items of an instrument pack: run what can be run, and look for giveaways.

    tools/check-keyed-items.py [--no-run] [--blueprint] [--most-reasoned N] PACK...

An item's "verification" says how its key was verified. "executed": "code" is a script; it is run
in a fresh interpreter (the one that runs this tool), in an empty folder, once for each of two
hash seeds, and must print "expect" to the letter. A script that ends with an exception prints
"raises NAME" as its last line. What was printed must also point at the keyed option, in one of
three ways:

  output     "expect" is the text of the keyed option
  exception  "expect" ends with "raises NAME", and only the keyed option holds NAME
  verdicts   one line for each option, "a yes" or "a no": yes for the keyed option alone

A script is Python, unless its first line is "#!/bin/sh": then the shell runs it, with git set up
so that it depends on nothing outside the folder; or "#!sheet": then tools/sheet.py runs it.

No script reads a clock: what takes long on one machine does not on another.

The code that the person reads must stand in the script unchanged. "reasoned": the item holds no
result that could be run; "note" says why the key is right. Scripts that need a module or a tool
that is not installed are counted and skipped. Needs Python 3.11 or newer.

Giveaways: keys that cluster in one place or stand out by their length, two items that ask nearly
the same, a key that another item spells out, "all of the above". Reading: questions that are too
long, and a "not" in the question that nothing brings out.

Exit status: 0 no finding, 1 findings, 2 the pack could not be read.
"""

import argparse
import collections
import json
import math
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

OPTIONS = 4
ANCHORS = 5
MOST_REASONED_KEYED = 8
MOST_WORDS = 90      # of a question, its code apart
MOST_ALIKE = 0.6     # share of runs of three words that two items may have in common
SPELT_OUT_WORDS = 4  # keys shorter than this may turn up elsewhere by chance
MOST_LONGEST = 0.40  # share of items whose key may be the longest (or the shortest) option
MIN_SELF_REPORT = 2  # for each scale
MIN_KEYED = 6        # for each scale
MIN_RUBRIC = 4       # in the instrument
MIN_EXEMPLARS = 3
SEEDS = ("1", "2")
TIMEOUT = 120  # seconds for one script
# What tells how long something took. A script may set such a clock, and count what passes on it.
CLOCK = re.compile(r"\b(perf_counter|monotonic|process_time|thread_time|timeit)(_ns)?\b|\btime\.time(_ns)?\s*\(|"
                   r"\b(now|utcnow|today)\s*\(")
SHEET = str(pathlib.Path(__file__).resolve().with_name("sheet.py"))
BANDS = (("basic", -math.inf, -1), ("working", -1, 0), ("advanced", 0, 1), ("expert", 1, math.inf))

RUNNER = """
import runpy, sys
try:
    runpy.run_path("script.py", run_name="__main__")
except ModuleNotFoundError as error:
    print("missing", error.name)
    sys.exit(77)
except Exception as error:
    print("raises", type(error).__name__)
"""


# Git by itself: no settings of the computer or the person, always the same author and time.
GIT_ENVIRONMENT = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_CONFIG_COUNT": "2",
    "GIT_CONFIG_KEY_0": "init.defaultBranch",
    "GIT_CONFIG_VALUE_0": "main",
    "GIT_CONFIG_KEY_1": "advice.detachedHead",
    "GIT_CONFIG_VALUE_1": "false",
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_AUTHOR_DATE": "2026-01-01T00:00:00Z",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org",
    "GIT_COMMITTER_DATE": "2026-01-01T00:00:00Z",
    "GIT_EDITOR": "true",
}


class Report:
    def __init__(self):
        self.findings = []

    def add(self, where, text):
        self.findings.append(f"{where}: {text}")

    def need(self, holds, where, text):
        if not holds:
            self.add(where, text)


def normal(text):
    return " ".join(text.split()).casefold()


def run_script(code, seed):
    """Exit status and standard output of a script, run by itself."""
    environment = {
        "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
        "LC_ALL": "C.UTF-8",
        "PYTHONHASHSEED": seed,
        "PYTHONDONTWRITEBYTECODE": "1",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }
    command = [sys.executable, "-s", "-P", "-W", "ignore", "-X", "utf8", "-c", RUNNER]
    if code.startswith("#!/bin/sh\n"):
        for tool in ("git", "bash"):
            if re.search(rf"\b{tool} ", code) and not shutil.which(tool):
                return 77, f"missing {tool}"
        command = ["sh", "-c", code]
        environment |= GIT_ENVIRONMENT
    elif code.startswith("#!sheet\n"):
        command = [sys.executable, SHEET]
    with tempfile.TemporaryDirectory() as folder:
        environment["HOME"] = folder
        if RUNNER in command:
            pathlib.Path(folder, "script.py").write_text(code + "\n", encoding="utf-8")
        try:
            run = subprocess.run(
                command,
                cwd=folder, env=environment, input=code if SHEET in command else "",
                capture_output=True, text=True, encoding="utf-8", timeout=TIMEOUT, check=False,
            )
        except subprocess.TimeoutExpired:
            return -1, f"did not end within {TIMEOUT} seconds"
    return run.returncode, run.stdout if run.returncode in (0, 77) else run.stdout + run.stderr


def check_link(item, key, others, expect, report):
    """Whether what the script printed points at the keyed option, and at no other."""
    where = item["id"]
    lines = expect.rstrip("\n").split("\n")
    raised = re.fullmatch(r"raises (\w+)", lines[-1])
    verdicts = [re.fullmatch(r"(\w+) (yes|no)", line) for line in lines]

    if raised:
        name = raised.group(1)
        report.need(name in key["text"], where, f"the key does not name {name}")
        for other in others:
            report.need(not re.search(rf"\b{name}\b", other["text"]), where,
                        f"option {other['id']} names {name} too")
    elif all(verdicts):
        said = {verdict.group(1): verdict.group(2) for verdict in verdicts}
        wanted = {option["id"]: "no" for option in others} | {key["id"]: "yes"}
        report.need(said == wanted and len(lines) == len(wanted), where,
                    "the verdicts do not single out the key")
    else:
        report.need(normal(expect) == normal(key["text"]), where,
                    f"the script prints {expect!r}, the key says {key['text']!r}")


def check_keyed(item, report):
    where = item["id"]
    options = item.get("options", [])
    keys = [option for option in options if option.get("key") is True]
    others = [option for option in options if option.get("key") is not True]

    report.need(len(options) == OPTIONS, where, f"{len(options)} options instead of {OPTIONS}")
    report.need(len(keys) == 1, where, f"{len(keys)} keyed options instead of 1")
    report.need(len({option["id"] for option in options}) == len(options), where,
                "two options have one id")
    report.need(len({normal(option["text"]) for option in options}) == len(options), where,
                "two options say the same")
    for option in options:
        report.need(option.get("rationale"), where, f"option {option['id']} has no rationale")

    verification = item.get("verification", {})
    kind = verification.get("kind")
    if kind == "executed":
        code = verification.get("code", "")
        report.need(item.get("code", "").strip() in code, where,
                    "the script does not hold the code of the item unchanged")
        report.need(not CLOCK.search(code), where,
                    "the script reads a clock, which a busy machine shifts: count instead")
        if len(keys) == 1:
            check_link(item, keys[0], others, verification.get("expect", ""), report)
    elif kind == "reasoned":
        report.need(verification.get("note"), where, "a reasoned key without a note")
    else:
        report.add(where, "no verification of the key")

    parameters = item.get("parameters")
    if item.get("practice"):
        report.need(parameters is None, where, "a practice item has no parameters")
    else:
        report.need(parameters and parameters.get("model") in ("rasch", "2pl", "3pl")
                    and len(parameters.get("b", [])) == 1, where,
                    "a keyed item needs a model and one difficulty")


def check_self_report(item, report):
    anchors = item.get("anchors", [])
    report.need([anchor["value"] for anchor in anchors] == list(range(ANCHORS)), item["id"],
                f"anchors must have the values 0 to {ANCHORS - 1} in order")
    report.need(len({normal(anchor["text"]) for anchor in anchors}) == len(anchors), item["id"],
                "two anchors say the same")


def check_rubric(item, report):
    where = item["id"]
    criteria = {criterion["id"]: criterion for criterion in item.get("criteria", [])}
    exemplars = item.get("exemplars", [])
    most = 0

    report.need(criteria, where, "no criteria")
    for criterion in criteria.values():
        scores = [point["score"] for point in criterion["points"]]
        report.need(scores == list(range(len(scores))) and len(scores) > 1, where,
                    f"criterion {criterion['id']}: scores must rise from 0 by 1")
        most += max(scores)
    report.need(len(exemplars) >= MIN_EXEMPLARS, where, f"{len(exemplars)} exemplars")
    totals = []
    for exemplar in exemplars:
        scores = {score["criterion"]: score["score"] for score in exemplar.get("scores", [])}
        report.need(set(scores) == set(criteria), where,
                    f"exemplar {exemplar['label']} is not scored on each criterion")
        for name, score in scores.items():
            points = criteria.get(name, {}).get("points", [])
            report.need(score in [point["score"] for point in points], where,
                        f"exemplar {exemplar['label']}: {name} has no score {score}")
        totals.append(sum(scores.values()))
    report.need(totals == sorted(totals) and len(set(totals)) == len(totals), where,
                "exemplars must rise from weak to strong")
    parameters = item.get("parameters", {})
    thresholds = parameters.get("b", [])
    report.need(parameters.get("model") in ("gpcm", "grm") and len(thresholds) == most, where,
                f"needs {most} thresholds, has {len(thresholds)}")
    report.need(thresholds == sorted(thresholds), where, "thresholds must rise")


def check_reading(item, report):
    """Whether the question can be read without stumbling."""
    words = len(item["prompt"].split())
    report.need(words <= MOST_WORDS, item["id"],
                f"the question has {words} words, at most {MOST_WORDS} wanted")
    if item["kind"] != "keyed":
        return
    asked = re.split(r"(?<=[.:])\s", item["prompt"])[-1]
    report.need(not re.search(r"\bwhich\b.*\b(not|never|except)\b", asked, re.I)
                or re.search(r"\b(NOT|NEVER|EXCEPT)\b", asked), item["id"],
                "the question turns on a \"not\" that nothing brings out")
    for option in item["options"]:
        report.need(not re.search(r"\b(all|none|both) of (the above|these)\b", option["text"], re.I),
                    item["id"], f"option {option['id']} speaks of the other options")


def runs_of_words(item):
    texts = [item["prompt"], item.get("code", "")]
    texts += [part["text"] for part in item.get("options", []) + item.get("anchors", [])]
    words = re.findall(r"\w+|[^\w\s]", " ".join(texts).casefold())
    return {tuple(words[place:place + 3]) for place in range(len(words) - 2)}


def check_pairs(items, report):
    """Items that ask nearly the same, and items that give another one's key away."""
    runs = [runs_of_words(item) for item in items]
    for place, item in enumerate(items):
        for other in range(place):
            shared = len(runs[place] & runs[other]) / min(len(runs[place]), len(runs[other]))
            report.need(shared <= MOST_ALIKE, item["id"],
                        f"nearly the same as {items[other]['id']} ({shared:.0%} in common)")
    for item in items:
        for option in item.get("options", []):
            text = normal(option["text"])
            if option.get("key") is not True or len(text.split()) < SPELT_OUT_WORDS:
                continue
            for other in items:
                report.need(other is item or
                            text not in normal(other["prompt"] + " " + other.get("code", "")),
                            other["id"], f"spells out the key of {item['id']}")


def check_instrument(instrument, items, most_reasoned, report):
    """What only shows over all items of an instrument."""
    name = instrument["id"]
    scales = [scale["id"] for scale in instrument["scales"]]
    cuts = [level.get("theta_low") for level in instrument["levels"]]
    scored = [item for item in items if not item.get("practice")]
    keyed = [item for item in scored if item["kind"] == "keyed"]

    for item in items:
        report.need(item["scale"] in scales, item["id"], f"unknown scale {item['scale']!r}")
        check_reading(item, report)
    check_pairs(items, report)
    for what, values in {
        "id": [item["id"] for item in items],
        "position": [item["position"] for item in items],
        "prompt and code": [normal(item["prompt"] + item.get("code", "")) for item in items],
    }.items():
        for value, times in collections.Counter(values).items():
            report.need(times == 1, name, f"{times} items share the {what} {value!r}")
    if all(item["kind"] == "self-report" for item in items):
        report.need(set(cuts) == {None} and len(cuts) == ANCHORS, name,
                    "without scored items there are as many levels as anchors, and no cuts")
        print(f"{name}: {len(items)} self-report items")
        return
    report.need(cuts[0] is None and None not in cuts[1:] and cuts[1:] == sorted(set(cuts[1:])),
                name, "cuts must rise, and the lowest level has none")
    report.need(sum(item.get("practice", False) for item in items) == 1, name,
                "there must be one practice item")

    count = collections.Counter((item["scale"], item["kind"]) for item in scored)
    for scale in scales:
        report.need(count[scale, "keyed"] >= MIN_KEYED, name,
                    f"{scale}: {count[scale, 'keyed']} keyed items, at least {MIN_KEYED} wanted")
        report.need(count[scale, "self-report"] >= MIN_SELF_REPORT, name,
                    f"{scale}: {count[scale, 'self-report']} self-report items")
    rubric = [item for item in scored if item["kind"] == "rubric"]
    report.need(len(rubric) >= MIN_RUBRIC, name, f"{len(rubric)} rubric tasks")

    reasoned = [i for i in keyed if i.get("verification", {}).get("kind") == "reasoned"]
    report.need(len(reasoned) <= most_reasoned, name,
                f"{len(reasoned)} keys are reasoned, at most {most_reasoned} wanted")

    places, longest, shortest = collections.Counter(), 0, 0
    for item in keyed:
        lengths = [len(option["text"]) for option in item["options"]]
        for place, option in enumerate(item["options"]):
            if option.get("key") is True:
                places[place] += 1
                rest = lengths[:place] + lengths[place + 1:]
                longest += lengths[place] > max(rest)
                shortest += lengths[place] < min(rest)
    even = len(keyed) / OPTIONS
    for place in range(OPTIONS):
        report.need(0.7 * even <= places[place] <= 1.3 * even, name,
                    f"the key stands in place {place + 1} in {places[place]} of {len(keyed)} items")
    for what, times in (("longest", longest), ("shortest", shortest)):
        report.need(times < MOST_LONGEST * len(keyed), name,
                    f"the key is the {what} option in {times} of {len(keyed)} items")
    print(f"{name}: {len(items)} items: {len(keyed)} keyed ({len(reasoned)} reasoned), "
          f"{len(rubric)} rubric; keys by place {[places[p] for p in range(OPTIONS)]}, "
          f"longest {longest}, shortest {shortest}")


def expected_share(theta, difficulties):
    return sum(1 / (1 + math.exp(b - theta)) for b in difficulties) / len(difficulties)


def theta_for(share, difficulties):
    """Where a person is expected to solve that share of the items (Rasch)."""
    low, high = -8.0, 8.0
    while high - low > 1e-6:
        middle = (low + high) / 2
        if expected_share(middle, difficulties) < share:
            low = middle
        else:
            high = middle
    return low


def guessing_estimate(difficulties):
    """EAP estimate, standard normal prior, of a quarter of the items right."""
    grid = [step / 50 for step in range(-400, 401)]
    weights = []
    for theta in grid:
        log = theta * len(difficulties) / OPTIONS - theta * theta / 2
        log -= sum(math.log1p(math.exp(theta - b)) for b in difficulties)
        weights.append(math.exp(log))
    return sum(t * w for t, w in zip(grid, weights)) / sum(weights)


def print_blueprint(instrument, items):
    """The tables of docs/instrument-python.md."""
    scored = [item for item in items if not item.get("practice")]
    by_band = {band: [] for band, _, _ in BANDS}
    print("| scale | self-report | " + " | ".join(by_band) + " | keyed | rubric |")
    print("|---" * (len(by_band) + 4) + "|")
    for scale in instrument["scales"]:
        here = [item for item in scored if item["scale"] == scale["id"]]
        keyed = [i["parameters"]["b"][0] for i in here if i["kind"] == "keyed"]
        row = [scale["title"], sum(item["kind"] == "self-report" for item in here)]
        for band, low, high in BANDS:
            inside = [b for b in keyed if low < b <= high]
            by_band[band] += inside
            row.append(len(inside))
        row += [len(keyed), sum(item["kind"] == "rubric" for item in here)]
        print("| " + " | ".join(str(cell) for cell in row) + " |")
    cuts = {level["id"]: level.get("theta_low") for level in instrument["levels"]}
    for band, difficulties in by_band.items():
        print(f"{band}: {len(difficulties)} items, mean difficulty "
              f"{sum(difficulties) / len(difficulties):.2f}, two thirds solved at "
              f"{theta_for(2 / 3, difficulties):.2f}, cut {cuts[band]}, share solved at the cut "
              f"{expected_share(cuts[band], difficulties):.2f}")
    every = sorted(sum(by_band.values(), []))
    for n in (8, 16, 26, len(every)):
        some = [every[int((place + 0.5) * len(every) / n)] for place in range(n)]
        print(f"guessing at all of {n} items: {guessing_estimate(some):.2f}")


def run_all(items, report):
    """Run every executed verification."""
    wanted = [i for i in items if i.get("verification", {}).get("kind") == "executed"]
    ran, skipped = 0, collections.Counter()

    def outcomes(item):
        return [run_script(item["verification"]["code"], seed) for seed in SEEDS]

    with ThreadPoolExecutor(max_workers=2) as pool:
        for item, results in zip(wanted, pool.map(outcomes, wanted)):
            missing = [text.split()[-1] for status, text in results if status == 77]
            if missing:
                skipped[missing[0]] += 1
                continue
            ran += 1
            for status, text in results:
                if status != 0 or text != item["verification"]["expect"]:
                    report.add(item["id"], f"expected {item['verification']['expect']!r}, "
                                           f"the script gave {text!r}")
                    break
    print(f"run with Python {sys.version.split()[0]}: {ran} scripts, {sum(skipped.values())} "
          f"skipped" + "".join(f", {n} for want of {module}" for module, n in skipped.items()))


def check_pack(path, arguments, report):
    records = json.loads(path.read_text(encoding="utf-8"))["records"]
    checks = {"keyed": check_keyed, "self-report": check_self_report, "rubric": check_rubric}
    every_item = [record for record in records if record["type"] == "item"]

    for instrument in (record for record in records if record["type"] == "instrument"):
        items = [item for item in every_item if item["instrument"] == instrument["id"]]
        for item in items:
            check = checks.get(item["kind"])
            if check:
                check(item, report)
            else:
                report.add(item["id"], f"unknown kind {item['kind']!r}")
        check_instrument(instrument, items, arguments.most_reasoned, report)
        if arguments.blueprint:
            print_blueprint(instrument, items)
    if not arguments.no_run:
        run_all(every_item, report)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--no-run", action="store_true", help="check the text only")
    parser.add_argument("--blueprint", action="store_true",
                        help="print items by scale, kind and difficulty, and what the cuts mean")
    parser.add_argument("--most-reasoned", type=int, default=MOST_REASONED_KEYED, metavar="N",
                        help="how many keys may be reasoned instead of run (default: %(default)s)")
    parser.add_argument("packs", nargs="+", type=pathlib.Path, metavar="PACK")
    arguments = parser.parse_args()
    report = Report()
    for path in arguments.packs:
        try:
            check_pack(path, arguments, report)
        except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
            print(f"{path}: cannot be read as a pack: {error!r}", file=sys.stderr)
            return 2
    for finding in report.findings:
        print(finding, file=sys.stderr)
    return 1 if report.findings else 0


if __name__ == "__main__":
    sys.exit(main())
