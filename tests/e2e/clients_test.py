"""Every client at every port with every function it knows: the table, and the blocks of drivers.

  client     port             03 04 06 10 11 2B
  pymodbus   pty, TCP          x  x  x  x  x  x
  pymodbus   RTU over TCP      x  x  x  x  x  x
  mbpoll     pty               x  x  x  x  x
  mbpoll     TCP               x  x  x  x
  libmodbus  pty, TCP          libmodbus_test.cpp
  npm        pty, TCP          npm_test.py
  collectd   pty, TCP          collectd_test.py
"""

import unittest

from masters import Mbpoll, MbpollTcp, Pymodbus, PymodbusTcp, Refused
from metertwin import Meter

NAME = b"Leviton Series 4000R Power Meter Full Data Set"
OBJECTS = {0: b"Leviton", 1: b"Series 4000", 2: b"V1.037"}
# clients.md: blocks that public drivers and FUXA ask for, by wire address; all must succeed.
BLOCKS = ((256, 6), (256, 18), (256, 48), (256, 54), (258, 52), (262, 2), (0, 52), (129, 25),
          (256, 44), (304, 42))


def clients(meter):
    return {"pymodbus pty": Pymodbus(meter.port),
            "pymodbus TCP": PymodbusTcp(meter.tcp),
            "pymodbus RTU over TCP": PymodbusTcp(meter.rtu_tcp, rtu=True),
            "mbpoll pty": Mbpoll(meter.port),
            "mbpoll TCP": MbpollTcp(meter.tcp)}


class Clients(unittest.TestCase):
    def each(self, check):
        with Meter("--tcp", 0, "--rtu-tcp", 0, "--ideal") as meter:
            for name, client in clients(meter).items():
                with self.subTest(client=name), client as master:
                    check(name, master)

    def test_reads_and_writes(self):
        def check(_, master):
            master.write_many(133, [100, 480])
            master.write(131, 400)
            self.assertEqual(master.read(131), [400])
            for function in (3, 4):
                self.assertEqual(master.read(130, 5, function=function),
                                 [40, 400, 0x8000, 100, 480])
            master.write(131, 250)
            master.write_many(133, [1000, 4800])
            self.assertEqual(master.read(130, 5), [40, 250, 0x8000, 1000, 4800])
        self.each(check)

    def test_blocks_of_public_drivers(self):
        def check(_, master):
            for address, count in BLOCKS:
                for function in (3, 4):
                    words = master.read(address + 1, count, function=function)
                    self.assertEqual(len(words), count, (address, count))
        self.each(check)

    def test_registers_1_and_2_are_not_a_preset(self):
        def check(name, master):
            refused = AssertionError if name.startswith("mbpoll") else Refused
            with self.assertRaises(refused) as one:
                master.write(1, 7)
            with self.assertRaises(refused) as both:
                master.write_many(1, [7, 7])
            for error in (one, both):
                self.assertEqual(getattr(error.exception, "code", 2), 2)
            self.assertEqual(master.read(1, 2)[0], 0)
        self.each(check)

    def test_identity(self):
        def check(name, master):
            if name == "mbpoll pty":
                self.assertIn(NAME.decode(), master.report_id())
            if name.startswith("pymodbus"):
                self.assertEqual(master.report_id(), b"\xf7\xff" + NAME)
                self.assertEqual(master.device_identification(1).information, OBJECTS)
        self.each(check)


if __name__ == "__main__":
    unittest.main()
