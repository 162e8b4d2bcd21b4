"""A cluster of one node on this machine, in a scratch folder: munged, slurmctld and slurmd with keys,
sockets and ports of their own. Debian packages: munge slurmctld slurmd slurm-client."""

import getpass
import os
import pathlib
import shutil
import socket
import subprocess
import time

PROGRAMS = ("munged", "mungekey", "slurmctld", "slurmd", "sbatch", "squeue", "sinfo")
PATIENCE = 60  # seconds; used up by failures only

CONFIG = """
ClusterName=metertwin
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={controller}
SlurmdPort={node}
SlurmUser={user}
SlurmdUser={user}
AuthType=auth/munge
CredType=cred/munge
AuthInfo=socket={folder}/munge.socket
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=sched_interval=1,batch_sched_delay=0
MpiDefault=none
ReturnToService=2
SwitchType=switch/none
NodeName={host} NodeAddr=127.0.0.1 CPUs={cpus} State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
"""


class Unavailable(Exception):
    """A cluster cannot be had here; the text says why."""


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def program(name):
    found = shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
    if found is None:
        raise Unavailable(f"{name} is not installed")
    return found


class Cluster:
    """`with Cluster(folder) as cluster: cluster.run_array(…)`"""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.started = []

    def __enter__(self):
        if os.geteuid() != 0:
            raise Unavailable("slurmd starts jobs as root only")
        self.paths = {name: program(name) for name in PROGRAMS}
        try:
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for process in reversed(self.started):
            if process.poll() is None:
                process.terminate()
        for process in self.started:
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()

    def _start(self):
        self.folder.chmod(0o755)
        for name in ("state", "spool", "munge"):
            (self.folder / name).mkdir(mode=0o755)
        host = socket.gethostname().split(".")[0]
        self.config = self.folder / "slurm.conf"
        self.config.write_text(CONFIG.format(
            host=host, folder=self.folder, user=getpass.getuser(), controller=free_port(),
            node=free_port(), cpus=os.cpu_count()))
        self.environment = {**os.environ, "SLURM_CONF": str(self.config)}
        self._daemon_munge()
        self._daemon("slurmctld", "-D", "-i", "-f", self.config)
        self._daemon("slurmd", "-D", "-f", self.config)
        self._wait("the node is not idle", lambda: "idle" in self._ask("sinfo", "-h", "-o", "%T"))

    def _daemon_munge(self):
        key = self.folder / "munge" / "munge.key"
        subprocess.run([self.paths["mungekey"], "-c", "-k", key], check=True)
        socket_path = self.folder / "munge.socket"
        self._daemon("munged", "-F", "--key-file", key, "--socket", socket_path,
                     "--pid-file", self.folder / "munge/munged.pid",
                     "--log-file", self.folder / "munge/munged.log",
                     "--seed-file", self.folder / "munge/munged.seed", "--force")
        self._wait("munged gives no socket", socket_path.exists)

    def _daemon(self, name, *arguments):
        with open(self.folder / f"{name}.out", "wb") as log:
            self.started.append(subprocess.Popen(
                [self.paths[name], *map(str, arguments)], stdin=subprocess.DEVNULL, stdout=log,
                stderr=subprocess.STDOUT, env=getattr(self, "environment", None)))

    def _ask(self, name, *arguments):
        done = subprocess.run([self.paths[name], *map(str, arguments)], env=self.environment,
                              capture_output=True, text=True, timeout=PATIENCE)
        return done.stdout if done.returncode == 0 else ""

    def _wait(self, what, reached):
        end = time.monotonic() + PATIENCE
        while not reached():
            if any(p.poll() is not None for p in self.started) or time.monotonic() > end:
                raise Unavailable(f"{what}\n{self.logs()}")
            time.sleep(0.05)

    def logs(self):
        return "\n".join(f"{p.name}: {p.read_text(errors='replace')[-1500:]}"
                         for p in sorted(self.folder.glob("*.log")) +
                         sorted(self.folder.glob("*.out")))

    def run_array(self, script, tasks):
        """Runs the text of a shell script as tasks 0 .. tasks-1 of one array job, to its end."""
        path = self.folder / "job.sh"
        path.write_text("#!/bin/sh\n" + script)
        done = subprocess.run([self.paths["sbatch"], "--parsable", f"--array=0-{tasks - 1}",
                               f"--output={self.folder}/task-%a.out", path],
                              env=self.environment, capture_output=True, text=True,
                              timeout=PATIENCE, cwd=self.folder)
        if done.returncode != 0:
            raise AssertionError(f"sbatch: {done.stderr}\n{self.logs()}")
        job = done.stdout.strip().split(";")[0]
        self._wait(f"job {job} does not end",
                   lambda: not self._ask("squeue", "-h", "-j", job).strip())
        return {i: (self.folder / f"task-{i}.out").read_text(errors="replace")
                for i in range(tasks)}
