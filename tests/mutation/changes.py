# SPDX-License-Identifier: GPL-3.0-or-later
"""Small changes of C code that a test should notice: where they are possible, and in which order.

Reads the layout that clang-format leaves (a function's brace in the first column, blanks round
binary operators) and changes only what is inside functions. A change keeps the number of lines.
"""

import hashlib
import re
from pathlib import Path
from typing import Dict, Iterator, List, NamedTuple, Optional, Set, Tuple

TOKEN = re.compile(
    r"(?P<space>\s+|/\*.*?\*/|//[^\n]*|^[ \t]*\#(?:\\\n|[^\n])*)"
    r"|(?P<string>L?\"(?:\\.|[^\"\\\n])*\")"
    r"|(?P<char>'(?:\\.|[^'\\\n])+')"
    r"|(?P<number>\.?\d(?:[eEpP][+-]|[\w.])*)"
    r"|(?P<word>[A-Za-z_]\w*)"
    r"|(?P<sign><<=|>>=|\.\.\.|->|\+\+|--|<<|>>|<=|>=|==|!=|&&|\|\||[-+*/%&|^]=|.)",
    re.DOTALL | re.MULTILINE,
)

OPERATORS = {
    "<": ("<=", ">="), "<=": ("<", ">"), ">": (">=", "<="), ">=": (">", "<"),
    "==": ("!=",), "!=": ("==",), "&&": ("||",), "||": ("&&",),
    "+": ("-",), "-": ("+",), "*": ("/",), "/": ("*",), "%": ("*",),
    "&": ("|",), "|": ("&",), "<<": (">>",), ">>": ("<<",),
    "+=": ("-=",), "-=": ("+=",), "*=": ("/=",), "/=": ("*=",), "|=": ("&=",), "&=": ("|=",),
}

# What these are given says nothing about what the program does: promises to the next programmer,
# words for a log, room reserved before it is needed.
SILENT_CALLS = re.compile(
    r"g_(return_(val_)?if_(fail|reached)|assert\w*|debug|info|message|warning|critical|error|log)$"
    r"|g_(try_)?(new0?|renew|malloc0?|malloc0?_n|realloc)$"
    r"|g_(array|byte_array|ptr_array|string|slist)_(sized_)?new\w*$|g_(array|string|byte_array|ptr_array)_free$"
    r"|G_(N_ELEMENTS|STATIC_ASSERT|DEFINE_\w+|STRUCT_OFFSET)$|sizeof$|offsetof$|static_assert$|setvbuf$"
)
# Calls whose loss shows in memory, locks or a trace of the memory alone, which other tools watch.
KEPT_CALLS = re.compile(
    r"g_(free|clear_\w+|return_\w+|assert\w*|debug|info|message|warning|critical|error|log)$"
    r"|\w+_(free|free_full|unref|ref|lock|unlock|close|finalize|memzero|steal)$|g_(mutex|rec_mutex|rw_lock|cond)_\w+$"
    r"|va_(start|end|copy)$|G_\w+$|fclose$|close$|\w+_set_free_func$|g_object_\w*weak\w*$|bindtextdomain$|textdomain$"
    r"|sizeof$|return$|if$|while$|for$|switch$|do$|else$"
)
SKIPPED_FUNCTIONS = re.compile(r"\w+_(class_init|finalize|dispose|free|unref|ref)$|(finalize|dispose)$")
KEYWORDS = {"return", "case", "else", "do", "sizeof", "goto"}
WHOLE_TYPES = re.compile(r"^(unsigned|signed|int|long|short|char|gs?size|goffset|g?u?int(8|16|32|64)?(_t)?|size_t|guchar|gunichar)$")
REAL_TYPES = {"double", "gdouble", "float", "gfloat"}


class Token(NamedTuple):
    kind: str
    text: str
    start: int
    end: int


class Change(NamedTuple):
    """Edits of one file that belong together, and what they look like to a person."""

    path: str
    line: int
    function: str
    kind: str
    edits: Tuple[Tuple[int, int, str], ...]
    old: str
    new: str
    # How many statements of the same text in the same function stand before this one.
    repeat: int

    def content(self) -> Tuple[str, str, str]:
        """What a list kept over time knows the change by: neither path nor line."""
        return (self.function, self.old, self.new)

    def key(self) -> str:
        return "\0".join((Path(self.path).name, str(self.repeat)) + self.content())

    def apply(self, text: str) -> str:
        for start, end, replacement in sorted(self.edits, reverse=True):
            text = text[:start] + replacement + text[end:]
        return text


def number(seed: int, *parts: str) -> int:
    digest = hashlib.blake2b("\0".join((str(seed),) + parts).encode(), digest_size=8)
    return int.from_bytes(digest.digest(), "big")


def tokenize(text: str) -> List[Token]:
    tokens = []
    for match in TOKEN.finditer(text):
        if match.lastgroup != "space":
            tokens.append(Token(match.lastgroup, match.group(), match.start(), match.end()))
    return tokens


def match_brackets(tokens: List[Token]) -> Dict[int, int]:
    pairs, open_ones = {}, []
    for i, token in enumerate(tokens):
        if token.kind != "sign":
            continue
        if token.text in "([{":
            open_ones.append(i)
        elif token.text in ")]}" and open_ones:
            pairs[i] = open_ones.pop()
            pairs[pairs[i]] = i
    return pairs


class Function(NamedTuple):
    name: str
    type: str
    first: int  # the token after the opening brace
    last: int   # the closing brace


def find_functions(text: str, tokens: List[Token], pairs: Dict[int, int]) -> Iterator[Function]:
    i = 0
    while i < len(tokens):
        token = tokens[i]
        if token.text == "{" and i in pairs:
            at_margin = token.start == 0 or text[token.start - 1] == "\n"
            if at_margin and i > 2 and tokens[i - 1].text == ")" and i - 1 in pairs:
                name = pairs[i - 1] - 1
                words = []
                j = name - 1
                while j >= 0 and (tokens[j].kind == "word" or tokens[j].text == "*"):
                    words.insert(0, tokens[j].text)
                    j -= 1
                words = [word for word in words if word not in ("static", "inline", "const", "G_GNUC_PRINTF")]
                yield Function(tokens[name].text, " ".join(words), i + 1, pairs[i])
            i = pairs[i]
        i += 1


class Finder:
    """The changes that one file allows."""

    def __init__(self, path: str, text: str):
        self.path, self.text = path, text
        self.tokens = tokenize(text)
        self.pairs = match_brackets(self.tokens)
        self.silent: Set[int] = set()
        self.seen: Dict[Tuple[str, str, str], int] = {}

    def changes(self) -> List[Change]:
        found = []
        for function in find_functions(self.text, self.tokens, self.pairs):
            if SKIPPED_FUNCTIONS.match(function.name):
                continue
            self.find_silent(function)
            for i in range(function.first, function.last):
                if i not in self.silent:
                    for kind, edits in self.at(i, function):
                        found.append(self.make(function, kind, i, edits))
        return [change for change in found if change is not None]

    def find_silent(self, function: Function) -> None:
        tokens = self.tokens
        i = function.first
        while i < function.last:
            token = tokens[i]
            end = i
            if token.kind == "word" and SILENT_CALLS.match(token.text) and tokens[i + 1].text == "(":
                end = self.pairs.get(i + 1, i)
            elif token.text == "static":
                end = self.statement_end(i)
            elif token.text == "case":
                while tokens[end].text != ":":
                    end += 1
            elif token.text == "[" and self.declares(i):
                end = self.pairs.get(i, i)
            self.silent.update(range(i, end + 1) if end > i else ())
            i = max(end, i) + 1

    def statement_end(self, i: int) -> int:
        while self.tokens[i].text != ";":
            i = self.pairs[i] + 1 if self.tokens[i].text in "([{" else i + 1
        return i

    def declares(self, i: int) -> bool:
        """Whether the bracket is the length of a new array: a type stands before its name."""
        before = self.tokens[i - 2]
        return self.tokens[i - 1].kind == "word" and (
            before.text == "*" and self.text[before.end] != " "
            or before.kind == "word" and before.text not in KEYWORDS)

    def at(self, i: int, function: Function) -> Iterator[Tuple[str, List[Tuple[int, int, str]]]]:
        token, tokens = self.tokens[i], self.tokens
        if token.kind == "number" and token.text == "1" and tokens[i - 1].text == "-" and not self.is_binary(i - 1):
            yield "constant", [(tokens[i - 1].start, token.end, "1")]
        elif token.kind == "number":
            yield "constant", [(token.start, token.end, self.other_number(token.text, i))]
        elif token.text in ("TRUE", "FALSE"):
            yield "constant", [(token.start, token.end, "FALSE" if token.text == "TRUE" else "TRUE")]
        elif token.text in ("if", "while") and tokens[i + 1].text == "(":
            start, end = tokens[i + 1].end, tokens[self.pairs[i + 1]].start
            forced = " || TRUE" if token.text == "if" and self.pick(i, 2) else " && FALSE"
            if self.text[start:end] not in ("TRUE", "FALSE"):
                yield "condition", [(start, start, "("), (end, end, ")" + forced)]
        elif token.text == "?":
            start = tokens[self.operand_start(i)].start
            yield "condition", [(start, start, "!("), (tokens[i - 1].end, tokens[i - 1].end, ")")]
        elif token.text == "return" and tokens[i + 1].text != ";":
            yield from self.other_return(i, function)
        elif token.text == "!" and token.kind == "sign":
            yield "operator", [(token.start, token.end, "")]
        elif token.kind == "sign" and token.text in OPERATORS and self.is_binary(i):
            others = OPERATORS[token.text]
            other = others[self.pick(i, len(others))]
            if self.in_loop_head(i):
                # A step past the end of an array is the sanitizers' business.
                other = {"<": "+ 1 <", ">": "- 1 >"}.get(token.text, other)
            yield "operator", [(token.start, token.end, other)]
        elif self.is_statement_call(i):
            end = self.pairs[i + 1]
            gone = self.text[token.start:tokens[end].end]
            yield "call", [(token.start, tokens[end].end, "\n" * gone.count("\n"))]

    def pick(self, i: int, n: int) -> int:
        token = self.tokens[i]
        begin = self.text.rfind("\n", 0, token.start) + 1
        end = self.text.find("\n", token.end)
        # The same for every seed: what is known of a change holds whenever it is drawn.
        return number(1, "pick", self.text[begin:end].strip(), token.text) % n

    def other_number(self, text: str, i: int) -> str:
        digits = re.match(r"0[xX][0-9a-fA-F]+|[\d.]+(?:[eE][+-]?\d+)?", text).group()
        suffix = text[len(digits):]
        if re.match(r"0[xX]", digits):
            return hex(int(digits, 16) + 1) + suffix
        if re.search(r"[.eE]", digits):
            return "1.0" if float(digits) == 0 else repr(float(digits) * 2) + suffix
        value = int(digits)
        less = value == 1 or value > 1 and self.pick(i, 2)
        return str(value - 1 if less else value + 1) + suffix

    def other_return(self, i: int, function: Function) -> Iterator[Tuple[str, List[Tuple[int, int, str]]]]:
        last = self.statement_end(i)
        start, end = self.tokens[i + 1].start, self.tokens[last].start
        value = self.text[start:end]
        simple = last == i + 2 and (self.tokens[i + 1].kind == "number" or value in ("TRUE", "FALSE", "NULL"))
        lines = "\n" * value.count("\n")
        if simple or not function.type or function.type == "void":
            return
        if function.type.endswith("*") or function.type == "gpointer":
            yield "return", [(start, end, "NULL" + lines)]
        elif function.type in ("gboolean", "bool"):
            yield "return", [(start, start, "!("), (end, end, ")")]
        elif function.type in REAL_TYPES or all(WHOLE_TYPES.match(word) for word in function.type.split()):
            if self.pick(i, 2):
                yield "return", [(start, start, "("), (end, end, ") + 1")]
            else:
                yield "return", [(start, end, "0" + lines)]
        else:
            yield "return", [(start, end, "0" + lines)]

    def is_binary(self, i: int) -> bool:
        before, token = self.tokens[i - 1], self.tokens[i]
        operand = before.kind in ("word", "number", "string", "char") or before.text in (")", "]")
        return operand and before.text not in KEYWORDS and self.text[token.end:token.end + 1].isspace()

    def in_loop_head(self, i: int) -> bool:
        depth = 0
        for j in range(i - 1, 1, -1):
            text = self.tokens[j].text
            depth += (text in (")", "]")) - (text in ("(", "["))
            if depth < 0:
                return self.tokens[j - 1].text == "for"
            if text in ("{", "}"):
                return False
        return False

    def operand_start(self, i: int) -> int:
        """The first token of the condition before a question mark."""
        j = i - 1
        while True:
            token = self.tokens[j]
            if token.text in (")", "]", "}") and token.kind == "sign":
                if token.text == "}":
                    return j + 1
                j = self.pairs[j]
            elif token.kind == "sign" and (token.text in "([{,;?:" or token.text in ("=", "+=", "-=", "*=", "|=", "&=")):
                return j + 1
            elif token.text in ("return", "case"):
                return j + 1
            j -= 1

    def is_statement_call(self, i: int) -> bool:
        token, tokens = self.tokens[i], self.tokens
        if token.kind != "word" or tokens[i + 1].text != "(" or KEPT_CALLS.match(token.text):
            return False
        if tokens[self.pairs[i + 1] + 1].text != ";":
            return False
        before = tokens[i - 1]
        if before.text == ")":
            opener = tokens[self.pairs[i - 1] - 1].text
            return opener in ("if", "while", "for")
        if before.text == ":":
            return i - 1 in self.silent or tokens[i - 2].text == "default"
        return before.text in (";", "{", "}", "else", "do")

    def make(self, function: Function, kind: str, i: int, edits: List[Tuple[int, int, str]]) -> Optional[Change]:
        first, last = min(edit[0] for edit in edits), max(edit[1] for edit in edits)
        begin = self.text.rfind("\n", 0, first) + 1
        end = self.text.find("\n", last)
        change = Change("", 0, "", "", tuple((s - begin, e - begin, text) for s, e, text in edits), "", "", 0)
        old = " ".join(self.text[begin:end].split())
        new = " ".join(change.apply(self.text[begin:end]).split())
        repeat = self.seen.get((function.name, old, new), 0)
        self.seen[(function.name, old, new)] = repeat + 1
        line = self.text.count("\n", 0, self.tokens[i].start) + 1
        return Change(self.path, line, function.name, kind, tuple(edits), old, new, repeat)


def draw(root: Path, paths: List[str], seed: int) -> List[Change]:
    """Every change of the C files below the paths, in the order of the seed. The place of a change
    depends on its own text alone: work elsewhere, or a file that moves, leaves the others."""
    found: List[Change] = []
    for path in paths:
        files = [root / path] if (root / path).is_file() else sorted((root / path).rglob("*.c"))
        for file in files:
            name = file.relative_to(root).as_posix()
            found += Finder(name, file.read_text(encoding="utf-8")).changes()
    return sorted(found, key=lambda c: (number(seed, str(c.repeat), *c.content()), c.path, c.line))
