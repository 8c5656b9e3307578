"""The schemas of the records, and every record of the golden files against them."""

import pathlib
import unittest

import jsonschema

from records import problems_of, records_in, schema_files, schema_of

HERE = pathlib.Path(__file__).parent


def golden_records():
    """(where, record) of everything that the golden files expect, standard error included."""
    for path in sorted(HERE.glob("*/*.t")):
        text = path.read_text()
        said = "\n".join(line.removeprefix("! ") for line in text.splitlines())
        for record in records_in(said.replace('"bytes":BYTES', '"bytes":1')):
            yield path.name, record


class Schemas(unittest.TestCase):
    def test_each_is_a_strict_schema(self):
        self.assertGreater(len(schema_files()), 15)
        for path in schema_files():
            with self.subTest(path=path.name):
                kind = path.name.removesuffix(".schema.json")
                schema = schema_of(kind)
                jsonschema.Draft202012Validator.check_schema(schema)
                self.assertEqual(schema["properties"]["type"], {"const": kind})
                self.assertEqual(list(schema["properties"])[:2], ["type", "v"])
                self.assertIs(schema["additionalProperties"], False)
                for name in schema["required"]:
                    self.assertIn(name, schema["properties"])
                for name, rule in schema["properties"].items():
                    self.assertTrue(name == "type" or rule["description"], name)

    def test_a_wrong_record_is_noticed(self):
        good = {"type": "area", "v": 1, "code": "1", "name": "x", "kind": "street"}
        self.assertEqual(problems_of(good), [])
        for change in ({"v": 2}, {"name": ""}, {"nmae": "x"}, {"households_expected": "7"}):
            self.assertNotEqual(problems_of(good | change), [], change)
        self.assertNotEqual(problems_of(dict(reversed(good.items()))), [])
        self.assertNotEqual(problems_of({"type": "aera", "v": 1}), [])

    def test_the_records_of_the_golden_files(self):
        seen = set()
        for where, record in golden_records():
            seen.add(record["type"])
            with self.subTest(where=where):
                self.assertEqual(problems_of(record), [])
        missing = {path.name.removesuffix(".schema.json") for path in schema_files()} - seen
        self.assertEqual(missing, set(), "no golden file shows a record of these types")


if __name__ == "__main__":
    unittest.main()
