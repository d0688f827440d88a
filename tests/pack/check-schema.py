# SPDX-License-Identifier: GPL-3.0-or-later
"""Validates the schema against its meta-schema and packs against the schema.

usage: check-schema.py SCHEMA PACK...

An independent validator (python3-jsonschema) reads what Bearings wrote. A record that breaks the
schema on purpose must be refused, so that a schema that allows everything does not pass.
"""

import copy
import json
import sys

import jsonschema

Validator = jsonschema.Draft202012Validator


def validator_for(schema, definition):
    return Validator({"$schema": schema["$schema"], "$defs": schema["$defs"],
                      "$ref": f"#/$defs/{definition}"})


def check_lines(path, schema):
    """JSON Lines: each line by the definition of its own type, which is what "record" chooses."""
    validators = {}
    count = 0
    with open(path, encoding="utf-8") as lines:
        validator_for(schema, "header").validate(json.loads(next(lines)))
        for line in lines:
            record = json.loads(line)
            kind = record["type"]
            if kind not in validators:
                validators[kind] = validator_for(schema, f"record-{kind}")
                validator_for(schema, "record").validate(record)
            error = jsonschema.exceptions.best_match(validators[kind].iter_errors(record))
            if error is not None:
                sys.exit(f"{path}: {error.json_path}: {error.message}\n{line}")
            count += 1
    return count


def check_document(path, schema):
    with open(path, encoding="utf-8") as file:
        pack = json.load(file)
    error = jsonschema.exceptions.best_match(Validator(schema).iter_errors(pack))
    if error is not None:
        sys.exit(f"{path}: {error.json_path}: {error.message}")
    for change in (
        lambda broken: broken["records"][0].update(unknown_field=1),
        lambda broken: broken["records"][0].pop("type"),
        lambda broken: broken["records"][0].update(type="no-such-type"),
        lambda broken: broken.pop("licence"),
        lambda broken: broken.update(bearings_pack=2),
    ):
        broken = copy.deepcopy(pack)
        change(broken)
        if Validator(schema).is_valid(broken):
            sys.exit(f"{path}: the schema lets a broken pack pass")
    return len(pack["records"])


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    Validator.check_schema(schema)
    for path in sys.argv[2:]:
        check = check_lines if path.endswith(".jsonl") else check_document
        print(f"{path}: {check(path, schema)} records")


if __name__ == "__main__":
    main()
