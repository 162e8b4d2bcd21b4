"""style.sh sees each kind of breach, and says no."""

import pathlib
import shutil
import subprocess
import tempfile
import unittest

SCRIPT = pathlib.Path(__file__).with_name("style.sh")

BREACHES = [  # file, content, what is said
    ("a.cpp", b"int  x;\n", "not as clang-format writes it"),
    ("a.py", b"if x:\n\tpass\n", "tabs"),
    ("a.md", b"word \n", "blanks at the end of a line"),
    ("a.txt", b"word\r\n", "line ends of another system"),
    ("a.toml", b"x = 1", "no line end at the end of the file"),
    ("a.h", b"#pragma once\n" + b"int f();\n" * 400, "401 lines, 400 allowed"),
    ("b.h", b"int f();\n", "no #pragma once"),
]


class Style(unittest.TestCase):
    def check(self, name, content):
        with tempfile.TemporaryDirectory() as folder:
            script = pathlib.Path(folder, "tests/build/style.sh")
            script.parent.mkdir(parents=True)
            shutil.copy(SCRIPT, script)
            shutil.copy(SCRIPT.parents[2] / ".clang-format", folder)
            pathlib.Path(folder, name).write_bytes(content)
            return subprocess.run([script], capture_output=True, text=True, timeout=60)

    def test_breaches(self):
        for name, content, said in BREACHES:
            with self.subTest(said):
                done = self.check(name, content)
                self.assertIn(said, done.stdout)
                self.assertEqual(done.returncode, 1)

    def test_clean(self):
        done = self.check("a.cpp", b"int x;\n")
        self.assertEqual((done.stdout, done.returncode), ("", 0))


if __name__ == "__main__":
    unittest.main()
