"""A new user sets the meter at its panel and polls it with those settings."""

import pathlib
import re
import subprocess
import tempfile
import unittest

from metertwin import PATIENCE, Meter, cli

# From the first screen: SETUP, its passcode 00000, S CT; 0400; S COM: 012, 9600, EVEN; out.
KEYS = ("minus next next*5 "
        "next next plus*3 next*3 "
        "plus next next plus next plus next minus next plus next "
        "back")
CT_PRIMARY = 131


def poll(port, address, baud, parity):
    done = subprocess.run(
        ["mbpoll", "-m", "rtu", "-b", str(baud), "-P", parity, "-a", str(address), "-o", "1", "-1",
         "-q", "-t", "4", "-B", "-r", str(CT_PRIMARY), "-c", "1", port],
        capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=PATIENCE)
    found = re.search(r"^\[131\]:\s+(\d+)", done.stdout, re.MULTILINE)
    return int(found.group(1)) if found else None


class Setup(unittest.TestCase):
    def setUp(self):
        """The ampere setting as it leaves the factory; the program's own scenario has another."""
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.factory = pathlib.Path(folder.name, "factory.toml")
        self.factory.write_text("[meter]\nct_primary = 100\n")

    def test_400_amperes_address_12_at_9600_even(self):
        with Meter("--scenario", self.factory, "--keys", KEYS) as meter:
            self.assertEqual(poll(meter.port, 12, 9600, "even"), 400)
            self.assertIsNone(poll(meter.port, 1, 9600, "even"))

    def test_not_before_setup_is_left(self):
        with Meter("--scenario", self.factory, "--keys", KEYS.removesuffix("back")) as meter:
            self.assertIsNone(poll(meter.port, 12, 9600, "even"))
            self.assertEqual(poll(meter.port, 1, 19200, "none"), 400)

    def test_the_program_tells_the_line_in_use(self):
        done = cli("run", "--keys", KEYS, "--for", "100ms", "--speed", "max",
                   "--rtu-tcp", "127.0.0.1:0", "--json")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("address 12", done.stderr)

    def test_a_word_that_is_no_key_is_named(self):
        done = cli("run", "--keys", "next enter", "--for", "1")
        self.assertEqual(done.returncode, 2, done)
        self.assertIn("'enter'", done.stderr)
        self.assertIn("back, minus, plus or next", done.stderr)


if __name__ == "__main__":
    unittest.main()
