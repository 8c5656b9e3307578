"""The record types of schema/records/*.schema.json, to check what the tools print."""

import functools
import json
import pathlib

import jsonschema

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "schema" / "records"


def schema_files():
    return sorted(FOLDER.glob("*.schema.json"))


@functools.cache
def schema_of(kind):
    path = FOLDER / f"{kind}.schema.json"
    return json.loads(path.read_text()) if path.exists() else None


@functools.cache
def validator_of(kind):
    return jsonschema.Draft202012Validator(schema_of(kind))


def problems_of(record):
    """What the schema of the record's type has against it, in words; also its order of keys."""
    schema = schema_of(record.get("type", ""))
    if schema is None:
        return [f"no schema for {record}"]
    errors = validator_of(record["type"]).iter_errors(record)
    problems = [f"{error.message} in {record}" for error in errors]
    order = [name for name in schema["properties"] if name in record]
    if not problems and "_export" not in record and order != list(record):
        problems.append(f"keys are {list(record)}, the schema has {order}")
    return problems


def records_in(text):
    """The records among the lines of an output; a line that head or cut broke is passed over."""
    for line in text.splitlines():
        if line.startswith('{"type":'):
            try:
                yield json.loads(line)
            except json.JSONDecodeError:
                continue
