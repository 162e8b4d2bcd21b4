"""What `record` writes: read back by readers that are not ours, and played to a meter again."""

import csv
import math
import pathlib
import tempfile
import unittest

import comtrade_reader
from metertwin import SOURCE, cli, cli_json

try:
    import scipy.io.wavfile
except ImportError:
    scipy = None

SCENARIOS = {
    "clean 60 Hz": "",
    "clean 50 Hz": "[installation]\nfrequency = 50.0\nvoltage = 230.0\ncurrent = 90.0\n",
    "off nominal": "[installation]\nfrequency = 59.7\nangle = -25.0\n",
    "harmonics": "[[installation.harmonic]]\norder = 5\nvoltage = 6.0\ncurrent = 30.0\n"
                 "[[installation.harmonic]]\norder = 7\nvoltage = 3.0\ncurrent = 15.0\n"
                 "voltage_angle = 40.0\ncurrent_angle = 70.0\n",
    "unbalance": "[installation]\nvoltage = [277.0, 262.0, 281.0]\ncurrent = [120.0, 80.0, 31.0]\n"
                 "angle = [30.0, 10.0, -20.0]\n",
}
ALLOWED = 0.01  # percent


def written(folder, name, *arguments):
    path = pathlib.Path(folder, name)
    done = cli("record", path, *arguments)
    assert done.returncode == 0, done
    return path


def rms(values):
    return math.sqrt(sum(x * x for x in values) / len(values))


class ForeignReaders(unittest.TestCase):
    """277 V and 120 A at 60 Hz: 0.1 s are six whole cycles, 1000 rows."""

    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.addCleanup(self.scratch.cleanup)
        self.folder = self.scratch.name

    def check(self, channels, allowed):
        for phase in "ABC":
            self.assertAlmostEqual(rms(channels["V" + phase]) / 277.0, 1.0, delta=allowed)
            self.assertAlmostEqual(rms(channels["I" + phase]) / 120.0, 1.0, delta=allowed)
        self.assertLess(rms(channels["IN"]), 0.02)

    def test_comtrade(self):
        for kind, allowed in (("ascii", 1e-5), ("binary", 2e-5), ("binary32", 1e-6),
                              ("float32", 1e-6)):
            for name in (f"{kind}.cfg", f"{kind}.cff"):
                with self.subTest(file=name):
                    path = written(self.folder, name, "--for", "0.1s", "--format", f"comtrade-{kind}")
                    got = comtrade_reader.read(path)
                    self.assertEqual((got["rows"], got["rate"]), (1000, 10000.0))
                    self.check(got["channels"], allowed)

    def test_csv(self):
        path = written(self.folder, "x.csv", "--for", "0.1s")
        with open(path, newline="") as file:
            rows = list(csv.reader(file))
        self.assertEqual(rows[0][:2], ["time [s]", "VA [V]"])
        names = [field.split(" ")[0] for field in rows[0]]
        columns = dict(zip(names, zip(*(map(float, row) for row in rows[1:]))))
        self.assertEqual(columns["time"][:2], (0.0, 0.0001))
        self.check(columns, 1e-6)

    @unittest.skipIf(scipy is None, "no python3-scipy")
    def test_wav(self):
        path = written(self.folder, "x.wav", "--for", "0.1s")
        rate, samples = scipy.io.wavfile.read(path)
        self.assertEqual((rate, samples.shape), (10000, (1000, 7)))
        self.assertAlmostEqual(abs(samples[:, 0]).max(), 1.0, delta=1e-6)  # full scale is the peak
        self.assertAlmostEqual(rms(samples[:, 0].astype(float)), math.sqrt(0.5), delta=1e-3)

    def test_converter_counts(self):
        path = written(self.folder, "adc.cfg", "--what", "adc", "--for", "0.2s", "--format",
                       "comtrade-binary32")
        got = comtrade_reader.read(path)
        self.assertAlmostEqual(got["rate"], 32768 / 13, places=9)
        self.assertEqual([round(got["skew"][s], 3) for s in ("IA", "VA", "IB")],
                         [round(k * 2e6 / 32768, 3) for k in (0, 1, 2)])
        for values in got["channels"].values():
            self.assertTrue(all(x == int(x) and abs(x) <= 2**20 for x in values))
        # 1.2103 mV a count (metrology.md 1.2 and 2.2).
        self.assertAlmostEqual(rms(got["channels"]["VA"]) * 1.2103e-3, 277.0, delta=0.3)

    def test_integrated_current(self):
        path = written(self.folder, "currents.cfg", "--what", "currents", "--for", "0.5s")
        got = comtrade_reader.read(path)
        for phase in "ABC":
            self.assertAlmostEqual(rms(got["channels"]["I" + phase]), 120.0, delta=0.2)
        self.assertEqual(got["unit"]["IA"], "A")


class RoundTrip(unittest.TestCase):
    def test_scenario_record_replay(self):
        """The registers of a meter on the recording are those of the meter on the installation."""
        for name, text in SCENARIOS.items():
            with self.subTest(scenario=name), tempfile.TemporaryDirectory() as folder:
                scenario = pathlib.Path(folder, "x.toml")
                scenario.write_text(text)
                direct = cli_json("run", "--scenario", scenario, "--for", "16s", "--ideal")
                capture = written(folder, "x.cfg", "--scenario", scenario, "--for", "9s")
                for mode in ("ideal", "hardware"):
                    played = cli_json("replay", capture, "--resample", mode)
                    self.compare(direct["registers"], played["registers"], f"{name}, {mode}")

    def compare(self, want, got, what):
        powers = {p: want["f_kva_" + p] for p in ("a", "b", "c", "total")}
        for quantity in ("v_an", "v_bn", "v_cn", "v_ab", "i_a", "i_b", "i_c", "frequency"):
            base = want["f_" + quantity]
            error = 100.0 * (got["f_" + quantity] - base) / base
            self.assertLess(abs(error), ALLOWED, f"{what}: {quantity}")
        for quantity in ("kw", "kvar", "kva"):
            for phase, base in powers.items():
                key = f"f_{quantity}_{phase}"
                error = 100.0 * (got[key] - want[key]) / base
                self.assertLess(abs(error), ALLOWED, f"{what}: {key}")

    def test_replay_is_recorded_and_played_again(self):
        with tempfile.TemporaryDirectory() as folder:
            first = written(folder, "a.cfg", "--for", "3s")
            second = written(folder, "b.wav", "--replay", first, "--rate", "8000")
            values = [cli_json("replay", path)["registers"]["f_kw_total"]
                      for path in (first, second)]
            self.assertAlmostEqual(values[1] / values[0], 1.0, delta=2e-4)

    def test_hold_feeds_a_meter_for_minutes(self):
        with tempfile.TemporaryDirectory() as folder:
            capture = written(folder, "short.cfg", "--for", "0.1s")
            result = cli_json("replay", capture, "--hold", "pre-fault", "--for", "3m")
            self.assertAlmostEqual(result["simulated_seconds"], 180.0, delta=0.01)
            self.assertAlmostEqual(result["registers"]["f_v_an"], 277.0, delta=0.06)
            self.assertAlmostEqual(result["registers"]["f_i_a"], 120.0, delta=0.03)
            self.assertTrue(any("held as a steady state" in line
                                for line in result["record"]["explanation"]))


class Refusals(unittest.TestCase):
    def test_in_one_line(self):
        rows = {
            ("/no/such/x.cfg",): (1, "/no/such/x"),
            ("x.cfg", "--rate", "10"): (2, "--rate"),
            ("x.cfg", "--what", "nothing"): (2, "--what"),
            ("x.cfg", "--format", "mp3"): (2, "--format"),
            ("x.cfg", "--for", "banana"): (2, "banana"),
            ("x.cfg", "--replay", "/no/such.cfg"): (1, "/no/such.cfg"),
        }
        for arguments, (code, says) in rows.items():
            with self.subTest(arguments=arguments):
                done = cli("record", *arguments)
                self.assertEqual(done.returncode, code, done)
                self.assertIn(says, done.stderr)
                self.assertEqual(done.stderr.count("\n"), 1, done.stderr)


if __name__ == "__main__":
    unittest.main()
