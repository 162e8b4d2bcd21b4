"""Two foreign Modbus masters behind one face: pymodbus 3.0 and mbpoll.

Quirks: mbpoll's default parity is even, and it reports ids over RTU only; pymodbus 3.0 calls the
address `slave`, and `unit_id` where it takes a request object, and cuts time-outs to whole seconds.
"""

import re
import subprocess

from pymodbus.client import ModbusSerialClient, ModbusTcpClient
from pymodbus.mei_message import ReadDeviceInformationRequest
from pymodbus.other_message import ReportSlaveIdRequest
from pymodbus.transaction import ModbusRtuFramer, ModbusSocketFramer

from metertwin import PATIENCE


class Refused(Exception):
    """The meter answered with an exception; `code` is its number."""

    def __init__(self, code):
        super().__init__(f"exception {code}")
        self.code = code


class Pymodbus:
    def __init__(self, port):
        self.client = ModbusSerialClient(port=port, baudrate=19200, parity="N", stopbits=1,
                                         bytesize=8, timeout=2, retries=0)

    def __enter__(self):
        assert self.client.connect()
        return self

    def __exit__(self, *_):
        self.client.close()

    @staticmethod
    def _checked(answer):
        if not answer.isError():
            return answer
        code = getattr(answer, "exception_code", None)
        if code is None:
            raise AssertionError(f"no answer: {answer}")
        raise Refused(code)

    def read(self, register, count=1, function=3):
        """`register` as in the map, base 1."""
        ask = {3: self.client.read_holding_registers, 4: self.client.read_input_registers}[function]
        return self._checked(ask(register - 1, count, slave=1)).registers

    def write(self, register, value):
        self._checked(self.client.write_register(register - 1, value, slave=1))

    def write_many(self, register, values):
        self._checked(self.client.write_registers(register - 1, values, slave=1))

    def _execute(self, request):
        request.unit_id = 1
        return self._checked(self.client.execute(request))

    def report_id(self):
        """Id byte, status and text as they came."""
        return self._execute(ReportSlaveIdRequest()).identifier

    def device_identification(self, code, first=0):
        return self._execute(ReadDeviceInformationRequest(read_code=code, object_id=first))


class PymodbusTcp(Pymodbus):
    """At "host:port": Modbus/TCP, or RTU over TCP, where it waits its whole time-out for an answer
    to 2B, since it cannot tell its length."""

    def __init__(self, address, rtu=False):
        host, port = address.rsplit(":", 1)
        self.client = ModbusTcpClient(host, port=int(port), timeout=2 if rtu else 20, retries=0,
                                      framer=ModbusRtuFramer if rtu else ModbusSocketFramer)


class Mbpoll:
    def __init__(self, port):
        self.port = port
        self.common = ["mbpoll", "-m", "rtu", "-b", "19200", "-P", "none", "-a", "1", "-o", "2",
                       "-1", "-q"]

    def _run(self, *arguments):
        done = subprocess.run([*self.common, *arguments], capture_output=True, text=True,
                              stdin=subprocess.DEVNULL, timeout=PATIENCE)
        if done.returncode != 0:
            raise AssertionError(f"mbpoll {arguments}: {done.stdout}{done.stderr}")
        return done.stdout

    def _values(self, register, count, kind, convert):
        out = self._run("-t", kind, "-B", "-r", str(register), "-c", str(count), self.port)
        found = re.findall(r"^\[(\d+)\]:\s+(\S+)", out, re.MULTILINE)
        assert len(found) == count, out
        return [convert(text) for _, text in found]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def read(self, register, count=1, function=3):
        kind = {3: "4:hex", 4: "3:hex"}[function]
        return self._values(register, count, kind, lambda text: int(text, 16))

    def read_floats(self, register, count):
        return self._values(register, count, "4:float", float)

    def write(self, register, value):
        self.write_many(register, [value])

    def write_many(self, register, values):
        """Function 06 for one value, 10 for more."""
        self._run("-t", "4", "-r", str(register), self.port, "--", *map(str, values))

    def report_id(self):
        """What it prints."""
        return self._run("-u", self.port)


class MbpollTcp(Mbpoll):
    """At "host:port", Modbus/TCP."""

    def __init__(self, address):
        host, port = address.rsplit(":", 1)
        super().__init__(host)
        self.common = ["mbpoll", "-m", "tcp", "-p", port, "-a", "1", "-o", "10", "-1", "-q"]
