"""Reads the tables of formattest with another CSV reader: check_tables.py DIR."""

import csv
import json
import pathlib
import sys

checked = failed = 0


def expect(ok, *what):
    global checked, failed
    checked += 1
    if not ok:
        failed += 1
        print("FAIL", *what, file=sys.stderr)


def is_a(kind, cell):
    try:
        return kind == "string" or kind == "boolean" and cell in ("true", "false") or \
            kind == "integer" and str(int(cell)) == cell or kind == "number" and float(cell) is not None
    except ValueError:
        return False


for package in sorted(pathlib.Path(sys.argv[1]).glob("*/tables/datapackage.json")):
    description = json.loads(package.read_text(encoding="utf-8"))
    described = {r["path"] for r in description["resources"]}
    found = {f.name for f in package.parent.glob("*.csv")}
    expect(described == found, package, described ^ found)
    for resource in description["resources"]:
        fields = resource["schema"]["fields"]
        with open(package.parent / resource["path"], newline="", encoding=resource["encoding"]) as f:
            rows = list(csv.reader(f, strict=True))
        expect(rows[0] == [f["name"] for f in fields], resource["path"], rows[0])
        for row in rows[1:]:
            expect(len(row) == len(fields), resource["path"], row)
            for field, cell in zip(fields, row):
                if cell:
                    expect(is_a(field["type"], cell), resource["path"], field["name"], cell)
                number = field["type"] in ("integer", "number")
                expect(number or cell[:1] not in tuple("=+-@\t\r\n"), resource["path"], "a spreadsheet would run", cell)

print(f"{checked - failed} passed, {failed} failed")
sys.exit(bool(failed or not checked))
