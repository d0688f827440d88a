# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job, from a search to a result, as a client does it; each step checks what it shows.

The figures are those of the shipped packs. Where they come from is told by the packs' own sources;
here they are written out, so that a change of any of them is seen by a person.
"""

import json
import re
import tempfile
from pathlib import Path
from typing import Dict, List, NamedTuple, Optional, Tuple

from desk import Application, Missing

PACK = Path(__file__).resolve().parents[2] / "data" / "packs" / "python-skill.bearings.json"
ROLE = "Machine Learning Engineer"

# A number as any layout of thousands writes it.
THOUSANDS = "[,. ’]?"
PYTHON_FIGURES = (
    re.compile(r"^74\.3 %$"),
    "95 % CI 70.5 to 77.7",
    "424 of 571 postings",
    re.compile(r"^98\.8 %$"),
    "95 % CI 97.5 to 99.4",
    "556 of 563 people",
    re.compile(rf"^\+11{THOUSANDS}250 USD per year$"),
    re.compile(rf"95 % CI −20{THOUSANDS}188 to \+43{THOUSANDS}250"),
    re.compile(r"\(n 80\).*\(n 34\)"),
    "Measured directly, not established",
    "No evidence found",
    "No randomised study was found",
    re.compile(r"\d+ direct, \d+ adjacent, \d+ context"),
)
LEVELS = ("Advanced", "Expert")
FLAGGED = ("Data Scientists", "Computer and Information Research Scientists", "Computer Systems Engineers/Architects")


def section(app: Application, name: str) -> None:
    app.press("list item", having=name, within=app.find("list", "Sections"))


def search(app: Application) -> None:
    app.expect("Find a career")
    app.picture("discover")
    app.type_into(app.find("entry", re.compile("^Search careers")), "machine learning")
    # The role stands in the list of all, too; its row there goes when the search is done.
    app.expect(re.compile("found for .machine learning"))
    app.find("list item", re.compile(f"^{ROLE}"))
    app.picture("search")


def open_career(app: Application) -> None:
    app.press("list item", re.compile(f"^{ROLE}"))
    app.expect("Outlook", "Pay", "Technologies", "Occupations behind this role")
    app.picture("career")


def open_python(app: Application) -> None:
    app.press("list item", having="Python")
    app.expect(f"Python for {ROLE}", *PYTHON_FIGURES)
    app.picture("skill")


def check_flags(app: Application) -> None:
    """The occupation database flags Python for each occupation behind the role."""
    evidence = app.find("grouping", "Evidence")
    if evidence.find_all("button", re.compile(r"^Show All \d+$")):
        app.press("button", re.compile(r"^Show All \d+$"), within=evidence)
    app.expect(*(re.compile(rf"^Python for {re.escape(title)}: Hot technology and In demand") for title in FLAGGED))


def open_source(app: Application) -> None:
    """From a figure to its source, in one action."""
    app.press("button", re.compile(r"74\.3 %.*424 of 571"))
    app.expect("Barousse", re.compile("[Ll]icence"))
    app.picture("source")
    app.press_keys("Escape")
    app.expect_gone("This figure")
    app.expect("The answer, question by question")


def open_claim(app: Application) -> None:
    app.press("radio button", re.compile("^Adjacent"))
    app.press("list item", having=re.compile("Stack Overflow's 2025 survey"), within=app.find("grouping", "Evidence"))
    app.expect("57.9 %", "Low certainty", "no interval stated by the source")
    app.expect_gone("The answer, question by question")
    app.picture("claim")
    app.press("button", "Back")
    app.expect("The answer, question by question")


def keys() -> Dict[Tuple[str, str], str]:
    """The right choice of each keyed question, by its words and its code."""
    found = {}
    for record in json.loads(PACK.read_text(encoding="utf-8"))["records"]:
        if record["type"] == "item" and record["kind"] == "keyed":
            right = next(option["text"] for option in record["options"] if option.get("key"))
            found[record["prompt"], record.get("code", "")] = right
    return found


class Question(NamedTuple):
    """A question as it stands on the screen."""

    position: str
    prompt: str
    code: str
    chosen: Optional[str]
    choices: List[str]


def read_question(app: Application) -> Question:
    def read() -> Optional[Question]:
        prompt = position = code = ""
        choices = []
        chosen = None
        for node in app.root.walk():
            role = node.role
            if role == "heading":
                prompt = prompt or node.name
            elif role == "progress bar":
                position = position or node.name
            elif role == "text" and node.name == "Code of the question":
                code = node.text
            elif role == "radio button":
                choices.append(node.name)
                if node.checked:
                    chosen = node.name
        return Question(position, prompt, code, chosen, choices) if prompt and position else None

    return app.wait(read, "a question")


def begin(app: Application) -> None:
    app.press("button", "Take the Matching Assessment")
    app.expect("It is not meant for hiring", "What happens to them")
    app.picture("purpose")
    app.press("list item", re.compile("^About 5 minutes"))
    app.press("button", "Begin")
    app.expect("Practice — does not count")
    answer(app, read_question(app), keys())
    app.expect("That is right.")
    app.picture("practice")
    step(app)


def answer(app: Application, question: Question, right: Dict[Tuple[str, str], str]) -> str:
    """Answers as somebody does who knows Python well and rates it fourth of five."""
    choice = right.get((question.prompt, question.code))
    if choice is None:
        choice = question.choices[3]
    app.press("radio button", choice)
    app.wait(lambda: read_question(app).chosen == choice, f"the choice {choice!r} to be taken")
    return choice


def step(app: Application) -> None:
    before = read_question(app)
    app.press("button", "Next")
    app.wait(lambda: read_question(app).position != before.position, "another question")


def stands_at(app: Application, expected: Question) -> None:
    found = []

    def question() -> bool:
        found[:] = [read_question(app)]
        return found[0] == expected

    app.wait(question, lambda: f"{expected}, not {found[0]},")


def answer_some(app: Application, count: int) -> List[Question]:
    """Answers so many questions and stands before the next."""
    right = keys()
    answered = []
    for _ in range(count):
        question = read_question(app)
        choice = answer(app, question, right)
        answered.append(question._replace(chosen=choice))
        step(app)
    return answered


def resume(app: Application, answered: List[Question], stood_at: Question) -> None:
    """After the power cut: the same question, and behind it every answer."""
    section(app, "Assess")
    app.expect("Python skill level")
    app.picture("unfinished")
    app.press("button", re.compile("^(Continue|Resume)"))
    stands_at(app, stood_at)
    app.picture("resumed")
    for expected in reversed(answered):
        app.press("button", "Back")
        stands_at(app, expected)
    for expected in [*answered[1:], stood_at]:
        app.press("button", "Next")
        stands_at(app, expected)


def finish(app: Application, answered: List[Question]) -> None:
    right = keys()
    while True:
        question = read_question(app)
        answered.append(question._replace(chosen=answer(app, question, right)))
        if app.root.find_all("button", "Review"):
            break
        step(app)
    app.picture("last-question")
    app.press("button", "Review")
    app.expect("Before You Finish", f"{len(answered)} of {len(answered)} answered.",
               *(f"Answered: {question.chosen}" for question in answered))
    app.picture("review")
    app.press("button", "Finish")


def read_result(app: Application) -> None:
    """Words first, then the band, then the number, then what it does not mean."""
    app.expect("Your answers fit the level", "Where Your Answers Place You", "What This Does Not Mean", "Profile",
               "Self-Rating and Performance", "Why there is no percentile of skill", "hiring decision", "provisional")
    level = app.find("grouping", "Result").find_all("heading")[0].name
    if level not in LEVELS:
        raise Missing(f"every question was answered rightly, but the level is {level}")
    app.picture("result")


def look_around(app: Application) -> None:
    for name, words in (("Evidence", "Evidence"), ("Register", "Register"), ("Results", "Results"), ("Data", "O*NET")):
        section(app, name)
        app.expect(words)
        app.picture(name.lower())


def open_pack(app: Application) -> None:
    """A file from a colleague: it is looked at, applied, and taken back."""
    # A sandbox shows the application this folder of the person's, and a portal any other file.
    sandbox = Path.home() / ".var" / "app"
    shared = next((folder for folder in sandbox.glob("*") if folder.is_dir()), None) if sandbox.is_dir() else None
    with tempfile.TemporaryDirectory(dir=shared) as folder:
        path = Path(folder) / "colleague.bearings.json"
        path.write_text(json.dumps({
            "bearings_pack": 1, "id": "colleague", "title": "From a colleague", "version": "1.0", "published": "2026-01-01",
            "publisher": "A colleague", "licence": "CC0",
            "records": [{"type": "source", "id": "src-colleague", "csl_type": "report", "title": "A report"}],
        }), encoding="utf-8")
        app.open(path)
        app.expect("Version 1.0 would be installed", "Not signed", "Added")
        app.picture("preview")
        app.press("button", "Apply")
        app.expect("“From a colleague” Is Installed")
        app.press("button", "Undo…")
        app.expect("is then no longer installed")
        app.press("button", "Undo Import")
        app.expect("Version 1.0 would be installed", "Import undone")


def walk(app: Application, brief: bool) -> None:
    """All of it, with a power cut in the middle; briefly, up to the answer."""
    app.start()
    search(app)
    open_career(app)
    open_python(app)
    if brief:
        return
    for step_of_it in (check_flags, open_source, open_claim, begin):
        step_of_it(app)
    answered = answer_some(app, 4)
    stood_at = read_question(app)
    app.picture("before-the-power-cut")
    app.kill()
    app.start()
    resume(app, answered, stood_at)
    finish(app, answered)
    read_result(app)
    look_around(app)
    open_pack(app)
    app.close()
