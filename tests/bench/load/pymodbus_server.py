"""pymodbus's own server for comparison: pymodbus_server.py PORT. It meters nothing."""

import sys

from pymodbus.datastore import (ModbusSequentialDataBlock, ModbusServerContext,
                                ModbusSlaveContext)
from pymodbus.server import StartTcpServer

BLOCK = ModbusSequentialDataBlock(0, [0] * 7003)
STORE = ModbusSlaveContext(hr=BLOCK, ir=BLOCK, zero_mode=True)
StartTcpServer(context=ModbusServerContext(slaves=STORE, single=True),
               address=("127.0.0.1", int(sys.argv[1])))
