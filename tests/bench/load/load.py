#!/usr/bin/env python3
"""32 clients at full speed against the meter's TCP port while it meters at real time, and against
libmodbus's and pymodbus's own servers, one after the other in one run.

    load.py BIN_DIRECTORY [--seconds S] [--clients N] [--rounds R] [--json]

The generator (load_client.cpp) has the last processor to itself, each server the first. Rounds are
interleaved and the median by requests/s is shown. With strace, a shorter run counts system calls.
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
PATIENCE_S = 20
WARM_UP_S = 0.5  # of the generator: served, but not counted
TARGET_P99_US = 5_000


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def pinned(cpu):
    """taskset for the first or last processor; nothing with one processor."""
    cpus = sorted(os.sched_getaffinity(0))
    return ["taskset", "-c", str(cpus[cpu])] if len(cpus) > 1 and shutil.which("taskset") else []


class Server:
    """A server process on a port of its own, ready for clients."""

    def __init__(self, command, port, wrap=()):
        self.port = port
        self.process = subprocess.Popen([*wrap, *pinned(0), *command], stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def __enter__(self):
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end and self.process.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", self.port)).close()
                return self
            except ConnectionRefusedError:
                time.sleep(0.05)
        raise SystemExit(f"{self.process.args}: does not listen")

    def __exit__(self, *_):
        os.kill(self._server(), signal.SIGTERM)
        self.process.wait()

    def cpu_ns(self):
        """Processor time of all its threads. Unlike requests/s it says little of who else runs."""
        tasks = pathlib.Path(f"/proc/{self._server()}/task").iterdir()
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks)

    def kernel_share(self):
        """Of its processor time so far, in ticks of 10 ms."""
        fields = pathlib.Path(f"/proc/{self._server()}/stat").read_text().rsplit(")")[1].split()
        user, system = int(fields[11]), int(fields[12])
        return round(system / max(1, user + system), 2)

    def _server(self):
        """The process that serves: below strace, which lets no signal end it, its only child."""
        pid = self.process.pid
        children = pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        return int(children[0]) if children else pid


def servers(binaries):
    """name: command for a port."""
    return {
        "metertwin": lambda port: [binaries / "metertwin-cli", "run", "--tcp", str(port)],
        "libmodbus": lambda port: [binaries / "load-libmodbus-server", str(port)],
        "pymodbus": lambda port: ["/usr/bin/python3", HERE / "pymodbus_server.py", str(port)],
    }


def measure(binaries, port, clients, seconds):
    command = [*pinned(-1), binaries / "load-client", "127.0.0.1", port, clients, seconds]
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True,
                          check=False)
    if not done.stdout:
        sys.exit(f"load-client: {done.stderr}")
    return json.loads(done.stdout)


def system_calls(binaries, command, clients):
    """System calls of the server per request, by name; empty without strace."""
    if not shutil.which("strace"):
        return {}
    with tempfile.NamedTemporaryFile("r") as out:
        port = free_port()
        with Server(command(port), port, ["strace", "-f", "-c", "-o", out.name]) as _:
            result = measure(binaries, port, clients, 1)
        total = result["requests"] * (1 + WARM_UP_S)
        rows = re.findall(r"^ *[\d.]+ +[\d.]+ +\d+ +(\d+) +(?:\d+ +)?(\w+)$", out.read(),
                          re.MULTILINE)
    calls = {name: int(count) / total for count, name in rows if name != "total"}
    return {name: round(n, 2) for name, n in calls.items() if n >= 0.01}


def median(results):
    return sorted(results, key=lambda r: r["per_second"])[len(results) // 2]


def run(options):
    results = {name: [] for name in servers(options.binaries)}
    for _ in range(options.rounds):
        for name, command in servers(options.binaries).items():
            port = free_port()
            with Server(command(port), port) as server:
                before = server.cpu_ns()
                row = measure(options.binaries, port, options.clients, options.seconds)
                served = row["requests"] * (1 + WARM_UP_S / options.seconds)
                row["cpu_us"] = round((server.cpu_ns() - before) / 1e3 / served, 2)
                row["kernel"] = server.kernel_share()
                results[name].append(row)
    table = {}
    for name, rounds in results.items():
        table[name] = median(rounds)
        table[name]["lost"] = sum(r["lost"] for r in rounds)
        table[name]["wrong"] = sum(r["wrong"] for r in rounds)
        table[name]["calls"] = system_calls(options.binaries, servers(options.binaries)[name],
                                            options.clients)
    return table


COLUMNS = [("requests/s", "per_second", "10.0f"), ("ratio", "ratio", "6.2f"),
           ("cpu us", "cpu_us", "7.2f"), ("kernel", "kernel", "6.0%"), ("p50 us", "p50_us", "7"),
           ("p99 us", "p99_us", "7"), ("max us", "max_us", "7"), ("lost", "lost", "5"),
           ("wrong", "wrong", "5")]
LEGEND = f"""\
ratio: metertwin's requests/s to this server's; wanted above 1, and p99 below {TARGET_P99_US} us
cpu us: processor time of the server per request, metering included; kernel: its share in the kernel"""


def print_table(table, options):
    print(f"{options.clients} clients, one request each on its way, {options.rounds} rounds of "
          f"{options.seconds} s; mix: 80 % reads of 2 to 54 registers, 20 % writes")
    heads = " ".join(f"{head:>{int(re.match('[0-9]+', form)[0])}}" for head, _, form in COLUMNS)
    print(f"{'':12} {heads}  system calls per request")
    for name, row in table.items():
        row["ratio"] = table["metertwin"]["per_second"] / row["per_second"]
        cells = " ".join(f"{row[key]:{form}}" for _, key, form in COLUMNS)
        calls = sorted(row["calls"].items(), key=lambda call: -call[1])
        print(f"{name:12} {cells}  {' '.join(f'{call} {n}' for call, n in calls)}")
    print(LEGEND)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binaries", type=pathlib.Path)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--clients", type=int, default=32)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    table = run(options)
    if options.json:
        print(json.dumps(table, indent=2))
    else:
        print_table(table, options)
    sys.exit(1 if any(r["lost"] + r["wrong"] for r in table.values()) else 0)


if __name__ == "__main__":
    main()
