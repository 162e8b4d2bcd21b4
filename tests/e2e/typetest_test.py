"""metertwin-cli typetest and calibrate as scripts see them: exit codes, JSON, report, interrupt."""

import json
import pathlib
import signal
import subprocess
import tempfile
import time
import unittest

from metertwin import CLI, SOURCE, cli, cli_json

REAL = SOURCE / "resources/scenarios/real-front-end.toml"


class TypeTest(unittest.TestCase):
    def test_passes_and_reports(self):
        with tempfile.TemporaryDirectory() as folder:
            report = pathlib.Path(folder, "report.html")
            result = cli_json("typetest", "--jobs", 2, "--report", report)
            html = report.read_text()
        self.assertTrue(result["pass"])
        self.assertIn("modelled against the limits of IEC 62053-22", result["basis"])
        self.assertRegex(result["digest"], r"^[0-9a-f]{16}$")
        self.assertLessEqual(result["largest_of_limit"]["of_limit"], 0.2)
        self.assertLess(result["wall_seconds"], 60)
        for point in result["points"]:
            self.assertTrue(point["pass"], point)
            self.assertIn(f"<td>{point['name']}</td>", html)
        self.assertIn(result["digest"], html)

    def test_other_ratings(self):
        result = cli_json("typetest", "--class", "0.2S", "--voltage", 230, "--frequency", 50,
                          "--ct-primary", 400, "--jobs", 2)
        self.assertEqual((result["class"], result["settings"]["ct_primary"]), ("0.2S", 400))
        self.assertTrue(result["pass"])

    def test_a_bad_front_end_fails(self):
        done = cli("typetest", "--scenario", REAL, "--uncalibrated", "--jobs", 2)
        self.assertEqual(done.returncode, 1)
        self.assertIn("FAIL", done.stdout)

    def test_interrupt(self):
        with tempfile.TemporaryDirectory() as folder:
            report = pathlib.Path(folder, "report.html")
            process = subprocess.Popen([CLI, "typetest", "--report", str(report)],
                                       stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            while not report.exists():  # opened once signals are caught
                if process.poll() is not None:
                    self.fail(process.communicate())
                time.sleep(0.001)
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=60)
        self.assertEqual((process.returncode, out), (130, ""), err)
        self.assertEqual(err.count("\n"), 1, err)

    def test_bad_input(self):
        for code, says, *arguments in ((2, "--class", "--class", "1.0"),
                                       (2, "--jobs", "--jobs", "0"),
                                       (1, "/no/such", "--report", "/no/such/report.html"),
                                       (1, "/no/such", "--scenario", "/no/such.toml")):
            with self.subTest(arguments=arguments):
                done = cli("typetest", *arguments)
                self.assertEqual((done.returncode, done.stdout), (code, ""), done.stderr)
                self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
                self.assertIn(says, done.stderr)


class Calibrate(unittest.TestCase):
    def test_recovers_the_real_front_end(self):
        result = cli_json("calibrate", "--scenario", REAL)
        self.assertEqual(len(result["calibration"]), 3)
        before = max(abs(e) for row in result["before_percent"] for e in row.values())
        after = max(abs(e) for row in result["residual_percent"] for e in row.values())
        self.assertGreater(before, 0.5)
        self.assertLess(after, 0.02)

    def test_text(self):
        done = cli("calibrate")
        self.assertEqual(done.returncode, 0, done.stderr)
        for word in ("PHADJ", "before", "after"):
            self.assertIn(word, done.stdout)


if __name__ == "__main__":
    unittest.main()
