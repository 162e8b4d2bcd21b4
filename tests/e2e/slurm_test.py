"""A batch spread over a cluster's array job, on a Slurm of one node started here."""

import pathlib
import sys
import tempfile
import unittest

from captures import write_capture
from metertwin import CLI, cli
from slurm import Cluster, Unavailable

TASKS = 4
SKIPPED = 77
RESULTS = ("results.json", "results.csv", "index.html")

JOB = """
exec {cli} replay {captures} --shard $SLURM_ARRAY_TASK_ID/{tasks} \\
    --report {out}/$SLURM_ARRAY_TASK_ID
"""


class ArrayJob(unittest.TestCase):
    def test_an_array_job_makes_the_bytes_of_one_run(self):
        with tempfile.TemporaryDirectory() as scratch:
            root = pathlib.Path(scratch)
            captures, out = root / "captures", root / "out"
            captures.mkdir()
            for i in range(12):
                write_capture(captures / f"event{i:02}", amps=20.0 + i, phase=i / 12.0)
            (captures / "broken.cfg").write_text("not one")
            cluster_folder = root / "slurm"
            cluster_folder.mkdir()
            with Cluster(cluster_folder) as cluster:
                said = cluster.run_array(
                    JOB.format(cli=pathlib.Path(CLI).resolve(), captures=captures, tasks=TASKS,
                               out=out), TASKS)
            for task, text in said.items():
                self.assertIn(f"{out}/{task}/results.json", text)
            shards = [out / str(i) for i in range(TASKS)]
            joined = cli("merge", *shards, "--report", root / "joined")
            self.assertEqual(joined.returncode, 0, joined.stderr)
            whole = cli("replay", captures, "--report", root / "whole")
            self.assertEqual(whole.returncode, 0, whole.stderr)
            for name in RESULTS:
                self.assertEqual((root / "joined" / name).read_bytes(),
                                 (root / "whole" / name).read_bytes(), name)


if __name__ == "__main__":
    try:
        with tempfile.TemporaryDirectory() as folder, Cluster(folder):
            pass
    except Unavailable as why:
        print(f"skipped: no Slurm here: {why}", file=sys.stderr)
        sys.exit(SKIPPED)
    unittest.main()
