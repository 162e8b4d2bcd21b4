"""COMTRADE files as a public reader has them: those that `record` writes, and the public captures.

METERTWIN_COMTRADE_PY names the folder of comtrade.py (github.com/dparrini/python-comtrade, of 2024 or
later: with use_double_precision), which is no Debian package and no part of this repository; without
it these tests are skipped. Known to differ, and not compared: its FLOAT32 reader takes the missing
marker of the standard, -3.4028235e38, for a sample.
"""

import csv
import datetime
import json
import math
import os
import pathlib
import sys
import tempfile
import unittest

from metertwin import SOURCE, cli, cli_json

FOLDER = os.environ.get("METERTWIN_COMTRADE_PY")
CAPTURES = SOURCE.resolve().parent / "shared" / "captures"
if FOLDER:
    sys.path.insert(0, FOLDER)
    import comtrade

ROWS, RATE = 1000, 10000.0
CHANNELS = (("VA", "A", "V"), ("VB", "B", "V"), ("VC", "C", "V"),
            ("IA", "A", "A"), ("IB", "B", "A"), ("IC", "C", "A"), ("IN", "", "A"))
# Format: steps from zero to the peak; of a float at least 2^23.
STEPS = {"ascii": 99_998, "binary": 32_767, "binary32": 2_147_483_647, "float32": 1 << 23}
START = datetime.datetime(2000, 1, 1)

# Neither ASCII nor UTF-8: the public reader wants to be told so. Latin-1 is how we show them.
LATIN1 = {"parrini-latin1", "zhang-ascii1991", "moderras-hvdc-ppr"}


def read(path, **options):
    return comtrade.load(str(path), ignore_warnings=True, use_double_precision=True, **options)


def moments(values):
    there = [x for x in values if not math.isnan(x)]
    return {"rms": math.sqrt(sum(x * x for x in there) / len(there)),
            "mean": sum(there) / len(there), "least": min(there), "most": max(there),
            "missing": len(values) - len(there)}


class PublicReader(unittest.TestCase):
    def compare(self, theirs, ours):
        """Header and the moments of each channel: `theirs` a comtrade.Comtrade, `ours` of
        `capture info`."""
        self.assertEqual(theirs.total_samples, ours["rows"])
        self.assertEqual(theirs.ft.upper(), ours["format"])
        self.assertEqual((theirs.analog_count, theirs.status_count),
                         (len(ours["analog"]), len(ours["status"])))
        for channel, values, got in zip(theirs.cfg.analog_channels, theirs.analog, ours["analog"]):
            self.assertEqual((channel.name, channel.ph, channel.uu),
                             (got["name"], got["phase"], got["unit"]))
            self.assertAlmostEqual(channel.skew, got["skew_us"], places=9)
            want = moments(values)
            self.assertEqual(want.pop("missing"), got["missing"], channel.name)
            for name, value in want.items():
                self.assertAlmostEqual(value, got[name], delta=1e-9 * max(1.0, want["rms"]),
                                       msg=f"{channel.name}: {name}")


@unittest.skipUnless(FOLDER, "METERTWIN_COMTRADE_PY names no folder with comtrade.py")
class Written(PublicReader):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)

    def record(self, name, *arguments):
        path = self.folder / name
        done = cli("record", path, *arguments)
        self.assertEqual(done.returncode, 0, done)
        return path

    def test_every_form(self):
        with open(self.record("x.csv", "--for", "0.1s"), newline="") as file:
            rows = list(csv.reader(file))[1:]
        exact = list(zip(*(map(float, row) for row in rows)))[1:]
        for kind, steps in STEPS.items():
            for name in (f"{kind}.cfg", f"{kind}.cff"):
                with self.subTest(file=name):
                    path = self.record(name, "--for", "0.1s", "--format", f"comtrade-{kind}")
                    self.check(read(path), exact, steps)
                    self.compare(read(path), cli_json("capture", "info", path))

    def check(self, got, exact, steps):
        self.assertEqual(got.rev_year, "2013")
        self.assertEqual((got.channels_count, got.status_count), (len(CHANNELS), 0))
        self.assertEqual([(c.name, c.ph, c.uu) for c in got.cfg.analog_channels], list(CHANNELS))
        self.assertEqual([c.pors for c in got.cfg.analog_channels], ["P"] * len(CHANNELS))
        self.assertEqual((got.frequency, got.cfg.sample_rates), (60.0, [[RATE, ROWS]]))
        self.assertFalse(got.cfg.timestamp_critical)
        self.assertEqual((got.start_timestamp, got.trigger_timestamp), (START, START))
        self.assertEqual(got.total_samples, ROWS)
        for n, t in enumerate(got.time):
            self.assertAlmostEqual(t, n / RATE, places=12)
        for channel, wanted, values in zip(CHANNELS, exact, got.analog):
            peak = max(map(abs, wanted))
            for want, value in zip(wanted, values):
                # Half a step, and the CSV's nine digits.
                self.assertAlmostEqual(value, want, delta=peak * (0.51 / steps + 1e-8), msg=channel)

    def test_stamps_of_the_rows(self):
        """With its rates struck out, the time has to come from the rows."""
        for kind in STEPS:
            path = self.record(f"{kind}.cfg", "--for", "0.1s", "--format", f"comtrade-{kind}")
            text = path.read_bytes()
            path.write_bytes(text.replace(b"\r\n1\r\n10000,", b"\r\n0\r\n0,"))
            for n, t in enumerate(read(path).time):
                self.assertAlmostEqual(t, n / RATE, delta=0.51e-6)

    def test_converter_counts_have_their_skew(self):
        path = self.record("adc.cff", "--what", "adc", "--for", "0.2s", "--format",
                           "comtrade-binary32")
        got = read(path)
        self.assertEqual(len(got.analog), 7)
        self.assertTrue(all(x == int(x) for values in got.analog for x in values))
        self.compare(got, cli_json("capture", "info", path))


@unittest.skipUnless(FOLDER, "METERTWIN_COMTRADE_PY names no folder with comtrade.py")
@unittest.skipUnless((CAPTURES / "reference.json").exists(), f"no captures in {CAPTURES}")
class PublicCaptures(PublicReader):
    def test_both_readers_agree(self):
        for entry in json.loads((CAPTURES / "reference.json").read_text()):
            path = CAPTURES / entry["id"] / entry["file"]
            with self.subTest(capture=str(path)):
                theirs = read(path, **({"encoding": "latin-1"} if entry["id"] in LATIN1 else {}))
                self.compare(theirs, cli_json("capture", "info", path))


if __name__ == "__main__":
    unittest.main()
