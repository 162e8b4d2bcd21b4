"""Configurations for other masters, held to what those masters accept.

Telegraf, Home Assistant and VOLTTRON do not install here: tables below say what they allow and where
that is written. collectd does, and polls our meter.
"""

import csv
import io
import json
import pathlib
import shutil
import subprocess
import tempfile
import time
import tomllib
import unittest

import yaml

from masters import PymodbusTcp
from metertwin import PATIENCE, Meter, cli, float_of, register_rows, scales_of

URLS = ("tcp://192.0.2.7:1502?unit=9", "rtu:///dev/ttyUSB0?baud=9600&parity=even&address=9",
        "rtutcp://192.0.2.7:1503?address=9")
SIZES = {"UINT16": 1, "INT16": 1, "UINT32": 2, "FLOAT32": 2, "uint16": 1, "int16": 1, "uint32": 2,
         "float32": 2, "float": 2, "UInt16": 1, "Int16": 1, "UInt32": 2, "Float32": 2}

# influxdata/telegraf, plugins/inputs/modbus/README.md and configuration_request.go
TELEGRAF = {
    "plugin": {"name", "interval", "slave_id", "timeout", "busy_retries", "busy_retries_wait",
               "controller", "baud_rate", "data_bits", "parity", "stop_bits", "transmission_mode",
               "configuration_type", "request"},
    "request": {"slave_id", "byte_order", "register", "measurement", "optimization", "fields"},
    "field": {"address", "name", "type", "scale", "output", "measurement", "omit"},
    "transmission_mode": {"TCP", "RTUoverTCP", "RTU"},
    "register": {"coil", "discrete", "holding", "input"},
    "type": {"INT16", "UINT16", "INT32", "UINT32", "INT64", "UINT64", "FLOAT32", "FLOAT64"},
}
# home-assistant/core, homeassistant/components/modbus/schemas.py; device classes with their units
# and state classes: homeassistant/components/sensor/const.py
HOME_ASSISTANT = {
    "serial": {"name", "type", "method", "port", "baudrate", "bytesize", "parity", "stopbits",
               "timeout", "sensors"},
    "ethernet": {"name", "type", "host", "port", "timeout", "sensors"},
    "type": {"tcp", "udp", "rtuovertcp"},
    "sensor": {"name", "unique_id", "slave", "address", "input_type", "data_type", "scan_interval",
               "scale", "offset", "precision", "nan_value", "device_class", "unit_of_measurement",
               "state_class"},
    "data_type": {"int16", "int32", "int64", "uint16", "uint32", "uint64", "float16", "float32",
                  "float64"},
    "device_class": {"energy": {"kWh", "Wh", "MWh"}, "power": {"W", "kW"}, "apparent_power": {"VA"},
                     "reactive_power": {"var"}, "voltage": {"V", "mV"}, "current": {"A", "mA"},
                     "frequency": {"Hz", "kHz"}, "power_factor": {"%", None}, None: None},
}
# VOLTTRON/volttron, .../platform_driver/interfaces/modbus_tk/__init__.py and maps/__init__.py
VOLTTRON = {
    "driver_config": {"name", "device_type", "device_address", "port", "slave_id", "baudrate",
                      "bytesize", "parity", "stopbits", "xonxoff", "addressing", "endian",
                      "write_multiple_registers", "register_map"},
    "columns": {"Volttron Point Name", "Register Name", "Address", "Type", "Units", "Writable",
                "Default Value", "Transform", "Table", "Mixed Endian", "Description"},
    "type": {"bool", "char", "int16", "uint16", "int32", "uint32", "int64", "uint64", "float"},
    "table": {"discrete_output_coils", "discrete_input_contacts", "analog_input_registers",
              "analog_output_holding_registers"},
}


def exported(form, *arguments):
    done = cli("map", "--format", form, *arguments)
    if done.returncode != 0:
        raise AssertionError(done.stderr)
    return done.stdout


class Configurations(unittest.TestCase):
    ROWS = register_rows()

    def measured(self, form):
        """Names that a configuration holds: one form, nothing reserved, nothing twice."""
        return [name for name, row in self.ROWS.items()
                if (row["format"] == "Float" if form == "float" else row["register"] <= 52)
                and "reserved" not in name and not name.endswith("_dup")]

    def check_place(self, name, address, size, base=0):
        row = self.ROWS[name]
        self.assertEqual(address, row["register"] - 1 + base, name)
        self.assertEqual(size, row["count"], name)

    def every(self):
        for url in URLS:
            for form in ("float", "integer"):
                for function in ("3", "4"):
                    with self.subTest(url=url, form=form, function=function):
                        yield (url, form, function,
                               ("--url", url, "--form", form, "--function", function, "--interval",
                                "15", "--name", "main"))

    def test_telegraf(self):
        for url, form, function, options in self.every():
            plugin, = tomllib.loads(exported("telegraf", *options))["inputs"]["modbus"]
            self.assertLessEqual(set(plugin), TELEGRAF["plugin"])
            self.assertEqual(plugin["configuration_type"], "request")
            self.assertIn(plugin["transmission_mode"], TELEGRAF["transmission_mode"])
            self.assertEqual(plugin["controller"], {
                "tcp": "tcp://192.0.2.7:1502", "rtu": "file:///dev/ttyUSB0",
                "rtutcp": "tcp://192.0.2.7:1503"}[url.split(":")[0]])
            if url.startswith("rtu:"):
                self.assertEqual((plugin["baud_rate"], plugin["parity"]), (9600, "E"))
            request, = plugin["request"]
            self.assertLessEqual(set(request), TELEGRAF["request"])
            self.assertEqual((request["slave_id"], request["byte_order"]), (9, "ABCD"))
            self.assertEqual(request["register"], "holding" if function == "3" else "input")
            self.assertEqual([f["name"] for f in request["fields"]], self.measured(form))
            for field in request["fields"]:
                self.assertLessEqual(set(field), TELEGRAF["field"])
                self.assertIn(field["type"], TELEGRAF["type"])
                self.check_place(field["name"], field["address"], SIZES[field["type"]])

    def test_home_assistant(self):
        for url, form, function, options in self.every():
            hub, = yaml.safe_load(exported("home-assistant", *options))["modbus"]
            serial = url.startswith("rtu:")
            self.assertEqual(set(hub), HOME_ASSISTANT["serial" if serial else "ethernet"])
            if serial:
                self.assertEqual((hub["type"], hub["parity"], hub["stopbits"]), ("serial", "E", 1))
            else:
                self.assertIn(hub["type"], HOME_ASSISTANT["type"])
            self.assertEqual([s["unique_id"] for s in hub["sensors"]],
                             ["main_" + name for name in self.measured(form)])
            names = [s["name"] for s in hub["sensors"]]
            self.assertEqual(len(set(names)), len(names))
            self.assertEqual(names, [name.strip() for name in names])
            for sensor in hub["sensors"]:
                self.check_sensor(sensor, function)

    def check_sensor(self, sensor, function):
        self.assertLessEqual(set(sensor), HOME_ASSISTANT["sensor"])
        self.assertIn(sensor["data_type"], HOME_ASSISTANT["data_type"])
        self.assertEqual(sensor["input_type"], "holding" if function == "3" else "input")
        self.assertGreaterEqual(sensor["scan_interval"], 5)
        self.check_place(sensor["unique_id"][5:], sensor["address"], SIZES[sensor["data_type"]])
        units = HOME_ASSISTANT["device_class"][sensor.get("device_class")]
        if units:
            self.assertIn(sensor.get("unit_of_measurement"), units, sensor)
        total = self.ROWS[sensor["unique_id"][5:]]["units"] in ("kWh", "kVAh", "kVARh", "pulses")
        self.assertEqual(sensor["state_class"], "total_increasing" if total else "measurement")

    def test_volttron(self):
        for url, form, function, options in self.every():
            if url.startswith("rtutcp"):
                done = cli("map", "--format", "volttron", *options)
                self.assertEqual(done.returncode, 1)
                self.assertIn("no RTU over TCP", done.stderr)
                continue
            config = json.loads(exported("volttron", *options))
            self.assertEqual(config["registry_config"], "config://main.csv")
            self.assertEqual((config["driver_type"], config["interval"]), ("modbus_tk", 15))
            driver = config["driver_config"]
            self.assertLessEqual(set(driver), VOLTTRON["driver_config"])
            self.assertEqual((driver["endian"], driver["addressing"]), ("big", "offset"))
            self.assertEqual(driver["port"], 0 if url.startswith("rtu:") else 1502)
            rows = list(csv.DictReader(io.StringIO(exported("volttron-registry", *options))))
            self.assertLessEqual(set(rows[0]), VOLTTRON["columns"])
            names = [row["Register Name"] for row in rows]
            scales = ["scale_i", "scale_v", "scale_w", "scale_e"] if form == "integer" else []
            self.assertEqual(names, self.measured(form) + scales)
            for row in rows:
                self.assertIn(row["Type"], VOLTTRON["type"])
                self.assertIn(row["Table"], VOLTTRON["table"])
                self.assertRegex(row["Transform"], r"^(|(scale|scale_reg_pow_10)\([a-zA-Z0-9_.]+\))$")
                self.check_place(row["Register Name"], int(row["Address"]), SIZES[row["Type"]])

    def test_fuxa(self):
        for url, form, function, options in self.every():
            project = json.loads(exported("fuxa", *options))
            device, = project["devices"].values()
            self.assertEqual(device["type"], "ModbusRTU" if url.startswith("rtu:") else "ModbusTCP")
            self.assertEqual([tag["name"] for tag in device["tags"].values()], self.measured(form))
            for key, tag in device["tags"].items():
                self.assertEqual(key, tag["id"])
                self.assertEqual(tag["memaddress"], "400000" if function == "3" else "300000")
                self.check_place(tag["name"], int(tag["address"]), SIZES[tag["type"]], base=1)

    def test_node_red(self):
        for url, form, function, options in self.every():
            flow = json.loads(exported("node-red", *options))
            ids = {node["id"]: node for node in flow}
            self.assertEqual(len(ids), len(flow))
            reads = [node for node in flow if node["type"] == "modbus-read"]
            for node in reads:
                self.assertEqual(ids[node["server"]]["type"], "modbus-client")
                self.assertEqual(node["dataType"],
                                 "HoldingRegister" if function == "3" else "InputRegister")
                self.assertEqual(ids[node["wires"][0][0]]["type"], "function")
            spans = [(int(n["adr"]), int(n["adr"]) + int(n["quantity"])) for n in reads]
            for name in self.measured(form):
                first = self.ROWS[name]["register"] - 1
                self.assertTrue(any(a <= first and first + self.ROWS[name]["count"] <= b
                                    for a, b in spans), name)

    def test_scales_are_those_asked_for(self):
        options = ("--form", "integer", "--scales", "-1,0,1,-2", "i_a", "v_an", "kw_total", "1",
                   "frequency", "scale_w")
        plugin, = tomllib.loads(exported("telegraf", *options))["inputs"]["modbus"]
        fields = plugin["request"][0]["fields"]
        self.assertEqual([field.get("scale") for field in fields], [0.1, None, 10.0, 0.01, 0.01, None])
        self.assertEqual(fields[5]["type"], "INT16")
        tags = json.loads(exported("fuxa", *options))["devices"]["d_meter"]["tags"]
        self.assertEqual([tag.get("divisor") for tag in tags.values()],
                         [10, None, 0.1, 100, 100, None])
        sensors = yaml.safe_load(exported("home-assistant", *options))["modbus"][0]["sensors"]
        self.assertEqual([s.get("scale") for s in sensors], [0.1, None, 10, 0.01, 0.01, None])
        self.assertEqual([s.get("nan_value") for s in sensors],
                         [0x8000, 0x8000, 0x8000, 0x80000000, 0x8000, None])

    def test_bad_options(self):
        for options, says in ((("--url", "x://y"), "\"x\""), (("--scales", "1,2,3"), "\"1,2,3\""),
                              (("--scales", "1,2,3,5"), "-4 to 4"), (("--scales", "0,0,0,x"), "x"), (("--name", "a b"), "\"a b\""),
                              (("--interval", "0"), "0"), (("nix",), "no such register")):
            done = cli("map", "--format", "telegraf", *options)
            self.assertEqual(done.returncode, 2, options)
            self.assertIn(says, done.stderr)
        done = cli("map", "--format", "collectd", "--url", URLS[1])
        self.assertEqual(done.returncode, 1)
        self.assertIn("8N1 lines only", done.stderr)


@unittest.skipUnless(shutil.which("collectd"), "no collectd here (Debian package collectd-core)")
class Collectd(unittest.TestCase):
    """Polls our meter with the configuration that we made for it."""

    def collect(self, url, form, scales, folder):
        """{register: latest value} as collectd's csv plugin wrote them."""
        extra = f"""
BaseDir "{folder}"
PIDFile "{folder}/pid"
TypesDB "/usr/share/collectd/types.db"
PluginDir "/usr/lib/collectd"
Interval 1
LoadPlugin csv
<Plugin csv>
  DataDir "{folder}/csv"
  StoreRates false
</Plugin>
"""
        path = pathlib.Path(folder, "collectd.conf")
        path.write_text(extra + exported("collectd", "--url", url, "--form", form, "--interval", "1",
                                         "--scales", scales))
        process = subprocess.Popen(["collectd", "-f", "-C", path], stdout=subprocess.DEVNULL,
                                   stderr=subprocess.PIPE, text=True)
        names = [n for n, row in Configurations.ROWS.items() if "reserved" not in n and "_dup" not in n
                 and (row["format"] == "Float" if form == "float" else row["register"] <= 52)]
        try:
            return self.wait_for_values(pathlib.Path(folder, "csv"), names, process)
        finally:
            process.terminate()
            process.communicate(timeout=PATIENCE)

    def wait_for_values(self, data, names, process):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and process.poll() is None:
            found = {}
            for file in data.rglob("*-20*"):
                lines = file.read_text().splitlines()
                name = file.name.split("-", 1)[1].rsplit("-", 3)[0]
                if len(lines) > 1:
                    found[name] = float(lines[-1].split(",")[1])
            if set(found) >= set(names):
                return found
            time.sleep(0.05)
        self.fail(f"collectd wrote {len(found)} of {len(names)}")

    def test_reads_what_the_meter_shows(self):
        with Meter("--tcp", "0", "--ideal", "--speed", "60") as meter, \
                PymodbusTcp(meter.tcp) as master:
            while not float_of(*master.read(257, 2)) > 0.2:
                pass
            scales = scales_of(meter.tcp)
            for form in ("float", "integer"):
                with tempfile.TemporaryDirectory() as folder:
                    got = self.collect(f"tcp://{meter.tcp}", form, scales, folder)
                shown = json.loads(cli("poll", f"tcp://{meter.tcp}", *got, "--json").stdout)
                for name, value in got.items():
                    now = shown["registers"][name]
                    if Configurations.ROWS[name]["units"].endswith("h"):
                        self.assertLessEqual(value, now + 1e-3, name)  # it only grows
                    elif "demand" not in name and "pulse" not in name:
                        self.assertAlmostEqual(value, now, delta=0.005 * now + 0.05, msg=name)


if __name__ == "__main__":
    unittest.main()
