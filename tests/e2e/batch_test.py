"""metertwin-cli replay over many captures, in shards, interrupted, resumed, joined."""

import csv
import io
import json
import pathlib
import re
import signal
import subprocess
import tempfile
import time
import unittest

from captures import write_capture
from metertwin import CLI, cli

RESULTS = ("results.json", "results.csv", "index.html")


def results_of(folder):
    return {name: (pathlib.Path(folder) / name).read_bytes() for name in RESULTS}


class Batch(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.root = pathlib.Path(cls.scratch.name)
        cls.captures = cls.root / "captures"
        for i in range(9):
            folder = cls.captures / f"bay{i % 3}"
            folder.mkdir(parents=True, exist_ok=True)
            write_capture(folder / f"event{i}", amps=50.0 + i, lag=5.0 * i, phase=i / 9.0,
                          frequency=60.0 if i % 2 else 50.0)
        (cls.captures / "broken.cfg").write_text("no capture,at all\n")
        (cls.captures / "notes.txt").write_text("not a capture")
        cls.whole = cls.root / "whole"
        done = cli("replay", cls.captures, "--report", cls.whole)
        assert done.returncode == 0, done.stderr
        cls.said = done
        cls.results = json.loads((cls.whole / "results.json").read_text())

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def test_every_capture_has_its_row(self):
        rows = self.results["rows"]
        self.assertEqual(self.results["format"], "metertwin-batch")
        self.assertEqual([row["file"] for row in rows], sorted(row["file"] for row in rows))
        self.assertEqual(len(rows), 10)  # pairs count once, the text file not at all
        self.assertEqual(self.results["failed"], 1)
        for row in rows:
            if row["file"] == "broken.cfg":
                self.assertEqual(row["status"], "error")
                self.assertIn("broken.cfg", row["error"])
                continue
            i = int(re.search(r"event(\d)", row["file"])[1])
            self.assertAlmostEqual(row["meter"]["IA"], 50.0 + i, delta=0.05)
            self.assertAlmostEqual(row["truth"]["IA"], 50.0 + i, delta=0.05)
            self.assertLess(abs(row["error_percent"]["P"]), 0.1)

    def test_csv_and_page(self):
        table = list(csv.DictReader(io.StringIO((self.whole / "results.csv").read_text())))
        self.assertEqual([row["file"] for row in table],
                         [row["file"] for row in self.results["rows"]])
        for line, row in zip(table, self.results["rows"]):
            self.assertEqual(line["status"], row["status"])
            if row["status"] == "ok":
                self.assertAlmostEqual(float(line["P_meter"]), row["meter"]["P"], delta=1e-4)
        page = (self.whole / "index.html").read_text()
        for row in self.results["rows"]:
            self.assertIn(row["file"], page)

    def test_progress_without_a_terminal(self):
        lines = self.said.stderr.splitlines()
        self.assertEqual(len(lines), 10)  # one for each tenth
        self.assertRegex(lines[-1], r"^10 of 10 captures, 1 not played, .* a second$")
        self.assertIn("10 captures, 1 not played", self.said.stdout)

    def test_jobs_and_order_change_no_byte(self):
        out = self.root / "jobs"
        reverse = sorted(self.captures.iterdir(), reverse=True)
        self.assertEqual(cli("replay", self.captures, "--jobs", 4, "--report", out).returncode, 0)
        self.assertEqual(results_of(out), results_of(self.whole))
        self.assertGreater(len(reverse), 3)

    def test_shards_join_to_the_same_bytes(self):
        shards = []
        for i in range(3):
            shards.append(self.root / f"shard{i}")
            done = cli("replay", self.captures, "--shard", f"{i}/3", "--report", shards[-1])
            self.assertEqual(done.returncode, 0, done.stderr)
        out = self.root / "joined"
        done = cli("merge", *reversed(shards), "--report", out)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(results_of(out), results_of(self.whole))
        for wrong, says in (([shards[0], shards[1]], "missing 2/3"),
                            ([shards[0], shards[0], shards[1]], "both shard 0/3"),
                            ([self.whole], "no shard but the whole"),
                            ([self.captures], "no results of a batch")):
            with self.subTest(says):
                done = cli("merge", *wrong, "--report", self.root / "wrong")
                self.assertEqual(done.returncode, 1)
                self.assertIn(says, done.stderr)

    def test_interrupted_and_resumed(self):
        """Wherever a signal comes, --resume ends with the same bytes; nothing is half written."""
        out = self.root / "resumed"
        command = ["replay", self.captures, "--report", out]
        process = subprocess.Popen([CLI, *map(str, command)], stdout=subprocess.DEVNULL,
                                   stderr=subprocess.PIPE, text=True)
        rows = out / "rows"
        while process.poll() is None and not (rows.exists() and len(list(rows.glob("*.json"))) > 2):
            time.sleep(0.001)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
        if process.returncode == 130:
            self.assertIn("--resume goes on", err)
            self.assertFalse((out / "results.json").exists())
        for row in rows.glob("*.json"):
            json.loads(row.read_text())
        again = cli(*command)
        self.assertEqual(again.returncode, 1)
        self.assertIn("--resume", again.stderr)
        (rows / "0000000000000000.json").write_text("{ half")
        done = cli(*command, "--resume")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertRegex(done.stdout, r"\d+ taken over from an earlier run")
        self.assertEqual(results_of(out), results_of(self.whole))

    def test_resume_sees_changed_content_and_options(self):
        folder = self.root / "changing"
        folder.mkdir()
        write_capture(folder / "a")
        write_capture(folder / "b")
        out = self.root / "changed"
        self.assertEqual(cli("replay", folder, "--report", out).returncode, 0)
        write_capture(folder / "b", amps=10.0)
        done = cli("replay", folder, "--report", out, "--resume")
        self.assertIn("1 taken over", done.stdout)
        row = json.loads((out / "results.json").read_text())["rows"][1]
        self.assertAlmostEqual(row["meter"]["IA"], 10.0, delta=0.01)
        done = cli("replay", folder, "--report", out, "--resume", "--loop")
        self.assertNotIn("taken over", done.stdout)

    def test_why(self):
        folder = self.root / "why"
        folder.mkdir()
        write_capture(folder / "fifth", seconds=2.5, rate=4800.0, harmonics=[(5, 0.4)])
        out = self.root / "why-out"
        self.assertEqual(cli("replay", folder, "--why", "--report", out).returncode, 0)
        shares = json.loads((out / "results.json").read_text())["rows"][0]["shares"]["PA"]
        self.assertIn("integrator", shares)
        self.assertIn("not explained", shares)

    def test_a_page_for_each(self):
        """Linked from the index, of the same bytes when joined from shards or made in parallel."""
        def pages(folder):
            return {p.name: p.read_bytes() for p in (folder / "pages").iterdir()}

        out = self.root / "pages"
        done = cli("replay", self.captures, "--html-each", "--jobs", 3, "--report", out)
        self.assertEqual(done.returncode, 0, done.stderr)
        index = (out / "index.html").read_text()
        made = pages(out)
        self.assertEqual(len(made), 9)  # the broken one has none
        for name, page in made.items():
            self.assertIn(f'href="pages/{name}"', index)
            self.assertIn(b"bands are the meter's reading windows", page)
        shards = [self.root / f"page{i}" for i in range(2)]
        for i, shard in enumerate(shards):
            cli("replay", self.captures, "--html-each", "--shard", f"{i}/2", "--report", shard)
        joined = self.root / "pages-joined"
        self.assertEqual(cli("merge", *shards, "--report", joined).returncode, 0)
        self.assertEqual(pages(joined), made)
        next((out / "pages").iterdir()).unlink()
        done = cli("replay", self.captures, "--html-each", "--report", out, "--resume")
        self.assertIn("9 taken over", done.stdout)
        self.assertEqual(pages(out), made)

    def test_tables_with_a_map(self):
        """A CSV file counts when its map file, or the command line, says what it holds."""
        folder = self.root / "tables"
        folder.mkdir()
        cfg = write_capture(self.root / "source", amps=42.0)
        rows = folder / "rows.csv"
        cli("record", rows, "--replay", cfg)
        (folder / "other.csv").write_text("a,b\n1,2\n")
        out = self.root / "tables-out"
        self.assertEqual(cli("replay", folder, "--report", out).returncode, 1)
        by_name = "VA=VA,VB=VB,VC=VC,IA=IA,IB=IB,IC=IC"
        self.assertEqual(cli("capture", "info", rows, "--map", by_name, "--save").returncode, 0)
        done = cli("replay", folder, "--report", out)
        self.assertEqual(done.returncode, 0, done.stderr)
        [row] = json.loads((out / "results.json").read_text())["rows"]
        self.assertEqual(row["file"], "rows.csv")
        self.assertAlmostEqual(row["meter"]["IA"], 42.0, delta=0.05)
        both = self.root / "tables-both"
        cli("replay", folder, "--map", by_name, "--report", both)
        failed = {row["file"]: row["status"]
                  for row in json.loads((both / "results.json").read_text())["rows"]}
        self.assertEqual(failed, {"other.csv": "error", "rows.csv": "ok"})

    def test_bad_input(self):
        for code, says, *arguments in (
                (1, "needs --report", "replay", self.captures),
                (1, "no such file", "replay", "/no/such/folder", "--report", "x"),
                (1, "no captures", "replay", self.root / "whole" / "rows", "--report", "x"),
                (2, "--shard", "replay", self.captures, "--shard", "3/3", "--report", "x"),
                (2, "--report", "replay", self.captures, "--jobs", 2),
                (1, "cannot make the folder", "replay", self.captures, "--report", "/proc/x")):
            with self.subTest(says):
                done = cli(*arguments)
                self.assertEqual((done.returncode, done.stdout), (code, ""), done.stderr)
                self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
                self.assertIn(says, done.stderr)


if __name__ == "__main__":
    unittest.main()
