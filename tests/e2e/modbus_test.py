"""Foreign Modbus masters read over a pty what the program itself reports."""

import math
import unittest

from masters import Mbpoll, Pymodbus, Refused
from metertwin import Meter, float_of, register_rows

ROWS = register_rows()
STEADY = 1e-4  # relative; a steady, noiseless input still moves by the cut of the reading window
GROWING = ("kwh", "kvah", "kvarh", "_demand", "pulse_counter")  # between the read and the end


def growing(name):
    return any(word in name for word in GROWING)


def physical(row, words, scales):
    """A register by the book (meter.md 3.1, 3.4), independent of the program's own decoder."""
    if row["format"] == "Float":
        value = float_of(*words)
        return None if math.isnan(value) else value
    raw = words[0] if row["count"] == 1 else words[0] << 16 | words[1]
    if row["format"] == "UInt" and raw == 0x8000 or row["count"] == 2 and words == [0x8000, 0]:
        return None
    if row["format"] == "SInt" and raw >= 0x8000:
        return raw - 0x10000
    if row["scale"] in scales:
        return raw * 10.0 ** scales[row["scale"]]
    return raw * (float(row["scale"]) if row["scale"] else 1)


def settle(master):
    """Waits until the meter has counted 0.2 kWh: several reading windows at 86 kW."""
    for _ in range(2_000):
        if float_of(*master.read(257, 2)) > 0.2:
            return
    raise AssertionError("the meter does not count energy")


class Blocks(unittest.TestCase):
    """Everything a master reads against the JSON at the end of the same run."""

    def compare(self, name, value, registers):
        expected = registers[name]
        if expected is None or value is None:
            self.assertEqual(value, expected, name)
        elif growing(name):
            self.assertGreaterEqual(value, 0, name)
            self.assertLessEqual(value, expected, name)
        elif ROWS[name]["format"] == "Float" or not ROWS[name]["scale"]:
            self.assertAlmostEqual(value, expected, delta=abs(expected) * STEADY, msg=name)
        else:
            self.assertAlmostEqual(value, expected, delta=1.01 * self.count_of(name), msg=name)

    def count_of(self, name):
        scale = ROWS[name]["scale"]
        return 10.0 ** self.scales[scale] if scale in self.scales else float(scale)

    def read_all(self, read):
        words = dict(enumerate(read(1, 52), 1))
        words |= dict(enumerate(read(129, 26), 129))
        words |= dict(enumerate(read(257, 90), 257))
        words |= dict(enumerate(read(7001, 2), 7001))
        self.scales = {letter: physical(ROWS[f"scale_{letter.lower()}"],
                                        [words[ROWS[f"scale_{letter.lower()}"]["register"]]], {})
                       for letter in "IVWE"}
        values = {}
        for name, row in ROWS.items():
            own = [words[row["register"] + i] for i in range(row["count"])]
            values[name] = physical(row, own, self.scales)
        return values

    def check(self, open_reader):
        with Meter("--for", "120s", "--speed", 60, "--ideal", "--json") as meter:
            values = open_reader(meter.port)
            registers = meter.results()["registers"]
        self.assertEqual(set(values), set(registers))
        for name, value in values.items():
            with self.subTest(register=name):
                self.compare(name, value, registers)

    def test_pymodbus(self):
        def read(port):
            with Pymodbus(port) as master:
                settle(master)
                return self.read_all(master.read)
        self.check(read)

    def test_pymodbus_input_registers(self):
        def read(port):
            with Pymodbus(port) as master:
                settle(master)
                return self.read_all(lambda register, count: master.read(register, count, 4))
        self.check(read)

    def test_mbpoll(self):
        def read(port):
            master = Mbpoll(port)
            settle(master)
            return self.read_all(master.read)
        self.check(read)

    def test_mbpoll_floats(self):
        with Meter("--for", "120s", "--speed", 60, "--ideal", "--json") as meter:
            settle(Mbpoll(meter.port))
            kw, kvar, kva = Mbpoll(meter.port).read_floats(261, 3)
            registers = meter.results()["registers"]
        for name, value in (("f_kw_total", kw), ("f_kvar_total", kvar), ("f_kva_total", kva)):
            self.assertAlmostEqual(value, registers[name], delta=1e-4 * value, msg=name)


class Requests(unittest.TestCase):
    def test_requests_of_public_drivers(self):
        """clients.md: these reads must succeed, by wire address."""
        with Meter("--speed", 60) as meter, Pymodbus(meter.port) as master:
            for address, count in ((256, 6), (256, 18), (256, 48), (256, 54), (258, 52), (262, 2)):
                with self.subTest(address=address, count=count):
                    self.assertEqual(len(master.read(address + 1, count)), count)
            settle(master)
            words = master.read(257, 54)
            frequency = float_of(*words[50:52])
            self.assertAlmostEqual(frequency, 60.0, delta=0.005)
            for register in (1, 2):
                with self.assertRaises(Refused) as refused:
                    master.write(register, 1)
                self.assertEqual(refused.exception.code, 2)
        with Meter() as meter:
            self.assertEqual(len(Mbpoll(meter.port).read(257, 54)), 54)

    def test_two_hundred_in_a_row(self):
        for speed in ("1", "60", "max"):
            with self.subTest(speed=speed), Meter("--speed", speed) as meter:
                with Pymodbus(meter.port) as master:
                    for n in range(200):
                        self.assertEqual(master.read(130), [40], n)

    def test_clients_one_after_another(self):
        with Meter("--speed", "max") as meter:
            for _ in range(10):
                with Pymodbus(meter.port) as master:
                    self.assertEqual(master.read(130), [40])
                self.assertEqual(Mbpoll(meter.port).read(130), [40])


# meter.md 3.3, validation of writes, for the CT 400 A, 480 V, PT 1 of the default scenario:
#   register: (accepted, refused with exception 3); None: read-only, refused with exception 2
VALIDATION = {
    130: ((10, 11, 12, 31, 40), (0, 9, 13, 30, 41, 65535)),
    131: ((5, 5000, 400), (0, 4, 5001, 65535)),
    132: ((), (1, 3, 0x8000)),
    133: ((1, 32000, 100), (0, 32001, 65535)),
    134: ((82, 660, 480), (0, 81, 661, 32001)),
    135: None, 136: None, 138: None, 139: None, 140: None, 141: None,
    137: ((0, 1), (2, 65535)),
    142: ((1, 99, 10), (0, 100)),
    143: ((1, 99, 25), (0, 100)),
    144: ((10, 100, 10000, 1000), (0, 1, 11, 9999)),
    145: None, 146: None, 147: None, 148: None,
    149: ((2, 6, 1), (0, 7)),
    150: ((0, 10, 32767, 900), (1, 9, 32768)),
}


class Writes(unittest.TestCase):
    def check_row(self, master, register, accepted, refused):
        for value in accepted:
            master.write(register, value)
            self.assertEqual(master.read(register), [value], register)
        before = master.read(register)
        for value in refused:
            for write in (master.write, lambda r, v: master.write_many(r, [v])):
                with self.assertRaises(Refused, msg=f"{register} <- {value}") as answer:
                    write(register, value)
                self.assertEqual(answer.exception.code, 3, f"{register} <- {value}")
        self.assertEqual(master.read(register), before, register)

    def test_validation_table(self):
        with Meter() as meter, Pymodbus(meter.port) as master:
            for register, rule in VALIDATION.items():
                with self.subTest(register=register):
                    if rule is not None:
                        self.check_row(master, register, *rule)
                        continue
                    with self.assertRaises(Refused) as answer:
                        master.write(register, 1)
                    self.assertEqual(answer.exception.code, 2)

    def test_several_at_once_are_all_or_nothing(self):
        with Meter() as meter, Pymodbus(meter.port) as master:
            master.write_many(133, [1000, 4800])  # 134 fits 10:1 only
            self.assertEqual(master.read(133, 2), [1000, 4800])
            with self.assertRaises(Refused) as answer:
                master.write_many(133, [100, 4800])
            self.assertEqual(answer.exception.code, 3)
            self.assertEqual(master.read(133, 2), [1000, 4800])
            with self.assertRaises(Refused) as answer:
                master.write_many(134, [4800, 1])  # 135 is read-only
            self.assertEqual(answer.exception.code, 2)

    def test_mbpoll_writes(self):
        with Meter() as meter:
            master = Mbpoll(meter.port)
            master.write(131, 800)
            self.assertEqual(master.read(131), [800])


if __name__ == "__main__":
    unittest.main()
