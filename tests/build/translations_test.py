#!/usr/bin/env python3
"""Every text of the window is translated: lupdate finds nothing new, and nothing is unfinished.

translations_test.py SOURCE_DIR LUPDATE
A text that is new or changed: cmake --build build/dev --target update-translations, then fill in
what is marked as unfinished in resources/translations.
"""
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

SOURCE, LUPDATE = pathlib.Path(sys.argv[1]), sys.argv[2]
FILES = sorted((SOURCE / "resources/translations").glob("*.ts"))
HOW = "cmake --build build/dev --target update-translations, and translate what is unfinished"


def messages(file):
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            yield context.find("name").text, message.find("source").text, message.find("translation")


def marks(text):
    """What has to be in both: places of arguments and tags."""
    return sorted(re.findall(r"%\d|%n|</?\w+>", text))


def places(text):
    """{fmt}'s places and their formats. All or none have numbers, which change their order."""
    found = re.findall(r"\{(\d*)((?::[^}]*)?)\}", text)
    numbered = [number for number, _ in found if number]
    assert len(numbered) in (0, len(found)), text
    return sorted((int(number or at), how) for at, (number, how) in enumerate(found))


class Translations(unittest.TestCase):
    def test_there_is_one(self):
        self.assertIn("metertwin_de.ts", [file.name for file in FILES])

    def test_lupdate_finds_what_is_there(self):
        for file in FILES:
            with tempfile.TemporaryDirectory() as folder:
                fresh = pathlib.Path(folder) / file.name
                subprocess.run([LUPDATE, "-silent", "-locations", "none", "-source-language", "en",
                                "-target-language", file.stem.split("_")[1], "-I", ".",
                                "app/desktop", "widgets", "-ts", fresh], cwd=SOURCE, check=True)
                there = {(context, source) for context, source, _ in messages(file)}
                wanted = {(context, source) for context, source, _ in messages(fresh)}
            self.assertEqual(wanted - there, set(), f"new texts: {HOW}")
            self.assertEqual(there - wanted, set(), f"texts that are gone: {HOW}")

    def test_all_are_finished(self):
        for file in FILES:
            for context, source, translation in messages(file):
                with self.subTest(context=context, source=source):
                    self.assertIsNone(translation.get("type"), HOW)
                    self.assertTrue(translation.text)
                    self.assertEqual(marks(source), marks(translation.text))
                    self.assertEqual(places(source), places(translation.text))
                    self.assertEqual(source.count("&") > 0, translation.text.count("&") > 0)
                    self.assertEqual(source[0] == " ", translation.text[0] == " ")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
