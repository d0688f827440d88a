# SPDX-License-Identifier: GPL-3.0-or-later
"""Sits at a desktop application as a person would: reads its screens through the accessibility
tree, presses what is there, types, and takes pictures.

An Application is a process; its screen is read anew at each question, so that nothing here can
be out of date. What does not appear in time is a failure that says what was there instead.
"""

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Callable, Iterator, List, NamedTuple, Optional, Pattern, Tuple, Union

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  (the version comes first)

# Ends a broken walk and nothing else. Everything here waits in Application.wait(), for a condition.
PATIENCE = 120
PAUSE = 0.05
PRESSING = ("click", "press", "activate", "toggle")

Words = Union[str, Pattern[str]]


class Missing(AssertionError):
    """Something a person would look for is not on the screen."""


def matches(words: Optional[Words], text: str) -> bool:
    if words is None:
        return True
    if isinstance(words, str):
        return words == text
    return words.search(text) is not None


def plain(text: Optional[str]) -> str:
    """Words without what only typesetting needs: every space is an ordinary one."""
    return re.sub("[\u00a0\u2007\u2009\u202f]", " ", text or "")


class Box(NamedTuple):
    """Where an element is, in the window."""

    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> Tuple[int, int]:
        return self.x + self.width // 2, self.y + self.height // 2

    def holds(self, point: Tuple[int, int]) -> bool:
        return self.x <= point[0] < self.x + self.width and self.y <= point[1] < self.y + self.height


class Node:
    """One element of the screen."""

    def __init__(self, accessible: Atspi.Accessible):
        self.accessible = accessible

    @property
    def role(self) -> str:
        role = self.accessible.get_role_name() or ""
        # Its name before AT-SPI 2.54.
        return "button" if role == "push button" else role

    @property
    def name(self) -> str:
        return plain(self.accessible.get_name())

    @property
    def description(self) -> str:
        return plain(self.accessible.get_description())

    @property
    def text(self) -> str:
        """What it holds: of an entry or a text view what was typed, of a label its words."""
        if self.accessible.get_text_iface() is None:
            return ""
        return plain(Atspi.Text.get_text(self.accessible, 0, -1))

    def has_state(self, state: Atspi.StateType) -> bool:
        return self.accessible.get_state_set().contains(state)

    @property
    def showing(self) -> bool:
        return self.has_state(Atspi.StateType.SHOWING)

    @property
    def sensitive(self) -> bool:
        return self.has_state(Atspi.StateType.SENSITIVE)

    @property
    def checked(self) -> bool:
        return self.has_state(Atspi.StateType.CHECKED) or self.has_state(Atspi.StateType.PRESSED)

    @property
    def box(self) -> Box:
        area = Atspi.Component.get_extents(self.accessible.get_component_iface(), Atspi.CoordType.WINDOW)
        return Box(area.x, area.y, area.width, area.height)

    def panes(self) -> List["Node"]:
        """The scrolled areas around this element, the outermost first."""
        found = []
        parent = self.accessible.get_parent()
        while parent is not None and parent.get_role_name() != "application":
            if parent.get_role_name() == "scroll pane":
                found.insert(0, Node(parent))
            parent = parent.get_parent()
        return found

    @property
    def children(self) -> List["Node"]:
        found = []
        for index in range(self.accessible.get_child_count()):
            child = self.accessible.get_child_at_index(index)
            if child is not None:
                found.append(Node(child))
        return found

    def walk(self) -> Iterator["Node"]:
        """This element and all below it that are on the screen, from the top."""
        yield self
        try:
            children = self.children
        except GLib.Error:
            return
        for child in children:
            try:
                if child.showing:
                    yield from child.walk()
            except GLib.Error:
                # It left the screen while we were reading.
                continue

    def search(self, role: Optional[str] = None, name: Optional[Words] = None, having: Optional[Words] = None) -> Iterator["Node"]:
        """Elements by role, by name, or by what any part of them says, one by one."""
        for node in self.walk():
            try:
                if role is not None and node.role != role:
                    continue
                if not matches(name, node.name):
                    continue
                if having is not None and not any(matches(having, words) for words in node.words()):
                    continue
                yield node
            except GLib.Error:
                continue

    def find_all(self, role: Optional[str] = None, name: Optional[Words] = None, having: Optional[Words] = None) -> List["Node"]:
        return list(self.search(role, name, having))

    def words(self) -> List[str]:
        """Everything this element and its parts say, in order, each once in a row."""
        said: List[str] = []
        for node in self.walk():
            try:
                for words in (node.name, node.text, node.description):
                    if words and (not said or said[-1] != words):
                        said.append(words)
            except GLib.Error:
                continue
        return said


class Application:
    """A running application and the person in front of it."""

    def __init__(self, command: List[str], pictures: Optional[Path] = None, kill_command: Optional[List[str]] = None):
        self.command = command
        self.kill_command = kill_command
        self.pictures = pictures
        self.picture_count = 0
        self.process: Optional[subprocess.Popen] = None
        self.root: Optional[Node] = None
        self.log = tempfile.NamedTemporaryFile(prefix="bearings-log-")
        if pictures is not None:
            pictures.mkdir(parents=True, exist_ok=True)
        Atspi.init()

    # The process

    def start(self) -> None:
        assert self.process is None
        self.process = subprocess.Popen(self.command, stdin=subprocess.DEVNULL, stderr=self.log)
        self.root = self.wait(self._appeared, "the window of the application")
        self.focus_window()

    def open(self, path: Path) -> None:
        """A double click on a file: a second start hands it over to the first and ends."""
        subprocess.run([*self.command, str(path)], stdin=subprocess.DEVNULL, stderr=self.log, check=True, timeout=PATIENCE)

    def _appeared(self) -> Optional[Node]:
        assert self.process is not None
        if self.process.poll() is not None:
            raise Missing(f"the application ended with status {self.process.returncode} before it showed a window")
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(index)
            if application is None:
                continue
            try:
                # Nothing is remembered: each question is answered by the application itself.
                application.set_cache_mask(Atspi.Cache.NONE)
                if any(child.role in ("frame", "window") and child.showing for child in Node(application).children):
                    return Node(application)
            except GLib.Error:
                continue
        return None

    def kill(self) -> None:
        """Ends it as a power cut would."""
        assert self.process is not None
        if self.kill_command is not None:
            subprocess.run(self.kill_command, check=True)
        else:
            self.process.send_signal(signal.SIGKILL)
        self.process.wait(PATIENCE)
        self._gone()

    def end(self) -> None:
        """Leaves no process behind, whatever happened."""
        if self.process is None:
            return
        if self.kill_command is not None:
            subprocess.run(self.kill_command, check=False)
        self.process.kill()
        self.process.wait()
        self.process = None
        self.root = None

    def close(self) -> int:
        """Closes the window, as a person does, and says how the application ended."""
        assert self.process is not None
        process = self.process
        self.press("button", "Close")
        status = process.wait(PATIENCE)
        self._gone()
        return status

    def _gone(self) -> None:
        self.process = None
        self.root = None

        def left() -> bool:
            desktop = Atspi.get_desktop(0)
            return desktop.get_child_count() == 0

        self.wait(left, "the application to leave the desktop")

    # Reading

    def wait(self, question: Callable, what: Union[str, Callable[[], str]], patience: Optional[float] = None):
        """The first answer that is not empty; a failure that tells what is there instead."""
        deadline = time.monotonic() + (PATIENCE if patience is None else patience)
        while True:
            try:
                answer = question()
            except GLib.Error:
                answer = None
            if answer:
                return answer
            if time.monotonic() > deadline:
                break
            time.sleep(PAUSE)
        self.picture("failure")
        screen = "\n  ".join(self.words()) if self.root is not None else "(no window)"
        what = what if isinstance(what, str) else what()
        raise Missing(f"waited in vain for {what}; on the screen:\n  {screen}")

    def words(self) -> List[str]:
        return self.root.words() if self.root is not None else []

    def find(self, role: Optional[str] = None, name: Optional[Words] = None, having: Optional[Words] = None,
             within: Optional[Node] = None, patience: Optional[float] = None) -> Node:
        asked = {"role": role, "name": name, "having": having}
        what = ", ".join(f"{key} {getattr(value, 'pattern', value)!r}" for key, value in asked.items() if value is not None)

        def question() -> Optional[Node]:
            top = within or self.root
            return next(top.search(role, name, having), None) if top is not None else None

        return self.wait(question, what, patience)

    def expect(self, *expected: Words, within: Optional[Node] = None, patience: Optional[float] = None) -> None:
        """Each of these is said somewhere on the screen, a plain string as part of a sentence."""
        missing = [re.compile(re.escape(words)) if isinstance(words, str) else words for words in expected]

        def question() -> bool:
            top = within or self.root
            said = top.words() if top is not None else []
            missing[:] = [pattern for pattern in missing if not any(matches(pattern, words) for words in said)]
            return not missing

        self.wait(question, lambda: ", ".join(repr(pattern.pattern) for pattern in missing), patience)

    def expect_gone(self, words: Words) -> None:
        self.wait(lambda: not any(matches(words, said) for said in self.words()), f"{words!r} to go")

    def complaints(self) -> List[str]:
        """What the libraries said was wrong with the application's use of them."""
        self.log.flush()
        text = Path(self.log.name).read_text(encoding="utf-8", errors="replace")
        return [line for line in text.splitlines() if re.search(r"-(WARNING|CRITICAL) \*\*", line)]

    # Acting

    def press(self, role: Optional[str] = None, name: Optional[Words] = None, having: Optional[Words] = None,
              within: Optional[Node] = None) -> None:
        """Presses a button, a row, a choice: by its own action, or with the pointer."""
        def question() -> bool:
            top = within or self.root
            node = next(top.search(role, name, having), None) if top is not None else None
            # When the page changes meanwhile, what was found is no longer there, and is looked for anew.
            if node is None or not node.sensitive:
                return False
            self._press(node)
            return True

        self.wait(question, lambda: f"{role} {getattr(name, 'pattern', name)!r} to take a press")

    def _press(self, node: Node) -> None:
        action = node.accessible.get_action_iface()
        if action is not None:
            for index in range(action.get_n_actions()):
                if Atspi.Action.get_action_name(action, index) in PRESSING:
                    Atspi.Action.do_action(action, index)
                    return
        self.click(node)

    def click(self, node: Node) -> None:
        """Moves the pointer to an element, scrolling to it first, and clicks."""
        # A row may hold buttons; its title is never one.
        titles = node.find_all("label") if node.role == "list item" else []
        target = titles[0] if titles else node
        self.scroll_to(target)
        box = self.at_rest(target)
        self.point((box.x + 6, box.middle[1]) if titles else box.middle, "1")

    def scroll_to(self, node: Node) -> None:
        for pane in node.panes():
            for _ in range(100):
                (x, y), view = self.at_rest(node).middle, pane.box
                if view.holds((x, y)):
                    break
                if view.y <= y < view.y + view.height:
                    away, wheel = x - view.middle[0], ("6", "7")
                else:
                    away, wheel = y - view.middle[1], ("4", "5")
                # A notch of the wheel is 50 to 100 pixels; half the way, so as not to shoot past.
                self.turn(node, view.middle, wheel[away > 0], min(1 + abs(away) // 200, 50))
            else:
                raise Missing(f"{node.role} {node.name!r} cannot be scrolled to")

    def turn(self, node: Node, place: Tuple[int, int], wheel: str, notches: int) -> None:
        """Turns the wheel until an element has moved. What comes while a page is laid out anew may
        be lost, so that one turn is not enough."""
        before = node.box.middle
        looks = [0]

        def question() -> bool:
            if looks[0] % 20 == 0:
                self.point(place, wheel, notches)
            looks[0] += 1
            return node.box.middle != before

        self.wait(question, f"{node.role} {node.name!r} to move with the wheel")

    def point(self, place: Tuple[int, int], button: str, times: int = 1) -> None:
        x, y = self.on_display(place)
        subprocess.run(["xdotool", "mousemove", str(x), str(y), "sleep", "0.05",
                        "click", "--repeat", str(times), "--delay", "10", button], check=True)

    def at_rest(self, node: Node) -> Box:
        """Where an element is once two looks in a row find it there."""
        seen: List[Optional[Box]] = [None]

        def question() -> bool:
            seen.append(node.box)
            return seen[-1] == seen[-2]

        self.wait(question, lambda: f"{node.role} to come to rest")
        return node.box

    def on_display(self, point: Tuple[int, int]) -> Tuple[int, int]:
        """A point of the window as one of the display."""
        assert self.root is not None
        frame = next(child for child in self.root.children if child.showing).box
        geometry = subprocess.run(["xdotool", "getwindowgeometry", "--shell", self.window()], stdout=subprocess.PIPE,
                                  text=True, check=True).stdout
        corner = {key: int(value) for key, _, value in (line.partition("=") for line in geometry.split())}
        # GTK counts from inside the border it draws itself, once for the frame and once for what it holds.
        return point[0] - 2 * frame.x + corner["X"], point[1] - 2 * frame.y + corner["Y"]

    def type_into(self, node: Node, text: str) -> None:
        """Replaces what an entry or a text view holds, key by key."""
        self.click(node)
        self.press_keys("ctrl+a")
        subprocess.run(["xdotool", "type", "--delay", "12", "--", text], check=True)

    def press_keys(self, *keys: str) -> None:
        subprocess.run(["xdotool", "key", "--delay", "12", *keys], check=True)

    def window(self) -> str:
        found = self.wait(
            lambda: subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "."], stdout=subprocess.PIPE,
                                   text=True, check=False).stdout.split(),
            "a window on the display")
        return found[-1]

    def focus_window(self) -> None:
        # There is no window manager to do it.
        subprocess.run(["xdotool", "windowfocus", "--sync", self.window()], check=True)

    def _capture(self) -> bytes:
        return subprocess.run(["import", "-window", self.window(), "ppm:-"], stdout=subprocess.PIPE, check=False).stdout

    def picture(self, name: str) -> Optional[Path]:
        """A picture of the window once two in a row are the same, of a failure at once."""
        if self.pictures is None or self.process is None:
            return None
        self.picture_count += 1
        path = self.pictures / f"{self.picture_count:02}-{name}.png"
        subprocess.run(["xdotool", "mousemove", "9999", "9999"], check=True)
        taken = [self._capture()]

        def question() -> bool:
            taken.append(self._capture())
            return taken[-1] == taken[-2]

        if name != "failure":
            self.wait(question, "the window to come to rest")
        # Without a compositor GTK draws a plain border where the shadow would be.
        run = subprocess.run(["convert", "ppm:-", "-shave", "5x5", "+repage", str(path)], input=taken[-1], check=False)
        if run.returncode == 0:
            print(f"picture {path}", file=sys.stderr)
            return path
        return None
