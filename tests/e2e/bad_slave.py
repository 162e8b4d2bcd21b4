"""A Modbus slave over TCP that answers as a test wants, for masters that have to cope with it."""

import socket
import socketserver
import struct
import threading


def crc16(data):
    crc = 0xFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0xA001 if crc & 1 else 0)
    return struct.pack("<H", crc)


def rtu(address, pdu):
    frame = bytes([address]) + pdu
    return frame + crc16(frame)


def mbap(transaction, unit, pdu):
    return struct.pack(">HHHB", transaction, 0, len(pdu) + 1, unit) + pdu


class BadSlave:
    """`with BadSlave(answer) as slave: … slave.address`. answer(request, n) gets the n-th request as
    it came, framing included, and returns the bytes to send: None for silence, "" to hang up."""

    def __init__(self, answer):
        slave = self
        self.requests = []

        class Handler(socketserver.BaseRequestHandler):
            def handle(self):
                while True:
                    try:
                        request = self.request.recv(300)
                    except ConnectionError:
                        return
                    if not request:
                        return
                    slave.requests.append(request)
                    said = answer(request, len(slave.requests))
                    if said == "":
                        self.request.shutdown(socket.SHUT_RDWR)
                        return
                    if said is not None:
                        self.request.sendall(said)

        self.server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.address = "127.0.0.1:%d" % self.server.server_address[1]

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()


def reader(words):
    """An answer for BadSlave, Modbus/TCP: function 03 and 04 over {register: word}; exception 02
    where there is none."""
    def answer(request, _):
        transaction, _, _, unit, function, start, count = struct.unpack(">HHHBBHH", request[:12])
        wanted = range(start + 1, start + 1 + count)
        if any(number not in words for number in wanted):
            return mbap(transaction, unit, bytes([function | 0x80, 2]))
        data = b"".join(struct.pack(">H", words[number]) for number in wanted)
        return mbap(transaction, unit, bytes([function, len(data)]) + data)
    return answer
