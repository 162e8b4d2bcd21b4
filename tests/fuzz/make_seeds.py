#!/usr/bin/env python3
"""Writes the first inputs of every fuzz target into a folder: make_seeds.py CORPUS

They are test vectors of this repository in the shape each target reads (see the head of its .cpp).
What a fuzzer has found is added beside them by ./dev fuzz --merge.
"""

import pathlib
import struct
import sys

SOURCE = pathlib.Path(__file__).resolve().parents[2]

# Requests of the table of functions, right and wrong (tests/core/modbus/pdu_test.cpp).
PDUS = [bytes.fromhex(text) for text in """
03 0081 0003|04 0081 0003|03 0100 0036|03 0000 0034|03 0102 0034|03 1b58 0002|06 0082 0190
10 0081 0002 04 001f 0190|10 0084 0002 04 00c8 0528|06 0080 757e|06 0080 52db|06 0080 52dc
06 0080 4072|11|2b 0e 01 00|2b 0e 04 01|2b 0e 04 09|2b 0d 01 00|07|03 0000 007e|03 0034 0001
10 0000 0002 04 0001 0002|06 0081 000d|16 ffff ffff ffff
""".replace("\n", "|").strip("|").split("|")]


def crc(data):
    value = 0xFFFF
    for byte in data:
        value ^= byte
        for _ in range(8):
            value = value >> 1 ^ (0xA001 if value & 1 else 0)
    return data + struct.pack("<H", value)


def pdu():
    yield "every_function", b"".join(bytes([len(p)]) + p for p in PDUS)
    for n, p in enumerate(PDUS):
        yield f"request_{n:02}", bytes([len(p)]) + p


def slave():
    deadline, noise = b"\x03", b"\x00\x55"
    for line in range(16):
        frames = b"".join(bytes([(len(p) + 1) << 2 | 2, 7]) + p + deadline * 2 for p in PDUS)
        yield f"every_function_{line:02}", bytes([line]) + frames
    yield "broadcast", b"\x04" + bytes([6 << 2 | 2, 0]) + PDUS[6][:5] + deadline
    yield "foreign", b"\x05" + bytes([6 << 2 | 2, 9]) + PDUS[0][:5] + deadline
    frame = bytes([6 << 2 | 2, 7]) + PDUS[0]
    for line in (4, 5):
        yield f"noise_{line}", bytes([line]) + noise + b"\x19" + noise + frame


def mbap():
    def frame(p, unit=1, transaction=1, protocol=0):
        return struct.pack(">HHHB", transaction, protocol, len(p) + 1, unit) + p
    stream = b"".join(frame(p, 7, n) for n, p in enumerate(PDUS))
    yield "every_function", b"\x00" + stream
    yield "in_pieces", b"\x05\x00\x01\x05\x06\x20" + stream
    yield "units", b"\x00" + b"".join(frame(PDUS[0], unit) for unit in (0, 255, 9))
    yield "protocol", b"\x00" + frame(PDUS[0], 7, 2, 5) + frame(PDUS[0], 7)
    yield "no_length", b"\x00" + b"\x00\x01\x00\x00\xff\xff\x07\x03"


def rtu_stream():
    frames = [crc(b"\x07" + p) for p in PDUS]
    yield "every_function", b"".join(bytes([0x80 | len(f)]) + f for f in frames)
    yield "glued", bytes([len(frames[0] + frames[6])]) + frames[0] + frames[6]
    yield "in_pieces", b"\x03" + frames[0][:3] + bytes([len(frames[0]) - 3]) + frames[0][3:]
    yield "broadcast", bytes([8]) + crc(b"\x00" + PDUS[6])
    yield "noise", b"\x04noise"[:5] + bytes([0x80 | len(frames[0])]) + frames[0]


def rfc2217():
    def command(code, value=b""):
        return b"\xff\xfa\x2c" + bytes([code]) + value.replace(b"\xff", b"\xff\xff") + b"\xff\xf0"
    hello = b"\xff\xfb\x2c\xff\xfd\x2c\xff\xfd\x03\xff\xfb\x00\xff\xfd\x00"
    settings = (command(1, struct.pack(">I", 19200)) + command(2, b"\x08") + command(3, b"\x03") +
                command(4, b"\x01") + command(5, b"\x08"))
    request = crc(b"\x01" + PDUS[0])
    yield "pyserial", b"\x00" + hello + settings + request
    yield "in_pieces", b"\x06\x00\x01\x02\x03\x04\x05" + hello + settings + request
    for name, value in (("every_command", b"\xff\x01\x02\x03"), ("questions", bytes(4))):
        yield name, b"\x00" + hello + b"".join(command(n, value) for n in range(14))
    masks = command(10, b"\xff") + command(11, b"\x00")
    yield "mask_and_purge", b"\x00" + hello + masks + command(12, b"\x03")
    yield "too_long", b"\x00" + command(0, bytes(80)) + b"data"
    yield "refused_options", b"\x00\xff\xfd\x01\xff\xfb\x18\xff\xfe\x01\xff\xf1\xff\xff"
    yield "no_end", b"\x00\xff\xfa\x2c\x01\xff\x01"


def scenario():
    for path in sorted((SOURCE / "resources/scenarios").glob("*.toml")):
        yield path.stem, path.read_bytes()
    yield "wrong_type", b"[meter]\nct_primary = \"400\"\n"
    yield "out_of_range", b"[installation]\nfrequency = 600\n"
    yield "unknown_key", b"[meter]\nct_primry = 400\n"
    yield "not_toml", b"[meter\n"


FORMATS = ("ASCII", "BINARY", "BINARY32", "FLOAT32")


def cfg(kind, year, separator=",", rates="1\n1000,4"):
    channels = ["1,VA,A,,V,0.1,0.5,2,-32767,32767,100,1,P", "2,IA,A,,A,0.01,0,0,-32767,32767,5,1,S"]
    lines = [f"st\xe9,dev,{year}", "3,2A,1D", *channels, "1,TRIP,,,0", "50", *rates.split("\n"),
             "01/02/2020,03:04:05.000001", "01/02/2020,03:04:05.000002", kind, "1.0",
             "-5h30,x", "B,3"]
    return "\r\n".join(lines).replace(",", separator).encode("latin1") + b"\r\n"


def dat(kind):
    rows = [(n, n * 1000, n * 100 - 150, 5 - n, n % 2) for n in range(1, 5)]
    if kind == "ASCII":
        return "\r\n".join(",".join(map(str, row)) for row in rows).encode() + b"\r\n\x1a"
    layout = {"BINARY": "<IIhhH", "BINARY32": "<IIiiH", "FLOAT32": "<IIffH"}[kind]
    return b"".join(struct.pack(layout, *row) for row in rows)


def pair(text, data):
    return struct.pack(">H", len(text)) + text + data


def comtrade():
    for kind in FORMATS:
        yield kind.lower(), pair(cfg(kind, 2013), dat(kind))
        yield f"{kind.lower()}_1991", pair(cfg(kind, ""), dat(kind)[:-3])
    yield "no_rate", pair(cfg("ASCII", 1999, rates="0\n0,4"), dat("ASCII"))
    yield "two_rates", pair(cfg("BINARY", 1999, rates="2\n1000,2\n500,4"), dat("BINARY"))
    yield "semicolons", pair(cfg("ASCII", 1999, ";"), dat("ASCII"))
    yield "missing", pair(cfg("ASCII", 1999), b"1,0,,99999,1\n2,,5,x,1\n3\n")
    yield "many_channels", pair(b"a,b,1999\n999999,999998A,1D\n1,VA\n", b"1,2,3\n")


def cff():
    for kind in FORMATS:
        size = f": {len(dat(kind))}" if kind != "ASCII" else ""
        yield kind.lower(), (b"--- file type: CFG ---\r\n" + cfg(kind, 2013) +
                             b"--- file type: INF ---\r\n--- file type: HDR ---\r\nnote\r\n" +
                             f"--- file type: DAT {kind}{size} ---\r\n".encode() + dat(kind))
    yield "no_data", b"--- file type: CFG ---\n" + cfg("ASCII", 2013)


def csv():
    rows = [(n / 1000, 325.27 * (-1) ** n, n / 8) for n in range(1, 6)]
    plain = "".join(f"{t},{v},{i}\n" for t, v, i in rows)
    comma = plain.replace(",", ";").replace(".", ",")
    yield "header", ("Time [s],VA [V],IA [A]\n" + plain).encode()
    yield "no_header", plain.encode()
    yield "decimal_comma", ("sep=;\nt;VA;IA\n(s);(V);(A)\n" + comma).encode()
    yield "tabs", ("t\tVA\n" + plain.replace(",", "\t")).encode()
    yield "comments_crlf", ("# logger\r\n% x\r\ntime,va\r\n" + plain.replace("\n", "\r\n")).encode()
    yield "quoted", b'"t (ms)","a ""b"" [kV]"\n"0","1,5"\n"1","2"\n"2",\n'
    yield "clock_times", b"date,VA\n01/02/2020 10:00:00.000,1\n01/02/2020 10:00:00.001,2\n,3\n"
    yield "rate_before", ("Sample Interval,0.001\nVA,IA\n" +
                          "".join(f"{v},{i}\n" for _, v, i in rows)).encode()
    yield "utf16", ("t,VA\n" + plain).encode("utf-16")
    yield "ragged", b"t,VA\n1\n2,3,4\n,,\nx,y\n\n5,6"


def wav():
    def riff(chunks, head=b"RIFF"):
        body = b"WAVE"
        for name, data in chunks:
            body += name + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)
        return head + struct.pack("<I", len(body)) + body

    def form(tag, bits, channels=2, rate=8000, more=b""):
        step = bits // 8 * channels
        return struct.pack("<HHIIHH", tag, channels, rate, rate * step, step, bits) + more

    data = bytes(range(48))
    for tag, bits in ((1, 8), (1, 16), (1, 24), (1, 32), (3, 32), (3, 64)):
        yield f"format_{tag}_{bits}", riff([(b"fmt ", form(tag, bits)), (b"data", data)])
    guid = b"\x01\x00\x00\x00\x00\x00\x10\x00\x80\x00\x00\xaa\x00\x38\x9b\x71"
    extra = struct.pack("<HHI", 22, 16, 3) + guid
    yield "extensible", riff([(b"fmt ", form(0xFFFE, 16, more=extra)), (b"data", data)])
    text = b"channels: VA=400 V; IA=150 A; rate=2520.6 Hz\0"
    note = b"INFOICMT" + struct.pack("<I", len(text)) + text
    yield "comment", riff([(b"fmt ", form(1, 16)), (b"LIST", note), (b"data", data)])
    ds64 = struct.pack("<QQQI", 100, 48, 12, 0)
    big = riff([(b"ds64", ds64), (b"fmt ", form(1, 16)), (b"data", data)], b"RF64")
    yield "rf64", big.replace(b"data" + struct.pack("<I", 48), b"data\xff\xff\xff\xff")
    yield "compressed", riff([(b"fmt ", form(0x55, 16)), (b"data", data)])
    yield "no_data", riff([(b"fmt ", form(1, 16))])
    yield "no_rate", riff([(b"fmt ", form(1, 16, rate=0)), (b"data", data)])


def block(kind, body):
    body += b"\0" * (-len(body) % 4)
    size = struct.pack("<I", len(body) + 12)
    return struct.pack("<I", kind) + size + body + size


def option(code, value):
    return struct.pack("<HH", code, len(value)) + value + b"\0" * (-len(value) % 4)


def pcapng():
    section = block(0x0A0D0D0A, struct.pack("<IHHq", 0x1A2B3C4D, 1, 0, -1))

    def interface(link, options=b""):
        return block(1, struct.pack("<HHI", link, 0, 65535) + options)

    def packet(tick, data, options=b""):
        head = struct.pack("<IIIII", 0, 0, tick, len(data), len(data))
        return block(6, head + data + b"\0" * (-len(data) % 4) + options)

    def tcp(data, sequence, answer=False):
        ports = (502, 40000) if answer else (40000, 502)
        segment = struct.pack(">HHIIBBHHH", *ports, sequence, 0, 0x50, 0x18, 9999, 0, 0) + data
        hosts = (b"\xc0\0\2\7", b"\xc0\0\2\1")
        ip = struct.pack(">BBHHHBBH", 0x45, 0, 20 + len(segment), 1, 0, 64, 6, 0)
        return ip + hosts[0 if answer else 1] + hosts[1 if answer else 0] + segment

    def mbap_of(pdu, number):
        return struct.pack(">HHHB", number, 0, len(pdu) + 1, 1) + pdu

    asked = [mbap_of(p, n) for n, p in enumerate(PDUS[:3])]
    answer = mbap_of(b"\x03\x06\0\1\0\2\0\3", 0)
    ether = bytes(12) + b"\x08\x00"
    yield "ethernet", (section + interface(1) + packet(10, ether + tcp(asked[0], 1)) +
                       packet(20, ether + tcp(answer, 1, True)) +
                       packet(30, ether + tcp(asked[1] + asked[2], 1 + len(asked[0]))))
    yield "raw_in_pieces", (section + interface(101, option(9, b"\x09") + option(0, b"")) +
                            packet(1, tcp(asked[0][:5], 1)) + packet(2, tcp(asked[0][5:], 6)) +
                            packet(3, tcp(asked[0][5:], 6)) + packet(4, tcp(asked[1], 90)))
    yield "cooked", section + interface(113) + packet(1, bytes(14) + b"\x08\0" + tcp(asked[0], 1))
    yield "other_blocks", section + block(5, bytes(12)) + interface(147) + block(0xBAD, b"x" * 9)
    swapped = struct.pack(">IIIHHqI", 0x0A0D0D0A, 28, 0x1A2B3C4D, 1, 0, -1, 28)
    yield "big_endian", swapped + struct.pack(">IIHHII", 1, 20, 101, 0, 65535, 20)
    yield "cut_off", section + interface(1) + packet(1, ether + tcp(asked[0], 1))[:-7]


def workspace():
    def u64(*values):
        return struct.pack(f"<{len(values)}q", *values)

    def blob(data):
        return u64(len(data)) + data

    def listed(parts):
        return u64(len(parts)) + b"".join(parts)

    def stretch(frame, chunks=()):
        meter = blob(b"a snapshot") + listed([u64(f, 2 * f) + blob(b"\1\2\3") for f in chunks])
        return u64(frame, 1) + listed([meter])

    def branch(name, parent, fork, tip, stretches):
        return blob(name) + u64(parent, fork, tip) + listed(stretches)

    def body(history, **more):
        sections = {"about": blob(b"MeterTwin 1.0"), "scenario": blob(b"x.toml") + blob(b""),
                    "history": history, **more}
        return listed([blob(name.encode()) + blob(data) for name, data in sections.items()])

    trunk = branch(b"", -1, 0, 900, [stretch(0, (5, 40)), stretch(500)])
    other = branch(b"other", 0, 300, 800, [stretch(300, (301,))])
    yield "trunk", body(listed([trunk]) + u64(0))
    yield "branches", body(listed([trunk, other]) + u64(1), **{"branch numbers": u64(2, 1, 7)})
    yield "extras", body(listed([trunk]) + u64(0), window=bytes(9), future=b"kept")
    nothing = u64(0)
    capture = blob(b"/c.cfg") + u64(77) + nothing * 5 + u64(0, 0, 0, 0, 0, 0, 1)
    yield "capture", body(listed([trunk]) + u64(0), capture=capture)
    yield "empty", body(listed([]) + u64(0))
    yield "wrong_order", body(listed([trunk, branch(b"", 0, 950, 990, [stretch(950)])]) + u64(0))


def main(corpus):
    for maker in (pdu, slave, mbap, rtu_stream, rfc2217, scenario, comtrade, cff,
                  csv, wav, pcapng, workspace):
        folder = pathlib.Path(corpus) / maker.__name__
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in maker():
            (folder / name).write_bytes(data)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
