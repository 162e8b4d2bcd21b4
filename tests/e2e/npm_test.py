"""Masters of the npm registry, modbus-serial and jsmodbus, at the meter's pty and TCP port."""

import functools
import json
import os
import pathlib
import shutil
import subprocess
import unittest

from metertwin import PATIENCE, SOURCE, Meter

HERE = SOURCE / "tests/e2e/npm"
FOLDER = pathlib.Path(os.environ.get("METERTWIN_BUILD_DIR", "build/dev")) / "npm"
LEAST_NODE = (20, 19)  # of jsmodbus 5


def node_version():
    """(major, minor); nothing when there is no Node.js."""
    if not shutil.which("node") or not shutil.which("npm"):
        return None
    said = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout
    return tuple(int(part) for part in said.strip().lstrip("v").split(".")[:2])


def install():
    """The packages of package-lock.json into FOLDER, once. Returns why they are not there."""
    version = node_version()
    if version is None or version < LEAST_NODE:
        found = "is not there" if version is None else f"is {version[0]}.{version[1]}"
        return f"Node.js {found}, {LEAST_NODE[0]}.{LEAST_NODE[1]} or newer is needed"
    lock = (HERE / "package-lock.json").read_text()
    stamp = FOLDER / "installed"
    if not stamp.exists() or stamp.read_text() != lock:
        FOLDER.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / name, FOLDER)
        done = subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
                              cwd=FOLDER, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            return f"npm cannot install the packages: {done.stderr.strip().splitlines()[:1]}"
        stamp.write_text(lock)
    for script in HERE.glob("*.js"):
        shutil.copy(script, FOLDER)
    return None


def setUpModule():
    reason = install()
    if reason is not None:
        print(f"skipped: {reason}", flush=True)
        os._exit(77)


def ask(client, transport, address, requests):
    done = subprocess.run(["node", f"{client}.js", transport, address], cwd=FOLDER,
                          input=json.dumps(requests), capture_output=True, text=True,
                          timeout=PATIENCE, check=False)
    if done.returncode != 0:
        raise AssertionError(f"{client} {transport}: {done.stderr}")
    return json.loads(done.stdout)


def read(register, count, function=3):
    return {"function": function, "address": register - 1, "count": count}


def write(register, *values, function=6):
    return {"function": function, "address": register - 1, "values": values}


# What is asked, and what has to come back, on a meter of the default scenario.
TABLE = [
    (read(130, 2), {"values": [40, 400]}),
    (read(130, 2, 4), {"values": [40, 400]}),
    (read(53, 1), {"exception": 2}),
    (read(53, 1, 4), {"exception": 2}),
    (write(131, 250), {"values": []}),
    (write(131, 4), {"exception": 3}),
    (write(135, 4), {"exception": 2}),
    (write(133, 1000, 4800, function=16), {"values": []}),
    (write(133, 100, 4800, function=16), {"exception": 3}),
    (write(1, 1, 2, function=16), {"exception": 2}),
    (read(131, 4), {"values": [250, 0x8000, 1000, 4800]}),
]
# clients.md: public drivers' blocks, by wire address.
BLOCKS = [(256, 6), (256, 18), (256, 48), (256, 54), (258, 52), (262, 2), (0, 52), (129, 25),
          (256, 44), (304, 42)]
IDENTITY = {"0": "Leviton", "1": "Series 4000", "2": "V1.037"}


class Clients(unittest.TestCase):
    def each(self, check):
        """Calls check(ask) for either client at either port of a fresh meter."""
        for client in ("modbus_serial", "jsmodbus"):
            for transport in ("rtu", "tcp"):
                with self.subTest(client=client, transport=transport), \
                        Meter("--tcp", 0, "--ideal") as meter:
                    address = meter.port if transport == "rtu" else meter.tcp
                    check(functools.partial(ask, client, transport, address))

    def test_every_function(self):
        def check(exchange):
            answers = exchange([request for request, _ in TABLE])
            for (request, wanted), answer in zip(TABLE, answers):
                if "values" in answer and request["function"] in (6, 16):
                    answer = {"values": []}
                self.assertEqual(answer, wanted, request)
        self.each(check)

    def test_blocks_of_public_drivers(self):
        def check(exchange):
            requests = [read(address + 1, count) for address, count in BLOCKS]
            for request, answer in zip(requests, exchange(requests)):
                self.assertEqual(len(answer.get("values", [])), request["count"], request)
            block = exchange([read(257, 54)] * 20)[-1]["values"]
            self.assertEqual(block[0:2], block[2:4])
            self.assertEqual(block[48:50], [0x7FC0, 0])
        self.each(check)

    def test_identification(self):
        """modbus-serial knows 2B."""
        with Meter("--tcp", 0) as meter:
            for transport, address in (("rtu", meter.port), ("tcp", meter.tcp)):
                with self.subTest(transport=transport):
                    request = {"function": 43, "code": 1, "object": 0}
                    answers = ask("modbus_serial", transport, address, [request])
                    self.assertEqual(answers, [{"objects": IDENTITY}])


if __name__ == "__main__":
    unittest.main()
