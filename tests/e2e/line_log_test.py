"""Faults, line log and poll report, as foreign masters and tshark see them.

Debian packages: tshark python3-pymodbus.
"""

import csv
import json
import os
import select
import socket
import struct
import subprocess
import tempfile
import unittest

from masters import Pymodbus, PymodbusTcp, Refused
from metertwin import PATIENCE, Meter, cli


def crc(body):
    value = 0xFFFF
    for byte in body:
        value ^= byte
        for _ in range(8):
            value = value >> 1 ^ (0xA001 if value & 1 else 0)
    return struct.pack("<H", value)


def rtu(*body):
    return bytes(body) + crc(bytes(body))


ASK = rtu(1, 3, 0, 129, 0, 2)          # registers 130, 131
SAID = rtu(1, 3, 4, 0, 40, 1, 0x90)    # 40, 400
TCP_ASK = b"\0\7\0\0\0\6" + ASK[:-2]
TCP_SAID = b"\0\7\0\0\0\7" + SAID[:-2]


def tshark(path, *fields):
    done = subprocess.run(["tshark", "-r", path, "-o", "mbrtu.udp.port:503", "-o",
                           "mbrtu.crc_verification:TRUE", "-T", "fields", "-E", "separator=/t",
                           *(part for field in fields for part in ("-e", field))],
                          capture_output=True, text=True, timeout=PATIENCE)
    assert done.returncode == 0, done.stderr
    return [dict(zip(fields, line.split("\t"))) for line in done.stdout.splitlines()]


COMMENT = str(0x100000)  # what Wireshark makes of our words; anything else would be a complaint


class Raw:
    """A client that sends bytes and takes what comes, until `size` bytes or a second of silence."""

    def __init__(self, meter, tcp):
        if tcp:
            host, port = meter.tcp.split(":")
            self.socket = socket.create_connection((host, int(port)), timeout=1)
        else:
            self.fd = os.open(meter.port, os.O_RDWR | os.O_NOCTTY)
        self.tcp = tcp

    def ask(self, request, size):
        fd = self.socket.fileno() if self.tcp else self.fd
        os.write(fd, request)
        got = b""
        while len(got) < size and select.select([fd], [], [], 1.0)[0]:
            piece = os.read(fd, 512)
            if not piece:
                break
            got += piece
        return got

    def close(self):
        self.socket.close() if self.tcp else os.close(self.fd)


def inverted(frame):
    return frame[:-2] + bytes(b ^ 0xFF for b in frame[-2:])


# kind: what comes on the pty, what comes over TCP; None: SAID or TCP_SAID with others around it.
KINDS = {
    "no-answer": (b"", b""),
    "delay:time=0.1": (SAID, TCP_SAID),
    "busy": (rtu(1, 0x83, 6), b"\0\7\0\0\0\3\1\x83\6"),
    "exception:code=11": (rtu(1, 0x83, 11), b"\0\7\0\0\0\3\1\x83\x0b"),
    "bad-crc": (inverted(SAID), b"\0\7\0\0\0\3\1\x83\x0b"),
    "truncated:bytes=4": (SAID[:4], TCP_SAID[:4]),
    "split:bytes=3": (SAID, TCP_SAID),
    "wrong-address": (rtu(2, *SAID[1:-2]), TCP_SAID[:6] + b"\2" + TCP_SAID[7:]),
    "echo": (ASK + SAID, TCP_ASK + TCP_SAID),
    "echo:instead=true": (ASK, TCP_ASK),
    "stuck-line:time=0.1": (SAID, TCP_SAID),
    "noise:rate=1": (bytes(b ^ 0xFF for b in SAID),
                     TCP_SAID[:7] + bytes(b ^ 0xFF for b in TCP_SAID[7:])),
    "power-cut:bytes=5,time=0.5": (SAID[:5], TCP_SAID[:5]),
}


class EveryKind(unittest.TestCase):
    def check(self, tcp):
        for fault, expected in KINDS.items():
            with self.subTest(fault=fault, tcp=tcp), \
                    Meter("--tcp", 0, "--fault", fault + (":" if ":" not in fault else ",")
                          + "first=1") as meter:
                client = Raw(meter, tcp)
                want = expected[tcp]
                request = TCP_ASK if tcp else ASK
                self.assertEqual(client.ask(request, max(len(want), 1)), want)
                client.close()

    def test_on_a_pty(self):
        self.check(False)

    def test_over_tcp(self):
        self.check(True)

    def test_junk(self):
        for fault, tcp in (("junk-before", False), ("junk-after", False), ("junk-before", True),
                           ("junk-after", True)):
            with self.subTest(fault=fault, tcp=tcp), \
                    Meter("--tcp", 0, "--fault", fault + ":bytes=3") as meter:
                client = Raw(meter, tcp)
                said = TCP_SAID if tcp else SAID
                got = client.ask(TCP_ASK if tcp else ASK, len(said) + 3)
                self.assertEqual(len(got), len(said) + 3)
                self.assertEqual(got[3:] if fault == "junk-before" else got[:-3], said)
                client.close()


class Masters(unittest.TestCase):
    def test_every_third_is_not_answered(self):
        with Meter("--tcp", 0, "--fault", "no-answer:every=3,function=3") as meter:
            with PymodbusTcp(meter.tcp) as master:
                master.client.params.timeout = 1
                seen = []
                for _ in range(9):
                    try:
                        master.client.connect()
                        master.read(130, 2)
                        seen.append(True)
                    except AssertionError:
                        seen.append(False)
                self.assertEqual(seen, [True, True, False] * 3)

    def test_on_a_pty(self):
        with Meter("--fault", "busy:every=2,registers=130-131") as meter, \
                Pymodbus(meter.port) as master:
            for _ in range(3):
                self.assertEqual(master.read(131), [400])
                with self.assertRaises(Refused) as refused:
                    master.read(130)
                self.assertEqual(refused.exception.code, 6)
                self.assertEqual(master.read(137), [1])  # not of the fault's registers

    def test_in_a_scenario(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "f.toml")
            with open(path, "w") as out:
                out.write("[[fault]]\nkind = 'exception'\ncode = 4\nregisters = 130\n")
            with Meter("--scenario", path) as meter, Pymodbus(meter.port) as master:
                with self.assertRaises(Refused):
                    master.read(130)
                self.assertEqual(master.read(131), [400])

    def test_mistakes(self):
        done = cli("run", "--fault", "bad-cr", "--for", "1s")
        self.assertEqual(done.returncode, 2)
        self.assertIn("did you mean 'bad-crc'?", done.stderr)
        done = cli("run", "--log", "x.txt", "--for", "1s")
        self.assertEqual(done.returncode, 2)
        self.assertIn('"x.txt" names no format, allowed is FILE.csv or FILE.pcapng', done.stderr)
        done = cli("log", "/nowhere.pcapng")
        self.assertEqual(done.returncode, 1)
        self.assertIn("cannot read /nowhere.pcapng", done.stderr)


class Log(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def talk(self, *options):
        with Meter("--tcp", 0, "--log", self.path("l.csv"), "--log", self.path("l.pcapng"),
                   "--poll-report=" + self.path("r.json"), *options) as meter:
            with Pymodbus(meter.port) as line, PymodbusTcp(meter.tcp) as tcp:
                for master in (line, tcp):
                    master.read(261, 2)
                    master.read(130, 5, function=4)
                    master.write(131, 250)
                    master.write_many(142, [20, 30])
                    master.report_id()
                    master.device_identification(1)
                    with self.assertRaises(Refused):
                        master.read(53)
            meter.stop()
        with open(self.path("l.csv"), newline="") as file:
            self.rows = list(csv.DictReader(file))

    def test_tshark_reads_every_frame(self):
        self.talk()
        frames = tshark(self.path("l.pcapng"), "_ws.col.Protocol", "modbus.func_code",
                        "modbus.regnum16", "modbus.regval_uint16", "modbus.exception_code",
                        "_ws.malformed", "_ws.expert.severity", "mbrtu.crc16.status",
                        "tcp.analysis.flags", "frame.time_epoch")
        self.assertEqual(len(frames), len(self.rows))
        self.assertEqual(len(frames), 28)
        for frame, row in zip(frames, self.rows):
            if row["function"] == "17" and row["direction"] == "request" \
                    and row["framing"] == "rtu":
                continue  # four bytes: below what Wireshark takes for RTU
            self.assertEqual(frame["_ws.col.Protocol"],
                             "Modbus RTU" if row["framing"] == "rtu" else "Modbus/TCP")
            self.assertEqual(frame["modbus.func_code"], row["function"])
            for flag in ("_ws.malformed", "tcp.analysis.flags"):
                self.assertEqual(frame[flag], "", row)
            self.assertEqual(set(frame["_ws.expert.severity"].split(",")), {COMMENT}, row)
            if row["framing"] == "rtu":
                self.assertEqual(frame["mbrtu.crc16.status"], "1", row)  # good
        settings = [f for f in frames if f["modbus.regnum16"] == "129,130,131,132,133"]
        self.assertEqual([f["modbus.regval_uint16"].split(",")[:2] for f in settings],
                         [["40", "400"], ["40", "250"]])
        self.assertEqual([f["modbus.exception_code"] for f in frames if f["modbus.exception_code"]],
                         ["2", "2"])
        times = [float(f["frame.time_epoch"]) for f in frames]
        for one, row in zip(times, self.rows):
            self.assertAlmostEqual(one - times[0], float(row["time_s"])
                                   - float(self.rows[0]["time_s"]), delta=2e-6)

    def test_csv_and_report(self):
        self.talk()
        said = [row["description"] for row in self.rows if row["framing"] == "rtu"]
        self.assertRegex(said[1], r"^f_kw_total [0-9.]+ kW$")
        self.assertIn("system_type 40; ct_primary 400 A; ct_secondary not valid", said[3])
        self.assertEqual(said[4], "write ct_primary = 250 A (131)")
        self.assertEqual(said[-1], "exception 02 illegal data address")
        self.assertEqual([row["number"] for row in self.rows],
                         [str(n) for n in range(1, len(self.rows) + 1)])
        with open(self.path("r.json")) as file:
            report = json.load(file)
        self.assertEqual(len(report["conversations"]), 2)
        for talk in report["conversations"]:
            self.assertEqual((talk["requests"], talk["answered"]), (7, 6))
            self.assertEqual([f["kind"] for f in talk["findings"]], ["hole"])

    def test_read_back(self):
        self.talk()
        again = self.path("again.csv")
        self.assertEqual(cli("log", self.path("l.pcapng"), "--to", again).returncode, 0)
        with open(again, newline="") as file:
            rows = list(csv.DictReader(file))
        for row, back in zip(self.rows, rows):
            for key in ("number", "tick", "end_tick", "port", "client", "direction", "bytes",
                        "error", "round_trip_ms", "request"):
                self.assertEqual(back[key], row[key], key)
        self.assertEqual(len(rows), len(self.rows))
        errors = cli("log", self.path("l.pcapng"), "--filter", "errors").stdout.splitlines()
        self.assertEqual(len(errors), 2)
        report = cli("log", self.path("l.pcapng"), "--report").stdout
        self.assertIn("7 requests, 6 answered, 1 exceptions", report)
        self.assertIn("asks for 53 and is refused (exception 02)", report)

    def test_filter(self):
        self.talk("--log-filter", "framing=rtu function=6")
        self.assertEqual([row["direction"] for row in self.rows], ["request", "answer"])


if __name__ == "__main__":
    unittest.main()
