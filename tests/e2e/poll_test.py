"""metertwin-cli poll against our meter, beside pymodbus, and against slaves that misbehave."""

import csv
import datetime
import json
import math
import os
import signal
import struct
import subprocess
import tempfile
import unittest

from bad_slave import BadSlave, mbap, reader, rtu
from masters import Pymodbus, PymodbusTcp
from metertwin import CLI, PATIENCE, Meter, cli, float_of, register_rows

SCALES = {"I": 138, "V": 139, "W": 140, "E": 141}


def poll(url, *arguments):
    return cli("poll", url, "--timeout", "20s", *arguments)


def poll_json(url, *arguments):
    done = poll(url, *arguments, "--json")
    if done.returncode != 0:
        raise AssertionError(f"{arguments}: exit {done.returncode}: {done.stderr}")
    return json.loads(done.stdout)["registers"]


def meant(row, words, scales):
    """What a register's words mean, from the columns of the map alone."""
    if row["format"] == "Float":
        value = float_of(*words)
        return None if math.isnan(value) else value
    raw = words[0] if len(words) == 1 else words[0] << 16 | words[1]
    if row["name"] not in ("alert_bitmap", "fw_os_version", "fw_rs_version"):
        if raw == (0x8000 if len(words) == 1 else 0x80000000):
            return None
    if row["format"] == "SInt":
        raw = struct.unpack(">h", struct.pack(">H", raw))[0]
    scale = row["scale"]
    return raw * (10.0 ** scales[scale] if scale in scales else float(scale or 1))


class Values(unittest.TestCase):
    # Everything stands still in a meter that has no input and a speed of a tenth.
    STILL = ("--speed", "0.1", "--tcp", "0", "--rtu-tcp", "0")

    def test_every_register_on_every_transport(self):
        rows = register_rows()
        with Meter(*self.STILL) as meter, PymodbusTcp(meter.tcp) as master:
            scales = {letter: struct.unpack(">h", struct.pack(">H", master.read(at)[0]))[0]
                      for letter, at in SCALES.items()}
            fixed = [row for row in rows.values() if 129 <= row["register"] <= 145
                     or row["register"] > 7000 or "reserved" in row["name"]]
            for url in (meter.port, f"tcp://{meter.tcp}", f"rtutcp://{meter.rtu_tcp}"):
                for function in ("3", "4"):
                    got = poll_json(url, "all", "--function", function)
                    self.assertEqual(set(got), set(rows))
                    for row in fixed:
                        wanted = meant(row, master.read(row["register"], row["count"]), scales)
                        if wanted is None:
                            self.assertIsNone(got[row["name"]], row["name"])
                        else:
                            self.assertAlmostEqual(got[row["name"]], wanted, 6, row["name"])

    def test_both_forms_agree_with_a_foreign_master(self):
        with Meter("--tcp", "0", "--ideal", "--speed", "60") as meter:
            url = f"tcp://{meter.tcp}"
            while not (poll_json(url, "f_real_energy_kwh")["f_real_energy_kwh"] > 0.2):
                pass
            integers = poll_json(url, "kw_total", "v_an", "i_a", "frequency", "pf_total")
            floats = poll_json(url, "kw_total,v_an,i_a,frequency,pf_total", "--form", "float")
            self.assertEqual(list(floats), ["f_" + name for name in integers])
            for name, value in integers.items():
                self.assertAlmostEqual(value, floats["f_" + name], delta=0.02 + 0.002 * value)
            with PymodbusTcp(meter.tcp) as master:
                self.assertAlmostEqual(float_of(*master.read(293, 2)), floats["f_v_an"], delta=0.1)
            self.assertAlmostEqual(floats["f_v_an"], 277.0, delta=0.5)

    def test_table_for_people(self):
        with Meter() as meter:
            said = poll(meter.port, "130", "ct_secondary", "pt_ratio", "alert_bitmap").stdout
            lines = [line.split() for line in said.splitlines()]
            self.assertEqual(lines[1], ["130", "system_type", "40", "0x0028"])
            self.assertEqual(lines[2], ["132", "ct_secondary", "not", "valid", "0x8000"])
            self.assertEqual(lines[3], ["133", "pt_ratio", "1.00", "0x0064"])
            self.assertEqual(lines[4][:2], ["146", "alert_bitmap"])

    def test_identity(self):
        with Meter("--tcp", "0") as meter:
            for url in (meter.port, f"tcp://{meter.tcp}"):
                said = poll(url, "--identify").stdout
                for line in ("247, operating system running", "VendorName          Leviton",
                             "Leviton Series 4000R Power Meter Full Data Set", "V1.037"):
                    self.assertIn(line, said)


class Writes(unittest.TestCase):
    def test_read_back(self):
        with Meter("--tcp", "0") as meter, Pymodbus(meter.port) as master:
            done = poll(f"tcp://{meter.tcp}", "--write", "ct_primary=200", "--write", "pt_ratio=2.5",
                        "--write", "134=1000", "--write", "command=30078")
            self.assertEqual(done.stderr, "")
            self.assertEqual(done.stdout.splitlines(), [
                "ct_primary (131) written 200, reads 200", "pt_ratio (133) written 250, reads 2.50",
                "system_voltage (134) written 1000, reads 1000",
                "command (129) written 30078, reads 0"])
            self.assertEqual(master.read(131, 4), [200, 0x8000, 250, 1000])

    def test_refused_by_the_meter(self):
        with Meter() as meter:
            done = poll(meter.port, "--write", "system_type=41")
            self.assertEqual(done.returncode, 1)
            self.assertEqual(done.stderr, "metertwin-cli: exception 03, illegal data value (writing 41 "
                                          "to register 130); system_type allows 10;11;12;31;40\n")

    def test_refused_before_it_is_sent(self):
        for text, says in (("kw_total=1", "kw_total (3) cannot be written"),
                           ("ct_primary=1.5", "in steps of 1"), ("ct_primary=x", "\"x\" is no number"),
                           ("ct_primary", "NAME=VALUE"), ("all=1", "means 117 registers"),
                           ("nix=1", "no such register"), ("pt_ratio=700", "0 to 655.35")):
            done = cli("poll", "/nonexistent", "--write", text)
            self.assertEqual(done.returncode, 2, text)
            self.assertIn(says, done.stderr)


class Watching(unittest.TestCase):
    def test_log_and_statistics(self):
        with Meter("--tcp", "0") as meter, tempfile.TemporaryDirectory() as folder:
            log = os.path.join(folder, "log.csv")
            for lines in (5, 8):  # the second goes on with the file of the first
                done = poll(f"tcp://{meter.tcp}", "ct_primary", "kw_total", "ct_secondary", "--count",
                            "5" if lines == 5 else "3", "--period", "1ms", "--csv", log)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertIn("5 polls" if lines == 5 else "3 polls", done.stderr)
                self.assertIn("round trip ms:", done.stderr)
                self.assertIn("period ms:", done.stderr)
                with open(log, newline="") as file:
                    text = file.read()
                self.assertEqual(text.count("\r\n"), 1 + lines)
                found = list(csv.DictReader(text.splitlines()))
                self.assertEqual(list(found[0]), ["time", "ct_primary", "kw_total", "ct_secondary",
                                                  "error"])
                self.assertEqual([row["ct_primary"] for row in found], ["400"] * lines)
                self.assertEqual([row["ct_secondary"] for row in found], [""] * lines)
                times = [datetime.datetime.strptime(row["time"], "%Y-%m-%dT%H:%M:%S.%fZ")
                         for row in found]
                self.assertEqual(times, sorted(times))
            done = poll(f"tcp://{meter.tcp}", "kw_total", "--csv", log)
            self.assertEqual(done.returncode, 1)
            self.assertIn(f"{log}: has other columns", done.stderr)
            said = poll(f"tcp://{meter.tcp}", "ct_primary", "--count", "2", "--period", "1ms", "--csv",
                        "-").stdout.splitlines()
            self.assertEqual(said[0], "time,ct_primary,error")
            self.assertTrue(said[2].endswith("Z,400,"), said)

    def test_json_lines(self):
        with Meter("--tcp", "0") as meter:
            done = poll(f"tcp://{meter.tcp}", "config", "--count", "3", "--period", "1ms", "--json")
            lines = [json.loads(line) for line in done.stdout.splitlines()]
            self.assertEqual([line["registers"]["ct_primary"] for line in lines[:3]], [400] * 3)
            self.assertEqual(lines[3]["statistics"]["polls"], 3)
            self.assertEqual(lines[3]["statistics"]["requests"], 3)  # 129 to 154 is one block
            self.assertEqual(lines[3]["statistics"]["registers"], 3 * 26)

    def interrupted(self, *arguments):
        with Meter("--tcp", "0") as meter:
            process = subprocess.Popen([CLI, "poll", f"tcp://{meter.tcp}", "ct_primary", "--csv", "-",
                                        "--period", "1h", *arguments], stdout=subprocess.PIPE,
                                       stderr=subprocess.PIPE, text=True)
            while "Z," not in process.stdout.readline():
                pass
            process.send_signal(signal.SIGINT)
            said = process.communicate(timeout=PATIENCE)[1]
            self.assertIn("1 polls", said)
            return process.returncode

    def test_interrupt_ends_a_watch(self):
        self.assertEqual(self.interrupted("--watch"), 0)

    def test_interrupt_cuts_a_count_short(self):
        self.assertEqual(self.interrupted("--count", "1000"), 130)


class Trouble(unittest.TestCase):
    """Each way in which a slave or a line can fail, and what the user is told."""

    ANSWER = bytes([3, 2, 0, 40])

    def said(self, answer, scheme="rtutcp", retries="0", timeout="300ms", points=("130",)):
        with BadSlave(answer) as slave:
            done = cli("poll", f"{scheme}://{slave.address}", *points, "--retries", retries,
                       "--timeout", timeout)
            self.asked = len(slave.requests)
        return done

    def check(self, says, answer, **options):
        done = self.said(answer, **options)
        self.assertEqual(done.returncode, 1, done)
        self.assertIn(f"metertwin-cli: {says}", done.stderr)

    def test_rtu(self):
        whole = rtu(1, self.ANSWER)
        reading = "(reading register 130)"
        self.check(f"no answer within 300 ms {reading}", lambda *_: None)
        self.check(f"an answer with a wrong CRC {reading}", lambda *_: whole[:-1] + b"\x00")
        self.check("an answer that broke off after", lambda *_: whole[:4], timeout="5s")
        self.check("the connection was closed by the other side", lambda *_: "")
        self.check(f"an answer from another address {reading}", lambda *_: rtu(2, self.ANSWER),
                   timeout="5s")
        for code, text in ((1, "illegal function"), (2, "illegal data address"),
                           (3, "illegal data value"), (4, "server device failure"),
                           (6, "server device busy"), (11, "gateway target device failed")):
            self.check(f"exception {code:02X}, {text}", lambda *_, c=code: rtu(1, bytes([0x83, c])))

    def test_tcp(self):
        self.check("no answer within 300 ms", lambda *_: None, scheme="tcp")
        self.check("the connection was closed by the other side", lambda *_: "", scheme="tcp")
        self.check("an answer that does not fit the request", scheme="tcp",
                   answer=lambda request, _: mbap(0x7777, 1, self.ANSWER))
        self.check("exception 0A, gateway path unavailable", scheme="tcp",
                   answer=lambda r, _: mbap(r[0] << 8 | r[1], 1, bytes([0x83, 10])))

    def test_tries_again_and_succeeds(self):
        whole = rtu(1, self.ANSWER)
        for first in (None, "", whole[:-1] + b"\x00", rtu(1, b"\x83\x06")):
            done = self.said(lambda _, n, f=first: f if n <= 2 else whole, retries="2")
            self.assertEqual(done.returncode, 0, (first, done))
            self.assertEqual(self.asked, 3)
            self.assertIn("40", done.stdout)
        self.said(lambda *_: rtu(1, b"\x83\x02"), retries="5")
        self.assertEqual(self.asked, 1)  # an answer is an answer

    def test_a_register_that_is_not_there_costs_itself_only(self):
        words = {number: 0 if 138 <= number <= 141 else number for number in range(129, 155)
                 if number != 147}
        done = self.said(reader(words), scheme="tcp", points=("config", "--json"), timeout="20s")
        self.assertEqual(done.returncode, 1)
        got = json.loads(done.stdout)
        self.assertEqual(got["errors"], ["exception 02, illegal data address (reading register 147)"])
        self.assertEqual(len(got["registers"]), 25)
        self.assertEqual(got["registers"]["ct_primary"], 131)

    def test_scales_that_make_no_sense(self):
        words = {number: 9 for number in (3, 138, 139, 140, 141, 142)}
        done = self.said(reader(words), scheme="tcp", points=("3", "142"), timeout="20s")
        self.assertEqual(done.returncode, 1)
        self.assertIn("scale_i (138) reads 9; a scale is -4 to 4", done.stderr)
        self.assertEqual([line.split()[:3] for line in done.stdout.splitlines()[1:]],
                         [["3", "kw_total", "-"], ["142", "phase_loss_v_threshold", "9"]])

    def test_no_way_to_a_meter(self):
        for url, says in (("/no/such/tty", "cannot connect to /no/such/tty (19200 8N1, address 1): "
                                           "No such file or directory"),
                          ("tcp://127.0.0.1:1", "cannot connect to tcp 127.0.0.1:1 (unit 1): refused")):
            done = cli("poll", url)
            self.assertEqual(done.returncode, 1)
            self.assertIn(says, done.stderr)
            self.assertEqual(done.stderr.count("\n"), 1)

    def test_usage(self):
        for arguments, says in ((("poll",), "URL"), (("poll", "x://y"), "\"x\" is no way to a meter"),
                                (("poll", "/a", "nix"), "point \"nix\": there is no such register"),
                                (("poll", "/a", "60"), "the meter has no register there"),
                                (("poll", "/a", "--period", "0"), "duration '0' is not allowed"),
                                (("poll", "/a", "--function", "5"), "5"),
                                (("poll", "/a", "--timeout", "soon"), "'soon'")):
            done = cli(*arguments)
            self.assertEqual(done.returncode, 2, arguments)
            self.assertEqual(done.stdout, "")
            self.assertIn(says, done.stderr)


if __name__ == "__main__":
    unittest.main()
