#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A small evaluator of spreadsheet formulas, for the items that ask what a cell shows.

    tools/sheet.py < SCRIPT

A script has one of these on each line:

    2: Ana | 30 | =B2*2    the cells of row 2, from column A on
    C2: =B2*2              one cell; a leading apostrophe makes a number a text
    A | B | C              the letters of columns, for the reader
    copy C2 C3             copies a formula as a spreadsheet does, moving relative references
    print C3               prints what the cell shows
    print =C3>10           prints what a formula gives
    # remark

It knows the functions the items use, as LibreOffice Calc and Excel define them, and no more.
"""

import calendar
import datetime
import math
import re
import statistics
import sys

TOKEN = re.compile(r"""
    (?P<number>\d+\.?\d*|\.\d+) | "(?P<text>(?:[^"]|"")*)" | (?P<error>\#(?:N/A|DIV/0!|VALUE!|REF!))
  | (?P<ref>\$?[A-Z]{1,2}\$?\d+) (?![\w(]) | (?P<name>[A-Z][A-Z.]*) | (?P<sign><=|>=|<>|[-+*/^&=<>%(),;:])
  | (?P<blank>\s+)""", re.X)
DAY_ZERO = datetime.date(1899, 12, 30)


class Fault(Exception):
    """An error value such as #N/A."""


def tokens(formula):
    place, found = 0, []
    while place < len(formula):
        match = TOKEN.match(formula, place)
        if not match:
            raise SyntaxError(f"cannot read {formula!r} from {formula[place:]!r}")
        if match.lastgroup != "blank":
            found.append((match.lastgroup, match.group(match.lastgroup)))
        place = match.end()
    return found + [("end", "")]


def where(ref):
    """Row and column of A1, from 1."""
    letters, row = re.fullmatch(r"\$?([A-Z]+)\$?(\d+)", ref).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(row), column


def letters(column):
    return (letters((column - 1) // 26) if column > 26 else "") + chr(65 + (column - 1) % 26)


def moved(formula, rows, columns):
    """The formula as it reads after being copied so many rows down and columns to the right."""
    def move(match):
        fixed_column, column, fixed_row, row = match.groups()
        place = where(column + row)
        column = column if fixed_column else letters(place[1] + columns)
        return f"{fixed_column}{column}{fixed_row}{row if fixed_row else place[0] + rows}"
    parts = re.split(r'("[^"]*")', formula)
    return "".join(part if part.startswith('"') else
                   re.sub(r"(\$?)\b([A-Z]{1,2})(\$?)(\d+)\b(?!\()", move, part)
                   for part in parts)


def number(value):
    if isinstance(value, Fault):
        raise value
    if value is None or value == "":
        if value == "":
            raise Fault("#VALUE!")
        return 0
    if isinstance(value, str):
        try:
            return float(value)
        except ValueError:
            raise Fault("#VALUE!") from None
    return value


def text(value):
    if isinstance(value, Fault):
        raise value
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, (int, float)):
        return f"{value:.10g}"
    return value


def flat(values):
    for value in values:
        if isinstance(value, list):
            yield from flat(value)
        else:
            yield value


def numbers(values):
    """The numbers among values and ranges: texts and empty cells of ranges do not count."""
    found = []
    for value in values:
        if isinstance(value, list):
            for inner in flat(value):
                if isinstance(inner, Fault):
                    raise inner
                if isinstance(inner, (int, float)) and not isinstance(inner, bool):
                    found.append(inner)
        else:
            found.append(number(value))
    return found


def kind(value):
    return 0 if isinstance(value, (int, float)) and not isinstance(value, bool) else \
        1 if isinstance(value, str) else 2


def compare(sign, left, right):
    for value in (left, right):
        if isinstance(value, Fault):
            raise value
    if left is None:
        left = "" if isinstance(right, str) else 0
    if right is None:
        right = "" if isinstance(left, str) else 0
    if isinstance(left, str) and isinstance(right, str):
        left, right = left.casefold(), right.casefold()
    left, right = (kind(left), left), (kind(right), right)
    return {"=": left == right, "<>": left != right, "<": left < right, ">": left > right,
            "<=": left <= right, ">=": left >= right}[sign]


def over(function, *values):
    """Apply to single values, or element by element to arrays of one shape."""
    shape = next((v for v in values if isinstance(v, list)), None)
    if shape is None:
        try:
            return function(*values)
        except Fault as fault:
            return fault
    return [[over(function, *[v[row][column] if isinstance(v, list) else v for v in values])
             for column in range(len(shape[0]))] for row in range(len(shape))]


def meets(value, criterion):
    """Whether a cell meets a criterion of COUNTIF and its kin."""
    sign, wanted = "=", criterion
    if isinstance(criterion, str):
        sign, wanted = re.fullmatch(r"(<=|>=|<>|=|<|>)?(.*)", criterion, re.S).groups()
        sign = sign or "="
        if re.fullmatch(r"-?\d+(\.\d+)?", wanted):
            wanted = float(wanted)
    if isinstance(wanted, (int, float)):
        if kind(value) != 0 or value is None:
            return sign == "<>"
        return compare(sign, value, wanted)
    if sign not in ("=", "<>"):
        return isinstance(value, str) and compare(sign, value, wanted)
    pattern = re.escape(wanted).replace(r"\*", ".*").replace(r"\?", ".")
    hit = isinstance(value, str) and re.fullmatch(pattern, value, re.I | re.S) is not None
    return hit == (sign == "=")


def chosen(values, *conditions):
    """The values whose neighbours meet all conditions, given as range and criterion in turn."""
    hits = [all(meets(list(flat(area))[place], criterion)
                for area, criterion in zip(conditions[::2], conditions[1::2]))
            for place in range(len(list(flat(values))))]
    return [value for value, hit in zip(flat(values), hits) if hit]


def round_half_away(value, digits=0):
    scale = 10 ** int(digits)
    return math.copysign(math.floor(abs(value) * scale + 0.5 + 1e-9), value) / scale


def match(wanted, area, way=1):
    row = list(flat(area))
    if way == 0:
        for place, value in enumerate(row):
            if value is not None and compare("=", value, wanted):
                return place + 1
        raise Fault("#N/A")
    fitting = [place for place, value in enumerate(row)
               if value is not None and not isinstance(value, Fault)
               and kind(value) == kind(wanted) and compare("<=", value, wanted)]
    if not fitting:
        raise Fault("#N/A")
    return fitting[-1] + 1


def vlookup(wanted, area, column, near=True):
    if column > len(area[0]):
        raise Fault("#REF!")
    return area[match(wanted, [row[0] for row in area], 1 if near else 0) - 1][int(column) - 1]


def index(area, row, column=1):
    if len(area) == 1 and column == 1:
        row, column = 1, row
    if row > len(area) or column > len(area[0]):
        raise Fault("#REF!")
    return area[int(row) - 1][int(column) - 1]


def mean(values):
    if not values:
        raise Fault("#DIV/0!")
    return statistics.fmean(values)


def date(year, month, day):
    year, month = int(year) + (int(month) - 1) // 12, (int(month) - 1) % 12 + 1
    return (datetime.date(year, month, 1) - DAY_ZERO).days + int(day) - 1


def day_of(value):
    return DAY_ZERO + datetime.timedelta(days=int(number(value)))


def end_of_month(start, months):
    day = day_of(start)
    month = day.year * 12 + day.month - 1 + int(months)
    year, month = month // 12, month % 12 + 1
    return date(year, month, calendar.monthrange(year, month)[1])


def find(wanted, inside):
    place = text(inside).find(text(wanted))
    if place < 0:
        raise Fault("#VALUE!")
    return place + 1


def product_sum(*areas):
    return sum(math.prod(number(v) if kind(v) != 1 else 0 for v in row)
               for row in zip(*[list(flat([area])) for area in areas]))


FUNCTIONS = {
    "SUM": lambda *v: math.fsum(numbers(v)),
    "AVERAGE": lambda *v: mean(numbers(v)),
    "MEDIAN": lambda *v: statistics.median(numbers(v)),
    "MIN": lambda *v: min(numbers(v), default=0),
    "MAX": lambda *v: max(numbers(v), default=0),
    "COUNT": lambda *v: len([x for x in flat(v) if kind(x) == 0 and x is not None]),
    "COUNTA": lambda *v: len([x for x in flat(v) if x is not None]),
    "COUNTIF": lambda area, criterion: over(lambda c: len(chosen(area, area, c)), criterion),
    "COUNTIFS": lambda area, *rest: len(chosen(area, area, *rest)),
    "SUMIF": lambda area, criterion, values=None:
        sum(numbers([chosen(values or area, area, criterion)])),
    "SUMIFS": lambda values, *conditions: sum(numbers([chosen(values, *conditions)])),
    "AVERAGEIF": lambda area, criterion, values=None:
        mean(numbers([chosen(values or area, area, criterion)])),
    "SUMPRODUCT": product_sum,
    "LARGE": lambda area, place: sorted(numbers([area]), reverse=True)[int(place) - 1],
    "SMALL": lambda area, place: sorted(numbers([area]))[int(place) - 1],
    "ROUND": lambda value, digits=0: round_half_away(number(value), digits),
    "INT": lambda value: math.floor(number(value)),
    "MOD": lambda value, by: number(value) % number(by),
    "ABS": lambda value: abs(number(value)),
    "AND": lambda *v: all(bool(x) for x in flat(v) if x is not None),
    "OR": lambda *v: any(bool(x) for x in flat(v) if x is not None),
    "NOT": lambda value: not value,
    "LEN": lambda value: len(text(value)),
    "LEFT": lambda value, count=1: text(value)[:int(count)],
    "RIGHT": lambda value, count=1: text(value)[-int(count):] if count else "",
    "MID": lambda value, start, count: text(value)[int(start) - 1:int(start) - 1 + int(count)],
    "TRIM": lambda value: " ".join(part for part in text(value).split(" ") if part),
    "UPPER": lambda value: text(value).upper(),
    "FIND": find,
    "DATE": date,
    "DAY": lambda value: day_of(value).day,
    "MONTH": lambda value: day_of(value).month,
    "YEAR": lambda value: day_of(value).year,
    "EOMONTH": end_of_month,
    "MATCH": match,
    "INDEX": index,
    "VLOOKUP": vlookup,
    "LOOKUP": lambda wanted, area, values: list(flat(values))[match(wanted, area) - 1],
}
# These see error values instead of passing them on.
LENIENT = {"COUNT", "COUNTA", "COUNTIF", "LOOKUP", "SUMPRODUCT", "SUM", "AVERAGE"}


class Sheet:
    def __init__(self):
        self.cells, self.busy = {}, set()

    def value(self, ref):
        content = self.cells.get(where(ref))
        if content is None:
            return None
        if content.startswith("'"):
            return content[1:]
        if content.startswith("="):
            if where(ref) in self.busy:
                raise RecursionError("a circular reference")
            self.busy.add(where(ref))
            try:
                result = self.evaluate(content[1:])
            finally:
                self.busy.discard(where(ref))
            return 0 if result is None else result
        day = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", content)
        if day:
            return date(*map(int, day.groups()))
        try:
            return float(content)
        except ValueError:
            return {"TRUE": True, "FALSE": False}.get(content, content)

    def area(self, first, last):
        (top, left), (bottom, right) = where(first), where(last)
        return [[self.value(f"{letters(column)}{row}") for column in range(left, right + 1)]
                for row in range(top, bottom + 1)]

    def evaluate(self, formula):
        try:
            return Reading(self, formula).whole()
        except Fault as fault:
            return fault


class Reading:
    """Evaluates a formula while reading it, one method for each level of precedence."""

    def __init__(self, sheet, formula):
        self.sheet, self.tokens, self.place = sheet, tokens(formula), 0

    def take(self, *signs):
        found, word = self.tokens[self.place]
        if found == "sign" and word in signs:
            self.place += 1
            return word
        return None

    def whole(self):
        value = self.comparison()
        if self.tokens[self.place][0] != "end":
            raise SyntaxError(f"left over: {self.tokens[self.place:]}")
        return value

    def chain(self, below, signs):
        value = below()
        while sign := self.take(*signs):
            value = over(signs[sign], value, below())
        return value

    def comparison(self):
        return self.chain(self.joining, {sign: lambda a, b, sign=sign: compare(sign, a, b)
                                         for sign in ("=", "<>", "<=", ">=", "<", ">")})

    def joining(self):
        return self.chain(self.adding, {"&": lambda a, b: text(a) + text(b)})

    def adding(self):
        return self.chain(self.multiplying, {"+": lambda a, b: number(a) + number(b),
                                             "-": lambda a, b: number(a) - number(b)})

    def multiplying(self):
        def divide(a, b):
            if number(b) == 0:
                number(a)
                raise Fault("#DIV/0!")
            return number(a) / number(b)
        return self.chain(self.power, {"*": lambda a, b: number(a) * number(b), "/": divide})

    def power(self):
        return self.chain(self.signed, {"^": lambda a, b: number(a) ** number(b)})

    def signed(self):
        if self.take("-"):
            return over(lambda v: -number(v), self.signed())
        if self.take("+"):
            return self.signed()
        value = self.single()
        while self.take("%"):
            value = over(lambda v: number(v) / 100, value)
        return value

    def single(self):
        found, word = self.tokens[self.place]
        self.place += 1
        if found == "number":
            return float(word)
        if found == "text":
            return word.replace('""', '"')
        if found == "error":
            return Fault(word)
        if found == "ref":
            if self.take(":"):
                last = self.tokens[self.place][1]
                self.place += 1
                return self.sheet.area(word, last)
            return self.sheet.value(word)
        if found == "name" and word in ("TRUE", "FALSE") and self.tokens[self.place][1] != "(":
            return word == "TRUE"
        if found == "name":
            return self.call(word)
        if word == "(":
            value = self.comparison()
            self.take(")")
            return value
        raise SyntaxError(f"unexpected {word!r}")

    def call(self, name):
        self.take("(")
        arguments = []
        while not self.take(")"):
            arguments.append(self.comparison())
            self.take(",", ";")
        if name == "IF":
            return over(lambda test, yes, no: yes if number(test) else no,
                        *(arguments + [False])[:3])
        if name == "IFERROR":
            return over(lambda v, other: other if isinstance(v, Fault) else v, *arguments)
        if name not in FUNCTIONS:
            return Fault("#NAME?")
        if name not in LENIENT:
            for argument in arguments:
                if isinstance(argument, Fault):
                    return argument
        try:
            return FUNCTIONS[name](*arguments)
        except Fault as fault:
            return fault


def shown(value):
    if isinstance(value, Fault):
        return str(value)
    if value is None:
        return ""
    return text(value)


def run(script, output):
    sheet = Sheet()
    for line in script.splitlines():
        line = line.strip()
        row = re.fullmatch(r"(\d+): ?(.*)", line)
        cell = re.fullmatch(r"([A-Z]+\d+): ?(.*)", line)
        if not line or line.startswith("#") or re.fullmatch(r"[A-Z]( *\| *[A-Z])*|[A-Z]+\d+:", line):
            continue
        if row:
            for column, content in enumerate(row.group(2).split("|"), 1):
                if content.strip():
                    sheet.cells[int(row.group(1)), column] = content.strip()
        elif cell:
            sheet.cells[where(cell.group(1))] = cell.group(2)
        elif line.startswith("copy "):
            _, source, target = line.split()
            (top, left), (bottom, right) = where(source), where(target)
            sheet.cells[bottom, right] = moved(sheet.cells[top, left], bottom - top, right - left)
        elif line.startswith("print ="):
            print(shown(sheet.evaluate(line[len("print ="):])), file=output)
        elif line.startswith("print "):
            print(shown(sheet.value(line.split()[1])), file=output)
        else:
            raise SyntaxError(f"cannot read the line {line!r}")
    return sheet


if __name__ == "__main__":
    run(sys.stdin.read(), sys.stdout)
