"""What every run and replay ends with: the answer, as text, JSON, CSV and HTML."""

import contextlib
import csv
import io
import math
import os
import pathlib
import pty
import signal
import subprocess
import tempfile
import unittest

from metertwin import CLI, cli, cli_json

SAG = 'kind="sag",at=8,duration=0.2,remaining=40,phase="B"'
QUANTITIES = 23


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text)))


class Run(unittest.TestCase):
    def test_answer_of_a_steady_run(self):
        """What the signal says is the installation's closed form; shares add up to the error."""
        answer = cli_json("run", "--for", "12s")["answer"]
        self.assertEqual(answer["format"], "metertwin-answer")
        self.assertFalse(answer["recorded"])
        truth = answer["windows"]["truth"]
        self.assertAlmostEqual(truth["VA"], 277.0, places=9)
        self.assertAlmostEqual(truth["PA"], 277.0 * 120.0 * math.cos(math.radians(30.0)), places=6)
        self.assertEqual(len(truth), QUANTITIES)
        self.assertEqual(len(answer["signal"]["harmonics"]["VA"]), 41)
        for one in answer["explanations"]:
            parts = sum(one["shares"].values()) + one["not_explained"]
            self.assertAlmostEqual(parts, one["error_percent"], places=9)
        self.assertGreaterEqual(len(answer["rows"]), 10)  # one per reading window

    def test_sag_of_the_timeline(self):
        answer = cli_json("run", "--for", "12s", "--no-why", "--event", SAG)["answer"]
        [event] = answer["quality"]["events"]
        self.assertEqual((event["kind"], event["phases"]), ("sag", "B"))
        self.assertAlmostEqual(event["begin"], 8.0, delta=0.02)
        self.assertAlmostEqual(event["duration"], 0.2, delta=0.03)  # whole half cycles more
        self.assertAlmostEqual(event["worst_v"], 0.4 * 277.0, delta=0.2)
        self.assertEqual(answer["explanations"], [])

    def test_tables_and_files(self):
        with tempfile.TemporaryDirectory() as folder:
            page, cycles = pathlib.Path(folder, "run.html"), pathlib.Path(folder, "cycles.csv")
            done = cli("run", "--for", "12s", "--csv", "--html", page, "--cycles", cycles)
            self.assertEqual(done.returncode, 0, done.stderr)
            windows = rows_of(done.stdout)
            self.assertAlmostEqual(float(windows[-1]["VA_truth"]), 277.0, places=6)
            self.assertLess(abs(float(windows[-1]["PA_error_percent"])), 0.1)
            self.assertIn("Why they differ", page.read_text())
            self.assertIn("real power of each cycle", page.read_text())
            rows = rows_of(cycles.read_text())
            self.assertGreater(len(rows), 10 * 120 * 2)  # half cycles of the last 10 s
            for row in rows[30:]:
                self.assertAlmostEqual(float(row["urms_v"]), 277.0, delta=0.1)
                self.assertAlmostEqual(float(row["p_w"]), 28786.7, delta=20.0)
                self.assertAlmostEqual(float(row["q_var"]), 16620.0, delta=20.0)
                self.assertAlmostEqual(float(row["pf"]), 0.866, delta=1e-3)

    def test_several_meters(self):
        with tempfile.TemporaryDirectory() as folder:
            page, cycles = pathlib.Path(folder, "all.html"), pathlib.Path(folder, "cycles.csv")
            meters = ("run", "--meter", "@3", "--meter", "@9", "--for", "11s", "--no-why")
            done = cli(*meters, "--csv", "--html", page, "--cycles", cycles)
            self.assertEqual({row["address"] for row in rows_of(done.stdout)}, {"3", "9"})
            self.assertEqual(sorted(p.name for p in pathlib.Path(folder).iterdir()),
                             ["all-3.html", "all-9.html", "cycles-3.csv", "cycles-9.csv"])
            both = cli_json(*meters)["meters"]
            self.assertEqual([one["address"] for one in both], [3, 9])
            self.assertTrue(all(one["answer"]["windows"] for one in both))

    def test_answers_of_many_meters_tell_how_far_and_can_be_cancelled(self):
        meters = [word for address in range(1, 13) for word in ("--meter", f"@{address}")]
        screen, terminal = pty.openpty()
        run = subprocess.Popen([CLI, "run", *meters, "--for", "30s"], stdout=subprocess.PIPE,
                               stderr=terminal, text=True)
        os.close(terminal)
        said = b""
        try:
            while b"answering: " not in said:
                said += os.read(screen, 4096)
            run.send_signal(signal.SIGINT)
            self.assertEqual(run.communicate()[0], "")
            self.assertEqual(run.returncode, 130)
            with contextlib.suppress(OSError):  # the end of a terminal
                while more := os.read(screen, 4096):
                    said += more
            self.assertIn(b"interrupted, no results", said)
        finally:
            os.close(screen)
            run.kill()

    def test_needs_an_end(self):
        for option in (["--csv"], ["--no-why"], ["--cycles", "cycles.csv"]):
            done = cli("run", *option)
            self.assertEqual(done.returncode, 2)
            self.assertIn("--for", done.stderr)


class Replay(unittest.TestCase):
    def record(self, folder, high):
        """10 s of 50 Hz at 20 kHz, the currents with 20 % at `high` Hz."""
        path = pathlib.Path(folder, "high.csv")
        with path.open("w") as file:
            file.write("time,VA,VB,VC,IA,IB,IC\n")
            for n in range(200_000):
                t = n / 20_000.0
                volts = [325.0 * math.sin(2 * math.pi * (50 * t - x / 3)) for x in range(3)]
                amps = [50.0 * math.sin(2 * math.pi * (50 * t - x / 3)) +
                        10.0 * math.sin(2 * math.pi * high * t + x) for x in range(3)]
                file.write(f"{t:.6f}," + ",".join(f"{v:.5g}" for v in volts + amps) + "\n")
        return path

    def test_hardware_sampling_is_aliasing(self):
        """1800 Hz folds to 720 Hz and, integrated as such, is told as aliasing; filtered out, too."""
        with tempfile.TemporaryDirectory() as folder:
            record = self.record(folder, 1800.0)
            for how, least, most in (("hardware", 2.0, 20.0), ("ideal", -2.1, -1.8)):
                with self.subTest(resample=how):
                    answer = cli_json("replay", record, "--resample", how)["answer"]
                    [current] = [e for e in answer["explanations"] if e["quantity"] == "IA"]
                    self.assertGreater(current["shares"]["aliasing"], least)
                    self.assertLess(current["shares"]["aliasing"], most)
                    self.assertLess(abs(current["not_explained"]), 0.1)


if __name__ == "__main__":
    unittest.main()
