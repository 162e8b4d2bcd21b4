"""Modbus/TCP and RTU over TCP, as pymodbus, mbpoll and a program that misuses them meet them."""

import socket
import unittest

from masters import Mbpoll, MbpollTcp, Pymodbus, PymodbusTcp, Refused
from metertwin import Meter, cli, float_of


class Masters(unittest.TestCase):
    def test_every_port_of_one_meter_says_the_same(self):
        with Meter("--tcp", 0, "--rtu-tcp", 0, "--ideal") as meter:
            with Pymodbus(meter.port) as line, PymodbusTcp(meter.tcp) as tcp, \
                    PymodbusTcp(meter.rtu_tcp, rtu=True) as rtu:
                for register, count in ((130, 16), (7001, 2), (137, 1)):
                    expected = line.read(register, count)
                    for master in (tcp, rtu):
                        self.assertEqual(master.read(register, count), expected)
                        self.assertEqual(master.read(register, count, function=4), expected)
                self.assertEqual(MbpollTcp(meter.tcp).read(130, 16), line.read(130, 16))

    def test_values(self):
        with Meter("--tcp", 0, "--ideal", "--speed", 60) as meter, PymodbusTcp(meter.tcp) as master:
            for _ in range(10_000):
                if float_of(*master.read(257, 2)) > 0.2:
                    break
            frequency = float_of(*master.read(307, 2))
            self.assertAlmostEqual(frequency, 60.0, delta=0.005)
            kw, kvar, kva = MbpollTcp(meter.tcp).read_floats(261, 3)
            self.assertAlmostEqual(kw, float_of(*master.read(261, 2)), delta=1e-4 * kw)
            self.assertAlmostEqual(kva ** 2, kw ** 2 + kvar ** 2, delta=1e-4 * kva ** 2)

    def test_writes_are_seen_at_every_port(self):
        with Meter("--tcp", 0, "--rtu-tcp", 0) as meter:
            with Pymodbus(meter.port) as line, PymodbusTcp(meter.tcp) as tcp, \
                    PymodbusTcp(meter.rtu_tcp, rtu=True) as rtu:
                masters = (line, tcp, rtu)
                for value, writer in enumerate(masters, start=110):
                    writer.write(131, value)
                    self.assertEqual([m.read(131) for m in masters], [[value]] * 3)
                    writer.write_many(142, [value - 90, 30])
                    self.assertEqual([m.read(142, 2) for m in masters], [[value - 90, 30]] * 3)
                    with self.assertRaises(Refused) as refused:
                        writer.write(130, 41)
                    self.assertEqual(refused.exception.code, 3)
            MbpollTcp(meter.tcp).write(131, 250)
            self.assertEqual(Mbpoll(meter.port).read(131), [250])


class Identity(unittest.TestCase):
    """meter.md 1.4; the object numbers are inferred there."""

    NAME = b"Leviton Series 4000R Power Meter Full Data Set"
    OBJECTS = {0: b"Leviton", 1: b"Series 4000", 2: b"V1.037"}

    def check(self, master):
        self.assertEqual(master.report_id(), b"\xf7\xff" + self.NAME)
        for code in (1, 2, 3):
            answer = master.device_identification(code)
            self.assertEqual(answer.information, self.OBJECTS)
            self.assertEqual(answer.conformity, 1)
        self.assertEqual(master.device_identification(4, 1).information, {1: b"Series 4000"})
        with self.assertRaises(Refused) as refused:
            master.device_identification(4, 9)
        self.assertEqual(refused.exception.code, 2)
        with self.assertRaises(Refused) as refused:
            master.device_identification(5)
        self.assertEqual(refused.exception.code, 3)

    def test_pymodbus(self):
        with Meter("--tcp", 0, "--rtu-tcp", 0) as meter:
            for master in (Pymodbus(meter.port), PymodbusTcp(meter.tcp)):
                with self.subTest(master=master.client), master:
                    self.check(master)
            with PymodbusTcp(meter.rtu_tcp, rtu=True) as master:
                self.assertEqual(master.report_id(), b"\xf7\xff" + self.NAME)
                self.assertEqual(master.device_identification(1).information, self.OBJECTS)

    def test_mbpoll(self):
        with Meter() as meter:
            said = Mbpoll(meter.port).report_id()
            for line in ("Length: 48", "Id    : 0xF7", "Status: On", self.NAME.decode()):
                self.assertIn(line, said)


class Addresses(unittest.TestCase):
    def test_in_use(self):
        with Meter("--tcp", 0) as meter:
            for option in ("--tcp", "--rtu-tcp"):
                done = cli("run", option, meter.tcp, "--for", "1s")
                self.assertEqual(done.returncode, 1)
                self.assertEqual(done.stdout, "")
                self.assertEqual(done.stderr.splitlines(), [
                    f"metertwin-cli: cannot listen on {meter.tcp}: Address already in use"])

    def test_not_of_this_machine(self):
        done = cli("run", "--tcp", "192.0.2.1:1502", "--for", "1s")
        self.assertEqual(done.returncode, 1)
        self.assertIn("cannot listen on 192.0.2.1:1502", done.stderr)
        self.assertEqual(len(done.stderr.splitlines()), 1)

    def test_no_address(self):
        for text in ("70000", "meter:502", "1.2.3:502", "x"):
            done = cli("run", "--tcp", text, "--for", "1s")
            self.assertEqual(done.returncode, 2, text)
            self.assertIn(f'"{text}"', done.stderr)
            self.assertEqual(len(done.stderr.splitlines()), 1)

    def test_loopback_unless_asked(self):
        with Meter("--tcp", 0, "--rtu-tcp", 0) as meter:
            self.assertTrue(meter.tcp.startswith("127.0.0.1:"))
            self.assertTrue(meter.rtu_tcp.startswith("127.0.0.1:"))
        with Meter("--tcp", "127.0.0.2:0") as meter:
            self.assertTrue(meter.tcp.startswith("127.0.0.2:"))

    def test_what_is_not_modbus(self):
        with Meter("--tcp", 0) as meter:
            host, port = meter.tcp.split(":")
            with socket.create_connection((host, int(port)), timeout=20) as client:
                client.sendall(b"GET / HTTP/1.1\r\n\r\n")
                try:
                    self.assertEqual(client.recv(100), b"")
                except ConnectionResetError:
                    pass
            with PymodbusTcp(meter.tcp) as master:
                self.assertEqual(master.read(130), [40])


if __name__ == "__main__":
    unittest.main()
