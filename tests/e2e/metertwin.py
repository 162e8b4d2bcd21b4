"""Starting metertwin-cli and talking to it, for the tests beside this file."""

import csv
import json
import os
import pathlib
import signal
import struct
import subprocess
import tempfile

CLI = os.environ.get("METERTWIN_CLI", "build/dev/bin/metertwin-cli")
SOURCE = pathlib.Path(os.environ.get("METERTWIN_SOURCE_DIR", "."))
PATIENCE = 60  # seconds; used up by failures only


def cli(*arguments, timeout=PATIENCE):
    """Runs the program to its end."""
    return subprocess.run([CLI, *map(str, arguments)], capture_output=True, text=True,
                          stdin=subprocess.DEVNULL, timeout=timeout)


def cli_json(*arguments, timeout=PATIENCE):
    done = cli(*arguments, "--json", timeout=timeout)
    if done.returncode != 0:
        raise AssertionError(f"{arguments}: exit {done.returncode}: {done.stderr}")
    return json.loads(done.stdout)


def register_rows():
    """The map as the program prints it: {name: row}, numbers as integers."""
    rows = {}
    for row in csv.DictReader(cli("map").stdout.splitlines()):
        row["register"], row["count"] = int(row["register"]), int(row["count"])
        rows[row["name"]] = row
    return rows


def float_of(high, low):
    return struct.unpack(">f", struct.pack(">HH", high, low))[0]


def scales_of(tcp):
    """Registers 138 to 141 of the meter at "host:port", as `map --scales` takes them."""
    done = cli("poll", f"tcp://{tcp}", "scales", "--json")
    return ",".join(map(str, json.loads(done.stdout)["registers"].values()))


class Meter:
    """A running meter on a pty: `with Meter("--speed", "60") as meter: … meter.port`; with
    --tcp or --rtu-tcp also at meter.tcp or meter.rtu_tcp, "host:port"."""

    def __init__(self, *arguments):
        self.arguments = [str(a) for a in arguments]

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.port = os.path.join(self.folder.name, "meter")
        self.process = subprocess.Popen([CLI, "run", "--pty", self.port, *self.arguments],
                                        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, text=True)
        said = self.process.stderr if "--for" in self.arguments else self.process.stdout
        self._listening(said, self.port)
        if "--tcp" in self.arguments:
            self.tcp = self._listening(said, "(Modbus/TCP")
        if "--rtu-tcp" in self.arguments:
            self.rtu_tcp = self._listening(said, "(RTU over TCP")
        return self

    def _listening(self, said, what):
        """The address in the program's next line, which tells of `what`."""
        line = said.readline()
        if not line.startswith("listening on ") or what not in line:
            self.process.kill()
            raise AssertionError(f"no port: {line}{self.process.stderr.read()}")
        return line.split()[2]

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()
        self.folder.cleanup()

    def results(self):
        """Of a --for … --json run, after its end."""
        out, err = self.process.communicate(timeout=PATIENCE)
        if self.process.returncode != 0:
            raise AssertionError(f"exit {self.process.returncode}: {err}")
        return json.loads(out)

    def stop(self, how=signal.SIGTERM):
        """Exit code after a signal."""
        self.process.send_signal(how)
        self.process.communicate(timeout=PATIENCE)
        return self.process.returncode
