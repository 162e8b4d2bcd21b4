"""The line as clients with settings of their own meet it: rates, parity, a serial device, RFC 2217,
several meters. pyserial and mbpoll are the judges."""

import os
import pathlib
import re
import select
import socket
import subprocess
import tempfile
import tty
import unittest

import serial

from metertwin import CLI, PATIENCE, SOURCE, Meter, cli, cli_json

ASK = bytes.fromhex("0103008100 01d422")       # reads register 130 of address 1
ANSWER = bytes.fromhex("010302 0028b85a")      # 40
RATES = (1200, 2400, 4800, 9600, 19200, 38400)
SILENCE = 0.5  # seconds until a client gives up; only those who are not understood use it up
BUS = SOURCE / "resources/buses"


class Bus:
    """`run` with these options: `with Bus("--rfc2217", 0) as bus: bus.address("RFC 2217")`."""

    def __init__(self, *options):
        self.options = [str(option) for option in options]

    def __enter__(self):
        self.process = subprocess.Popen([CLI, "run", *self.options], stdin=subprocess.DEVNULL,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.said = [self.process.stdout.readline()]
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.communicate()

    def address(self, what):
        """Of the port whose line tells of `what`."""
        while what not in self.said[-1]:
            line = self.process.stdout.readline()
            assert line.startswith("listening on "), self.said + [self.process.stderr.read()]
            self.said.append(line)
        return self.said[-1].split()[2]


def ask(port, patience=PATIENCE, **settings):
    with serial.serial_for_url(port, timeout=patience, **settings) as line:
        line.write(ASK)
        return line.read(len(ANSWER))


def mbpoll(port, *options):
    done = subprocess.run(["mbpoll", "-m", "rtu", "-P", "none", "-o", "2", "-1", "-q", *options,
                           port], capture_output=True, text=True, stdin=subprocess.DEVNULL,
                          timeout=PATIENCE)
    return done.returncode, re.findall(r"^\[(\d+)\]:\s+(\S+)", done.stdout, re.MULTILINE)


class Understood(unittest.TestCase):
    def check(self, port, is_understood, **settings):
        answer = ask(port, PATIENCE if is_understood else SILENCE, **settings)
        self.assertEqual(answer, ANSWER if is_understood else b"")


class Rates(Understood):
    def test_only_the_meters_own_is_answered(self):
        with Meter() as meter:
            for rate in RATES:
                with self.subTest(rate=rate):
                    self.check(meter.port, rate == 19200, baudrate=rate)
            self.assertEqual(ask(meter.port, baudrate=19200, stopbits=2), ANSWER)

    def test_any_rate_where_that_is_asked_for(self):
        with Meter("--any-baud") as meter:
            for rate in (1200, 38400, 115200):
                self.assertEqual(ask(meter.port, baudrate=rate), ANSWER)

    def test_mbpoll_at_the_wrong_rate_gives_up(self):
        with Meter() as meter:
            self.assertEqual(mbpoll(meter.port, "-b", "9600", "-o", "0.5", "-r", "130")[1], [])
            self.assertEqual(mbpoll(meter.port, "-b", "19200", "-r", "130")[1], [("130", "40")])

    def test_a_client_that_sets_nothing_is_understood(self):
        with Bus("--bus", BUS / "four-feeders.toml") as bus:
            line = os.open(bus.address("38400 8N1"), os.O_RDWR | os.O_NOCTTY)
            try:
                os.write(line, ASK)
                answer = b""
                while len(answer) < len(ANSWER) and select.select([line], [], [], PATIENCE)[0]:
                    answer += os.read(line, 100)
            finally:
                os.close(line)
            self.assertEqual(answer, ANSWER)


class Rfc2217(Understood):
    def test_settings_of_the_meter_are_answered_others_not(self):
        with Bus("--rfc2217", 0) as bus:
            url = "rfc2217://" + bus.address("RFC 2217")
            right = {"baudrate": 19200, "parity": "N"}
            self.assertEqual(ask(url, **right), ANSWER)
            for wrong in ({"parity": "E"}, {"parity": "O"}, {"parity": "S"}, {"bytesize": 7},
                          {"baudrate": 9600}, {"baudrate": 38400}, {"baudrate": 115200}):
                with self.subTest(**wrong):
                    self.check(url, False, **{**right, **wrong})
            self.assertEqual(ask(url, stopbits=2, **right), ANSWER)

    def test_every_parity_of_a_meter(self):
        parities = {"none": "N", "even": "E", "odd": "O"}
        for name, own in parities.items():
            with tempfile.NamedTemporaryFile("w", suffix=".toml") as file:
                file.write(f'[[meter]]\naddress = 1\nbaud = 9600\nparity = "{name}"\n')
                file.flush()
                with Bus("--rfc2217", 0, "--bus", file.name) as bus:
                    url = "rfc2217://" + bus.address(f"RFC 2217, 9600 8{own}1")
                    for theirs in parities.values():
                        with self.subTest(own=own, theirs=theirs):
                            self.check(url, own == theirs, baudrate=9600, parity=theirs)

    def test_lines_and_buffers(self):
        with Bus("--rfc2217", 0) as bus:
            url = "rfc2217://" + bus.address("RFC 2217")
            with serial.serial_for_url(url, baudrate=19200, timeout=PATIENCE) as line:
                self.assertTrue(line.cts and line.dsr and line.cd)
                line.dtr = False
                line.rts = False
                line.break_condition = True
                line.break_condition = False
                line.reset_input_buffer()
                line.reset_output_buffer()
                line.write(ASK)
                self.assertEqual(line.read(len(ANSWER)), ANSWER)

    def test_is_on_loopback_unless_asked(self):
        with Bus("--rfc2217", 0) as bus:
            self.assertTrue(bus.address("RFC 2217").startswith("127.0.0.1:"))

    def test_garbage(self):
        with Bus("--rfc2217", 0) as bus:
            host, port = bus.address("RFC 2217").split(":")
            with socket.create_connection((host, int(port)), timeout=PATIENCE) as client:
                client.sendall(b"\xff\xfa\x2c\x01" + bytes(range(255)) * 400)
                client.shutdown(socket.SHUT_WR)
                while client.recv(1000):  # until it has been read and the port is free again
                    pass
            self.assertEqual(ask(f"rfc2217://{host}:{port}", baudrate=19200), ANSWER)


class SerialDevice(unittest.TestCase):
    """A pseudo terminal stands for the device: its other end is the cable."""

    def test_answers_on_it(self):
        cable, device = os.openpty()
        try:
            tty.setraw(device)
            with Bus("--serial", os.ttyname(device)) as bus:
                self.assertEqual(bus.address("19200 8N1").split()[0], bus.said[0].split()[2])
                bus.address(os.ttyname(device))
                os.write(cable, ASK)
                answer = b""
                while len(answer) < len(ANSWER) and select.select([cable], [], [], PATIENCE)[0]:
                    answer += os.read(cable, 100)
                self.assertEqual(answer, ANSWER)
        finally:
            os.close(cable)
            os.close(device)

    def test_what_is_none(self):
        for path, says in (("/nowhere/tty", "No such file"), ("/dev/null", "/dev/null")):
            done = cli("run", "--serial", path, "--for", "1s")
            self.assertEqual(done.returncode, 1)
            self.assertIn(says, done.stderr)
            self.assertEqual(len(done.stderr.splitlines()), 1)


class SeveralMeters(unittest.TestCase):
    def test_each_has_its_own_installation(self):
        with Bus("--bus", BUS / "four-feeders.toml", "--tcp", 0) as bus:
            port = bus.address("38400 8N1, 4 meters, addresses 1 2 3 4")
            for address in range(1, 5):
                code, values = mbpoll(port, "-b", "38400", "-a", str(address), "-r", "130")
                self.assertEqual((code, values), (0, [("130", "40")]), address)
            self.assertEqual(mbpoll(port, "-b", "38400", "-a", "5", "-o", "0.5", "-r", "130")[1],
                             [])
            host, tcp = bus.address("Modbus/TCP, 4 meters, units 1 2 3 4").split(":")
            for unit, code in ((1, 0), (4, 0), (5, 1), (0, 1), (255, 1)):
                done = subprocess.run(["mbpoll", "-m", "tcp", "-p", tcp, "-a", str(unit), "-1",
                                       "-q", "-r", "130", host], capture_output=True, text=True,
                                      stdin=subprocess.DEVNULL, timeout=PATIENCE, check=False)
                if unit in (0, 255) and "Invalid argument" in done.stdout + done.stderr:
                    continue  # mbpoll itself refuses some units
                found = "[130]:" in done.stdout
                self.assertEqual(found, code == 0, f"unit {unit}: {done.stdout}{done.stderr}")

    def test_a_fault_of_one_meters_scenario_is_that_meters(self):
        """Said in words, in silence and by an exception; the neighbours answer as ever."""
        with tempfile.TemporaryDirectory() as folder:
            pathlib.Path(folder, "busy.toml").write_text("[[fault]]\nkind = 'busy'\n")
            pathlib.Path(folder, "mute.toml").write_text("[[fault]]\nkind = 'no-answer'\n")
            pathlib.Path(folder, "bus.toml").write_text(
                "[[meter]]\naddress = 3\n"
                "[[meter]]\naddress = 4\nscenario = 'busy.toml'\n"
                "[[meter]]\naddress = 5\nscenario = 'mute.toml'\n"
                "[[meter]]\naddress = 6\n")
            with Bus("--bus", pathlib.Path(folder, "bus.toml")) as bus:
                port = bus.address("19200 8N1, 4 meters, addresses 3 4 5 6")
                for address, answered in ((3, True), (4, False), (5, False), (6, True), (3, True)):
                    done = subprocess.run(
                        ["mbpoll", "-m", "rtu", "-b", "19200", "-P", "none", "-o", "1", "-1", "-q",
                         "-a", str(address), "-r", "130", port], capture_output=True, text=True,
                        stdin=subprocess.DEVNULL, timeout=PATIENCE, check=False)
                    said = done.stdout + done.stderr
                    self.assertEqual("[130]:" in said, answered, f"{address}: {said}")
                    if address == 4:
                        self.assertIn("busy", said.lower())
                    if address == 5:
                        self.assertIn("timed out", said.lower())

    def test_results_of_every_meter(self):
        run = cli_json("run", "--meter", "@7", "--meter",
                       SOURCE / "resources/scenarios/unbalance.toml", "--for", "5s")
        self.assertEqual([meter["address"] for meter in run["meters"]], [7, 8])
        first, second = (meter["registers"]["f_kw_total"] for meter in run["meters"])
        self.assertNotAlmostEqual(first, second, places=1)
        alone = cli_json("run", "--for", "5s")
        self.assertEqual(run["meters"][0]["registers"]["f_kw_total"],
                         alone["registers"]["f_kw_total"])

    def test_two_at_one_address_garble(self):
        with Bus("--meter", "@1", "--meter", "@1") as bus:
            answer = ask(bus.address("2 meters, addresses 1 1"), SILENCE, baudrate=19200)
            self.assertNotEqual(answer, ANSWER)
            self.assertEqual(mbpoll(bus.address("19200"), "-b", "19200", "-o", "0.5", "-r",
                                    "130")[1], [])

    def test_errors(self):
        for options, code, says in (
                (("--bus", "/nowhere.toml"), 1, "/nowhere.toml: cannot open"),
                (("--meter", "@300"), 2, 'meter "@300" is not allowed'),
                (("--meter", "@1", "--scenario", "x.toml"), 2, "excludes"),
                (("--tcp-idle", "x"), 2, "--tcp-idle"),
                (("--tcp-clients", "0"), 2, "--tcp-clients")):
            done = cli("run", *options, "--for", "1s")
            self.assertEqual(done.returncode, code, done.stderr)
            self.assertIn(says, done.stderr)
            self.assertEqual(len(done.stderr.splitlines()), 1)


if __name__ == "__main__":
    unittest.main()
