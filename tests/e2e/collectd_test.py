"""collectd's modbus plugin, an unattended poller: the real daemon, at the meter's pty and TCP port.

It reads every register of the map by function 03 or 04, and its csv plugin prints what it got.
Debian package: collectd-core.
"""

import math
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

from masters import PymodbusTcp
from metertwin import Meter, float_of, register_rows

PLUGIN = pathlib.Path("/usr/lib/collectd/modbus.so")
TYPES = {"UInt": "Uint16", "SInt": "Int16", "ULong": "Uint32", "Float": "Float"}
# No master can tell a reading from the mark of what is not valid but by knowing it.
ROWS = register_rows()

HEAD = """
Hostname "meter"
FQDNLookup false
Interval 1
BaseDir "{folder}"
PIDFile "{folder}/collectd.pid"
TypesDB "/usr/share/collectd/types.db"
LoadPlugin csv
LoadPlugin modbus
<Plugin csv>
  DataDir "stdout"
  StoreRates false
</Plugin>
<Plugin modbus>
"""
DATA = """
  <Data "{name}_{command}">
    RegisterBase {base}
    RegisterType {type}
    RegisterCmd {command}
    Type "gauge"
    Instance "{name}"
  </Data>
"""
HOST = """
  <Host "{name}">
    {where}
    Interval 1
    <Slave 1>
      Instance "{command}"
      {collect}
    </Slave>
  </Host>
"""


def configuration(folder, meter):
    text = HEAD.format(folder=folder)
    for command in ("ReadHolding", "ReadInput"):
        for name, row in ROWS.items():
            text += DATA.format(name=name, command=command, base=row["register"] - 1,
                                type=TYPES[row["format"]])
    host, port = meter.tcp.split(":")
    for name, where in (("tcp", f'Address "{host}"\n    Port "{port}"'),
                        ("pty", f'Device "{meter.port}"\n    Baudrate 19200')):
        for command in ("ReadHolding", "ReadInput"):
            collect = "\n      ".join(f'Collect "{row}_{command}"' for row in ROWS)
            if name == "pty" and command == "ReadInput":
                continue  # one daemon opens a line once
            text += HOST.format(name=name if command == "ReadHolding" else name + "_input",
                                where=where, command=command, collect=collect)
    return text + "</Plugin>\n"


def collected(daemon, wanted):
    """The first value of each of `wanted` (host, register)."""
    got = {}
    for line in daemon.stdout:
        found = re.match(r'PUTVAL "?([^/]+)/modbus-[^/]+/gauge-(\S+?)"? interval=\S+ \S+:(\S+)', line)
        if found:
            got.setdefault((found[1], found[2]), float(found[3]))
        if wanted <= got.keys():
            return got
    raise AssertionError(f"collectd ended: {sorted(wanted - got.keys())[:5]} are missing")


def raw_value(row, words):
    """As collectd prints it: no scale, and nothing about the mark of what is not valid."""
    if row["format"] == "Float":
        return float_of(*words)
    raw = words[0] if row["count"] == 1 else words[0] << 16 | words[1]
    return raw - 0x10000 if row["format"] == "SInt" and raw >= 0x8000 else raw


def read_all(meter):
    with PymodbusTcp(meter.tcp) as master:
        return {name: raw_value(row, master.read(row["register"], row["count"]))
                for name, row in ROWS.items()}


class Collectd(unittest.TestCase):
    def check(self, name, value, before, after):
        if math.isnan(before):
            self.assertTrue(math.isnan(value), name)
            return
        slack = 1 + 1e-4 * abs(after) if ROWS[name]["format"] != "Float" else 1e-3 * abs(after)
        self.assertGreaterEqual(value, min(before, after) - slack, name)
        self.assertLessEqual(value, max(before, after) + slack, name)

    def test_every_register_at_both_ports(self):
        with tempfile.TemporaryDirectory() as folder, \
                Meter("--tcp", 0, "--ideal", "--speed", 60) as meter:
            with PymodbusTcp(meter.tcp) as master:
                while float_of(*master.read(257, 2)) < 0.2:
                    pass
            before = read_all(meter)
            path = pathlib.Path(folder, "collectd.conf")
            path.write_text(configuration(folder, meter))
            daemon = subprocess.Popen(["/usr/sbin/collectd", "-f", "-C", str(path)], text=True,
                                      stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            try:
                hosts = ("tcp", "tcp_input", "pty")
                values = collected(daemon, {(host, name) for host in hosts for name in ROWS})
            finally:
                daemon.kill()
                daemon.communicate()
            after = read_all(meter)
        for (host, name), value in values.items():
            with self.subTest(host=host, register=name):
                self.check(name, value, before[name], after[name])


if __name__ == "__main__":
    if not PLUGIN.exists():
        print("skipped: collectd-core is not installed", flush=True)
        os._exit(77)
    unittest.main()
