#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The evaluator of formulas, against what LibreOffice Calc and Excel show.

    test-sheet.py TOOL
"""

import subprocess
import sys
import unittest

TOOL = sys.argv[1]
CELLS = "A | B\n1: 5 | Oslo\n2: '7 | riga\n3:  | Oslo\n4: 9 | =\"Oslo\"&\" \"\n"


class Sheet(unittest.TestCase):
    def shows(self, formula, wanted, before=CELLS):
        run = subprocess.run([sys.executable, TOOL], input=f"{before}print {formula}\n",
                             capture_output=True, text=True, check=False)
        self.assertEqual((run.returncode, run.stdout), (0, wanted + "\n"), formula + run.stderr)

    def test_order_of_signs(self):
        self.shows("=2+3*4^2/8", "8")
        self.shows("=-2^2", "4")
        self.shows("=(2+3)*10%", "0.5")
        self.shows('="a"&1+1', "a2")
        self.shows("=1+1=2", "TRUE")

    def test_empty_cells_and_texts(self):
        self.shows("=SUM(A1:A4)", "14")
        self.shows("=A1+A2", "12")
        self.shows("=AVERAGE(A1:A4)", "7")
        self.shows("=COUNT(A1:A4)&COUNTA(A1:A4)", "23")
        self.shows("=A3+1", "1")
        self.shows("=B1+1", "#VALUE!")

    def test_errors(self):
        self.shows("=1/A3", "#DIV/0!")
        self.shows("=IFERROR(1/A3,\"none\")", "none")
        self.shows("=NOSUCH(1)", "#NAME?")
        self.shows("=SUM(1/A3,2)", "#DIV/0!")
        self.shows("=MATCH(6,A1:A4,0)", "#N/A")
        self.shows("=VLOOKUP(5,A1:B4,3,FALSE)", "#REF!")

    def test_conditions(self):
        self.shows('=COUNTIF(B1:B4,"oslo")', "2")
        self.shows('=COUNTIF(B1:B4,"O*")', "3")
        self.shows('=COUNTIF(A1:A4,">=5")', "2")
        self.shows('=SUMIFS(A1:A4,B1:B4,"Oslo",A1:A4,"<9")', "5")
        self.shows('=SUMPRODUCT((B1:B4="Oslo")*(A1:A4>1))', "1")

    def test_lookups(self):
        self.shows("=VLOOKUP(8,A1:B4,2,TRUE)", "Oslo")
        self.shows('=INDEX(A1:A4,MATCH("riga",B1:B4,0))', "7")
        self.shows('=LOOKUP(2,1/(A1:A4<>""),A1:A4)', "9")

    def test_dates_and_rounding(self):
        self.shows("=MONTH(EOMONTH(DATE(2026,1,31),1))", "2")
        self.shows("=DATE(2026,2,31)-DATE(2026,3,1)", "2")
        self.shows("=ROUND(-2.5,0)&ROUND(1349,-2)", "-31300")

    def test_copies(self):
        self.shows("C3", "100", "A3: 5\nB1: 10\nC1: 20\nB2: =$A2*B$1\ncopy B2 C3\n")
        self.shows("B3", "A2 12", "A1: 5\nA3: 12\nB1: =\"A2 \"&A1\ncopy B1 B3\n")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
