"""The command line as scripts see it: exit codes, one clear line, clean ends, the same bits."""

import json
import os
import pathlib
import signal
import subprocess
import tempfile
import unittest

from metertwin import CLI, SOURCE, Meter, cli, cli_json

BAD_TOML = {
    "unclosed": ("[meter\n", "1:"),
    "unknown_key": ("[meter]\nct_primry = 400\n", "2:1"),
    "wrong_type": ("[meter]\nct_primary = \"many\"\n", "2:"),
    "out_of_range": ("[installation]\nfrequency = -60.0\n", "2:"),
    "rule_of_the_meter": ("[meter]\npt_ratio = 10.0\n", "134"),
}


class BadInput(unittest.TestCase):
    """Every row: one line on stderr that names the thing, nothing on stdout, the exit code."""

    def check(self, code, says, *arguments):
        with self.subTest(arguments=arguments):
            done = cli(*arguments)
            self.assertEqual(done.returncode, code, done)
            self.assertEqual(done.stdout, "")
            self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
            self.assertTrue(done.stderr.startswith("metertwin-cli: "), done.stderr)
            self.assertIn(says, done.stderr)

    def test_usage(self):
        self.check(2, "a command")
        self.check(2, "fly", "fly")
        self.check(2, "--fast", "run", "--fast")
        self.check(2, "banana", "run", "--for", "banana")
        self.check(2, "0.05", "run", "--speed", "0.05")
        self.check(2, "pdf", "map", "--format", "pdf")
        self.check(2, "--seed", "run", "--seed", "often")
        self.check(2, "--for", "run", "--json")

    def test_files(self):
        self.check(1, "/no/such.toml", "run", "--scenario", "/no/such.toml", "--for", "1")
        self.check(1, "/tmp", "run", "--scenario", "/tmp", "--for", "1")
        with tempfile.TemporaryDirectory() as folder:
            for name, (text, says) in BAD_TOML.items():
                path = pathlib.Path(folder, name + ".toml")
                path.write_text(text)
                self.check(1, says, "run", "--scenario", path, "--for", "1")
            noise = pathlib.Path(folder, "noise.toml")
            noise.write_bytes(os.urandom(4_096))
            self.check(1, "noise.toml", "run", "--scenario", noise, "--for", "1")

    def test_ports(self):
        with tempfile.TemporaryDirectory() as folder:
            taken = pathlib.Path(folder, "taken")
            taken.write_text("mine")
            self.check(1, str(taken), "run", "--pty", taken)
            self.assertEqual(taken.read_text(), "mine")
            self.check(1, str(taken), "run", "--pty", taken / "below")
            self.check(1, "none/meter", "run", "--pty", folder + "/none/meter")
        self.check(1, "/proc/meter", "run", "--pty", "/proc/meter")

    def test_port_of_another_meter(self):
        with Meter() as meter:
            self.check(1, meter.port, "run", "--pty", meter.port)
            self.assertTrue(os.path.islink(meter.port))

    def test_full_disk(self):
        with open("/dev/full", "w") as full:
            done = subprocess.run([CLI, "run", "--for", "1s"], stdout=full,
                                  stderr=subprocess.PIPE, text=True)
        self.assertEqual(done.returncode, 1)
        self.assertIn("standard output", done.stderr)


class Ends(unittest.TestCase):
    def test_signals_end_an_endless_run_cleanly(self):
        for how in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            with self.subTest(signal=how), Meter() as meter:
                self.assertEqual(meter.stop(how), 0)
                self.assertFalse(os.path.lexists(meter.port))

    def test_interrupt_before_the_end_is_130(self):
        with Meter("--for", "1h") as meter:
            self.assertEqual(meter.stop(signal.SIGINT), 130)
            self.assertFalse(os.path.lexists(meter.port))

    def test_stale_link_of_a_killed_meter_is_replaced(self):
        with Meter() as killed:
            self.assertEqual(killed.stop(signal.SIGKILL), -signal.SIGKILL)
            self.assertTrue(os.path.islink(killed.port))
            again = cli("run", "--for", "1s", "--speed", "max", "--pty", killed.port)
            self.assertEqual(again.returncode, 0, again.stderr)


class Results(unittest.TestCase):
    def test_json_has_the_agreed_form(self):
        result = cli_json("run", "--for", "10s")
        self.assertEqual(list(result), ["registers", "truth", "error_percent", "digest",
                                        "simulated_seconds", "realtime_factor", "answer", "line"])
        self.assertRegex(result["digest"], r"^[0-9a-f]{16}$")
        self.assertAlmostEqual(result["simulated_seconds"], 10.0, delta=0.0002)
        self.assertGreater(result["realtime_factor"], 0)
        self.assertIsNone(result["registers"]["reserved_25"])
        self.assertLessEqual(set(result["truth"]), set(result["registers"]))
        self.assertEqual(set(result["truth"]), set(result["error_percent"]))

    def test_digest_does_not_depend_on_speed(self):
        digests = {speed: cli_json("run", "--for", "3s", "--speed", speed)["digest"]
                   for speed in ("1", "60", "max")}
        self.assertEqual(len(set(digests.values())), 1, digests)

    def test_seed_and_ideal_count(self):
        digests = {cli_json("run", "--for", "3s", *extra)["digest"]
                   for extra in ((), ("--seed", "2"), ("--ideal",))}
        self.assertEqual(len(digests), 3)

    def test_faster_than_real_time(self):
        self.assertGreater(cli_json("run", "--for", "60s")["realtime_factor"], 10)

    def test_table_for_people(self):
        done = cli("run", "--for", "5s")
        self.assertEqual(done.returncode, 0)
        for word in ("quantity", "truth", "error", "frequency", "digest"):
            self.assertIn(word, done.stdout)
        self.assertEqual(done.stderr, "")

    def test_ready_scenarios_run(self):
        for path in sorted(SOURCE.glob("resources/scenarios/*.toml")):
            with self.subTest(scenario=path.name):
                self.assertEqual(cli("run", "--for", "2s", "--scenario", path).returncode, 0)


class Map(unittest.TestCase):
    def test_csv_is_the_register_list(self):
        shared = pathlib.Path(os.environ.get("METERTWIN_SHARED_DIR", "../shared"))
        listed = shared / "spec/registers.csv"
        if not listed.exists():
            self.skipTest(f"{listed} is not here")
        lines = listed.read_text().splitlines()
        mine = cli("map", "--format", "csv").stdout.splitlines()
        self.assertEqual(mine, [l for l in lines if "logging siblings" not in l or ",yes," in l])

    def test_json_and_markdown_have_the_same_rows(self):
        names = [row["name"] for row in json.loads(cli("map", "--format", "json").stdout)]
        table = cli("map", "--format", "md").stdout.splitlines()
        self.assertEqual([line.split(" | ")[2] for line in table[2:]], names)

    def test_help_tells_the_exit_codes(self):
        for arguments in (("--help",), ("run", "--help"), ("map", "--help")):
            done = cli(*arguments)
            self.assertEqual(done.returncode, 0)
            for word in ("Exit codes", "130"):
                self.assertIn(word, done.stdout)


if __name__ == "__main__":
    unittest.main()
