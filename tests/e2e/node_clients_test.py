"""Node-RED and FUXA poll our meter with the configurations that `map` makes for them.

Their packages are big (some 140 and 240 MB): they are installed once, in the versions that the lock
files beside this name, into METERTWIN_NODE_PREFIX (below the build folder), without running scripts
of theirs. Without node 18.5 or newer, or without a way to the packages, the tests are skipped and say
why. FUXA is driven without its server, whose database wants a compiler: its own Modbus driver loads
the device of the project and polls.
"""

import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import tempfile
import time
import unittest
import urllib.error
import urllib.request

from masters import PymodbusTcp
from metertwin import PATIENCE, Meter, cli, float_of, register_rows, scales_of

HERE = pathlib.Path(__file__).parent / "node"
PREFIX = pathlib.Path(os.environ.get("METERTWIN_BUILD_DIR", "build/dev")).resolve() / "node"
OLDEST_NODE = (18, 5)
INSTALL_SECONDS = 900


def node_version():
    if not shutil.which("node") or not shutil.which("npm"):
        return None
    said = subprocess.run(["node", "--version"], capture_output=True, text=True).stdout
    return tuple(int(n) for n in re.findall(r"\d+", said)[:2])


def installed(name):
    """Where the packages of HERE/name are; installs them when they are not or the lock changed."""
    version = node_version()
    if version is None or version < OLDEST_NODE:
        raise unittest.SkipTest(f"node is {version}, {OLDEST_NODE} or newer is needed (Debian "
                                "packages nodejs and npm)")
    lock = (HERE / name / "package-lock.json").read_bytes()
    place, mark = PREFIX / name, PREFIX / name / "installed-lock.json"
    if mark.exists() and mark.read_bytes() == lock:
        return place
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(HERE / name, place)
    try:
        done = subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix",
                               place], capture_output=True, text=True, stdin=subprocess.DEVNULL,
                              timeout=INSTALL_SECONDS)
    except subprocess.TimeoutExpired:
        raise unittest.SkipTest(f"npm did not finish in {INSTALL_SECONDS} s") from None
    if done.returncode != 0:
        raise unittest.SkipTest(f"npm cannot install {name}: {done.stderr.strip()[-300:]}")
    mark.write_bytes(lock)
    return place


def settled_meter():
    """A meter that has measured; ideal, so that two readings differ little."""
    return Meter("--tcp", "0", "--ideal", "--speed", "60")


class Clients(unittest.TestCase):
    ROWS = register_rows()

    def check(self, got, tcp, form):
        names = [n for n, row in self.ROWS.items() if "reserved" not in n and "_dup" not in n
                 and (row["format"] == "Float" if form == "float" else row["register"] <= 52)]
        self.assertEqual(set(got), set(names))
        shown = json.loads(cli("poll", f"tcp://{tcp}", *names, "--json").stdout)["registers"]
        for name, value in got.items():
            if self.ROWS[name]["units"].endswith("h"):
                self.assertLessEqual(value, shown[name] + 1e-3, name)  # it only grows
            elif "demand" not in name and "pulse" not in name:
                self.assertAlmostEqual(value, shown[name], delta=0.005 * shown[name] + 0.02, msg=name)

    def wait_for_measurement(self, tcp):
        with PymodbusTcp(tcp) as master:
            while not float_of(*master.read(257, 2)) > 0.2:
                pass


class Fuxa(Clients):
    def test_values(self):
        prefix = installed("fuxa")
        with settled_meter() as meter, tempfile.TemporaryDirectory() as folder:
            self.wait_for_measurement(meter.tcp)
            for form in ("float", "integer"):
                for function in ("3", "4"):
                    project = pathlib.Path(folder, "project.json")
                    project.write_text(cli("map", "--format", "fuxa", "--url", f"tcp://{meter.tcp}",
                                           "--form", form, "--function", function, "--scales",
                                           scales_of(meter.tcp)).stdout)
                    done = subprocess.run(["node", HERE / "fuxa_driver.js", prefix, project],
                                          capture_output=True, text=True, timeout=PATIENCE)
                    self.assertEqual(done.returncode, 0, done.stderr)
                    self.check(json.loads(done.stdout), meter.tcp, form)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class NodeRed(Clients):
    def test_values(self):
        prefix = installed("node_red")
        with settled_meter() as meter, tempfile.TemporaryDirectory() as folder:
            self.wait_for_measurement(meter.tcp)
            for form in ("float", "integer"):
                self.check(self.polled(prefix, folder, meter.tcp, form), meter.tcp, form)

    def polled(self, prefix, folder, tcp, form):
        flow = pathlib.Path(folder, f"{form}.json")
        flow.write_text(cli("map", "--format", "node-red", "--url", f"tcp://{tcp}", "--form", form,
                            "--interval", "1", "--scales", scales_of(tcp)).stdout)
        port = free_port()
        settings = pathlib.Path(folder, "settings.js")
        settings.write_text(f"module.exports = {{uiHost: '127.0.0.1', uiPort: {port}, "
                            f"nodesDir: {json.dumps(str(prefix / 'node_modules'))}, "
                            "diagnostics: {enabled: false}, telemetry: {enabled: false}};\n")
        process = subprocess.Popen(
            ["node", prefix / "node_modules/node-red/red.js", "--userDir", prefix, "--settings",
             settings, flow], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        tab = next(n["id"] for n in json.loads(flow.read_text()) if n["type"] == "tab")
        wanted = sum(1 for n, row in self.ROWS.items() if "reserved" not in n and "_dup" not in n and
                     (row["format"] == "Float" if form == "float" else row["register"] <= 52))
        try:
            return self.context(f"http://127.0.0.1:{port}/context/flow/{tab}/meter", wanted, process)
        finally:
            process.kill()
            self.said = process.communicate(timeout=PATIENCE)[0]

    def context(self, url, wanted, process):
        end = time.monotonic() + 2 * PATIENCE
        while time.monotonic() < end and process.poll() is None:
            try:
                with urllib.request.urlopen(url, timeout=10) as answer:
                    found = json.loads(answer.read())
                values = json.loads(found["msg"]) if found.get("format") == "Object" else None
                if values and len(values) == wanted:
                    return values
            except (urllib.error.URLError, ConnectionError, KeyError):
                pass
            time.sleep(0.1)
        process.kill()
        self.fail(f"no values of {wanted}: {process.communicate()[0][-2000:]}")


if __name__ == "__main__":
    unittest.main()
