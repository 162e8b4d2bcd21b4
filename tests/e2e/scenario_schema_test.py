#!/usr/bin/env python3
"""The published JSON schema against the reader: both accept and both refuse the same files.
"""
import json
import os
import pathlib
import subprocess
import tempfile
import tomllib
import unittest

import jsonschema

# What both have to refuse; each is one step away from a good file.
INVALID = [
    "nothing = 1",
    "[meter]\nct_primary = 1",
    "[meter]\nct_primary = 'x'",
    "[installation]\nvoltage = [1, 2]",
    "[installation]\nfrequency = 600",
    "[[installation.harmonic]]\nvoltage = 5",
    "[[event]]\nat = 5",
    "[[event]]\nkind = 'sagg'",
    "[[event]]\nkind = 'sag'",
    "[[event]]\nkind = 'sag'\nremaining = 150",
    "[[event]]\nkind = 'sag'\nremaining = 50\nlevel = 1",
    "[[event]]\nkind = 'sag'\nremaining = 50\nphase = 'AA'",
    "[[event]]\nkind = 'sag'\nremaining = { uniform = [1] }",
    "[[event]]\nkind = 'sag'\nremaining = 50\ncount = 3",
    "[[event]]\nkind = 'sag'\nremaining = 50\nevery = 3\nrate_per_hour = 3",
    "[[event]]\nkind = 'step'\nduration = 3",
    "[[event]]\nkind = 'rectifier'\ncurrent = 1\ntype = 'x'",
    "[wiring]\nswap_ct = 'A'",
    "[transformers]\nfrequency = 50",
    "[[profile]]\nlinear = true",
    "[[expect]]\nregister = 'kw_total'",
    "[[expect]]\nat = 5",
    "[[fault]]\nkind = 'nothing'",
]


CLI = os.environ["METERTWIN_CLI"]
LIBRARY = pathlib.Path(os.environ["METERTWIN_SOURCE_DIR"]) / "resources/scenarios"


def cli(*arguments):
    return subprocess.run([CLI, "scenario", *arguments], capture_output=True, text=True,
                          check=False)


class Schema(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        schema = json.loads(cli("schema").stdout)
        jsonschema.Draft202012Validator.check_schema(schema)
        cls.validator = jsonschema.Draft202012Validator(schema)

    def test_library(self):
        files = sorted(LIBRARY.rglob("*.toml"))
        self.assertGreater(len(files), 24)
        for path in files:
            with self.subTest(path.name):
                self.validator.validate(tomllib.loads(path.read_text()))
        result = cli("check", *files)
        self.assertEqual(result.returncode, 0, result.stderr)

    def test_invalid(self):
        with tempfile.TemporaryDirectory() as work:
            for number, text in enumerate(INVALID):
                path = pathlib.Path(work) / f"invalid-{number}.toml"
                path.write_text(text)
                with self.subTest(text):
                    self.assertFalse(self.validator.is_valid(tomllib.loads(text)))
                    result = cli("check", path)
                    self.assertEqual(result.returncode, 1)
                    self.assertRegex(result.stderr, rf"^{path}:\d+:\d+: ")


class Commands(unittest.TestCase):
    def test_new_is_good_and_is_not_overwritten(self):
        with tempfile.TemporaryDirectory() as work:
            path = pathlib.Path(work) / "new.toml"
            self.assertEqual(cli("new", "--from", "sag", path).returncode, 0)
            self.assertEqual(cli("check", path).returncode, 0)
            self.assertEqual(cli("test", path).returncode, 0)
            self.assertIn("exists", cli("new", path).stderr)
            self.assertIn("allowed is", cli("new", "--from", "x", path.with_name("b")).stderr)

    def test_explain(self):
        text = cli("explain", LIBRARY / "trainers/phase-loss.toml").stdout
        for part in ("00:00:12.000", "phase_loss", "alerts phase_loss_c", "277 V"):
            self.assertIn(part, text)


if __name__ == "__main__":
    unittest.main()
