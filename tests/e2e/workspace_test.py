"""A run that was saved goes on in another process as if nothing had been; a script can look back."""

import json
import os
import tempfile
import unittest

from control_test import Controlled
from metertwin import cli

SCENARIO = """
seed = 4
[installation]
current = 80
[[event]]
kind = "sag"
at = 12
duration = 0.3
remaining = { uniform = [30, 60] }
[[event]]
kind = "ramp"
at = 15
duration = 30
current = 150
"""


class Workspace(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.scenario = self.path("s.toml")
        with open(self.scenario, "w", encoding="utf-8") as file:
            file.write(SCENARIO)

    def tearDown(self):
        self.folder.cleanup()

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def run_json(self, *arguments):
        done = cli("run", "--json", *arguments)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def info(self, file):
        done = cli("workspace", "info", self.path(file), "--json")
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def test_goes_on_like_the_uninterrupted_run(self):
        whole = self.run_json("--scenario", self.scenario, "--for", "30s")
        self.run_json("--scenario", self.scenario, "--for", "20s", "--save-workspace",
                      self.path("a.metertwin"))
        rest = self.run_json("--workspace", self.path("a.metertwin"), "--for", "10s")
        self.assertEqual(rest["simulated_seconds"], whole["simulated_seconds"])
        self.assertEqual(rest["digest"], whole["digest"])

    def test_an_earlier_moment_is_a_new_branch(self):
        a, b = self.path("a.metertwin"), self.path("b.metertwin")
        whole = self.run_json("--scenario", self.scenario, "--for", "30s", "--save-workspace", a)
        again = self.run_json("--workspace", a, "--at", "10s", "--for", "20s", "--save-workspace", b)
        self.assertEqual(again["digest"], whole["digest"], "nobody did anything else")
        branches = self.info("b.metertwin")["branches"]
        self.assertEqual([row["parent"] for row in branches], [None, 1])
        self.assertAlmostEqual(branches[1]["begin_seconds"], 10, delta=0.001)
        self.assertEqual({row["digest"] for row in branches}, {whole["digest"]})
        done = cli("run", "--workspace", b, "--at", "40s", "--for", "1s")
        self.assertEqual(done.returncode, 1)
        self.assertIn("b.metertwin: frame 100825 is not in the branch", done.stderr)
        then = cli("workspace", "export", b, "--at", "20").stdout
        self.assertIn("current = [91.6", then, "a sixth of the ramp")
        self.assertIn('kind = "sag"', cli("workspace", "export", b).stdout)

    def test_a_bus(self):
        file = self.path("bus.metertwin")
        bus = ("--meter", "@3", "--meter", self.scenario + "@9")
        whole = self.run_json(*bus, "--for", "8s")
        self.run_json(*bus, "--for", "5s", "--save-workspace", file)
        rest = self.run_json("--workspace", file, "--for", "3s")
        self.assertEqual([m["digest"] for m in rest["meters"]],
                         [m["digest"] for m in whole["meters"]])
        self.assertEqual([m["address"] for m in rest["meters"]], [3, 9])

    def test_what_is_no_workspace(self):
        done = cli("workspace", "info", self.scenario)
        self.assertEqual(done.returncode, 1)
        self.assertIn("s.toml: it is no workspace of MeterTwin", done.stderr)
        self.run_json("--for", "1s", "--save-workspace", self.path("a.metertwin"))
        with open(self.path("a.metertwin"), "r+b") as file:
            file.seek(-3, os.SEEK_END)
            file.write(b"?")
        done = cli("run", "--workspace", self.path("a.metertwin"), "--for", "1s")
        self.assertEqual(done.returncode, 1)
        self.assertIn("it is damaged: its digest", done.stderr)
        done = cli("run", "--workspace", self.path("a.metertwin"), "--scenario", self.scenario)
        self.assertEqual(done.returncode, 2, "a workspace says itself how it begins")

    def test_a_script_looks_back(self):
        with Controlled("--tcp", "0") as meter:
            meter.tell("pause")
            meter.tell("run", "5s")
            early = meter.status()
            meter.tell("set", "current=[50,60,70]")
            meter.tell("run", "5s")
            meter.tell("keys", "minus next")
            late = meter.status()
            self.assertNotEqual(late["digest"], early["digest"])
            looked = meter.tell("look", early["seconds"])
            self.assertIn("digest " + early["digest"], looked)
            self.assertEqual(meter.status()["digest"], early["digest"])
            meter.tell("now")
            self.assertEqual(meter.status()["digest"], late["digest"])
            meter.tell("look", early["seconds"])
            self.assertIn("branch 2\n", meter.tell("go-on"))
            self.assertEqual(meter.status()["digest"], early["digest"])
            meter.tell("run", "1s")
            branches = meter.tell("branches").splitlines()
            self.assertEqual(len(branches), 2)
            self.assertTrue(branches[1].endswith(" present"), branches)
            self.assertIn("digest " + late["digest"], meter.tell("look", late["seconds"], "1"))
            meter.tell("save", self.path("c.metertwin"))
        self.assertEqual(self.info("c.metertwin")["branches"][0]["digest"], late["digest"])

    def test_a_script_names_and_deletes_branches(self):
        with Controlled("--tcp", "0") as meter:
            meter.tell("pause")
            meter.tell("run", "4s")
            meter.tell("set", "current=[50,60,70]")
            meter.tell("run", "2s")
            late = meter.status()
            meter.tell("look", "3s")
            meter.tell("run", "1s")
            self.assertIn(" name one phase low\n", meter.tell("rename-branch", "1", "one", "phase", "low"))
            self.assertIn("digest " + late["digest"],
                          meter.tell("look", late["seconds"], "one", "phase", "low"))
            self.assertIn("branch 2 is the one that the run is in", meter.refused("delete-branch", "2"))
            self.assertIn('there is no branch "9"; there are: 1 2', meter.refused("delete-branch", "9"))
            self.assertIn("is a number", meter.refused("rename-branch", "1", "12"))
            left = meter.tell("delete-branch", "one phase low").splitlines()
            self.assertEqual(len(left), 1)
            self.assertTrue(left[0].startswith("branch 2 from 0.000000"), left)
            self.assertIn("branch 2\n", meter.tell("look", "1s"))
            meter.tell("save", self.path("d.metertwin"))
        self.assertEqual([b["number"] for b in self.info("d.metertwin")["branches"]], [2])

    def test_where_no_more_branches_can_be_it_is_said_what_to_do(self):
        full = "there are 256 branches, the most there may be: delete a branch "
        with Controlled("--tcp", "0") as meter:
            meter.tell("pause")
            meter.tell("run", "2s")
            for _ in range(255):
                meter.tell("look", "1s", "1")
                meter.tell("go-on")
            meter.tell("look", "1s", "1")
            self.assertIn(full + "(delete-branch NUMBER), or show the run again (now)",
                          meter.refused("go-on"))
            meter.tell("save", self.path("e.metertwin"))
        done = cli("run", "--workspace", self.path("e.metertwin"), "--branch", "1", "--at", "1s")
        self.assertNotEqual(done.returncode, 0)
        self.assertIn(full + "(workspace delete-branch)", done.stderr)

    def test_branches_of_a_file(self):
        a = self.path("a.metertwin")
        self.run_json("--scenario", self.scenario, "--for", "10s", "--save-workspace", a)
        self.run_json("--workspace", a, "--at", "6s", "--for", "2s", "--save-workspace", a)
        self.run_json("--workspace", a, "--at", "3s", "--branch", "1", "--for", "9s",
                      "--save-workspace", a)
        third = self.info("a.metertwin")["branches"][2]["digest"]
        self.assertEqual(cli("workspace", "rename-branch", a, "2", "short").returncode, 0)
        self.assertEqual(cli("workspace", "delete-branch", a, "1").returncode, 0)
        branches = self.info("a.metertwin")["branches"]
        self.assertEqual([(b["number"], b["name"], b["parent"]) for b in branches],
                         [(2, "short", None), (3, "", 2)])
        self.assertEqual(branches[1]["digest"], third)
        # 3.25 s are 8192 frames to the last; others would round twice.
        again = self.run_json("--workspace", a, "--branch", "2", "--at", "3.25s", "--for", "1s")
        whole = self.run_json("--scenario", self.scenario, "--for", "4.25s")
        self.assertEqual(again["digest"], whole["digest"], "what branch 1 was before is 2's past")
        done = cli("workspace", "delete-branch", a, "3")
        self.assertEqual(done.returncode, 1)
        self.assertIn("a.metertwin: branch 3 is the one that the run is in", done.stderr)
        self.assertIn("there is no branch 1; there are: 2 3",
                      cli("run", "--workspace", a, "--branch", "1", "--for", "1s").stderr)


if __name__ == "__main__":
    unittest.main()
