"""COMTRADE 2013 read from the grammar alone (IEC 60255-24), by nothing of MeterTwin: it has to agree
with what MeterTwin writes. Strict where a public reader would be: any line that is not as the
standard has it is an error."""

import pathlib
import re
import struct

WIDTH = {"BINARY": ("h", -0x8000), "BINARY32": ("i", -0x80000000), "FLOAT32": ("f", None)}
STAMP = re.compile(r"\d{2}/\d{2}/\d{4},\d{2}:\d{2}:\d{2}\.\d{6}$")


def sections(data):
    """{"CFG": bytes, "DAT": bytes} of a .cff."""
    out, at = {}, 0
    header = re.compile(rb"--- file type: (CFG|INF|HDR|DAT)( \w+)?(: (\d+))? ---\r\n")
    while (found := header.match(data, at)) is not None:
        begin = found.end()
        length = found.group(4)
        following = header.search(data, begin)
        end = begin + int(length) if length else following.start() if following else len(data)
        out[found.group(1).decode()] = data[begin:end]
        at = end
    assert at == len(data), f"{len(data) - at} bytes belong to no section"
    return out


def read(path):
    """{"rate", "channels": {name: [values]}, "skew": {name: us}, "rows"}"""
    path = pathlib.Path(path)
    if path.suffix == ".cff":
        parts = sections(path.read_bytes())
        cfg, dat = parts["CFG"].decode("ascii"), parts["DAT"]
    else:
        cfg, dat = path.read_bytes().decode("ascii"), path.with_suffix(".dat").read_bytes()
    lines = iter(cfg.split("\r\n"))
    assert next(lines).split(",")[2] == "2013"
    total, analog, status = next(lines).split(",")
    assert analog[-1] == "A" and status == "0D" and int(total) == int(analog[:-1])
    channels = [next(lines).split(",") for _ in range(int(total))]
    for number, channel in enumerate(channels, 1):
        assert len(channel) == 13 and int(channel[0]) == number, channel
        assert float(channel[8]) < float(channel[9]) and channel[12] in "PS", channel
    float(next(lines))
    assert next(lines) == "1"
    rate, last = next(lines).split(",")
    assert STAMP.match(next(lines)) and STAMP.match(next(lines))
    kind, multiplier = next(lines), float(next(lines))
    assert len(next(lines).split(",")) == 2 and len(next(lines).split(",")) == 2
    rows = ascii_rows(dat) if kind == "ASCII" else binary_rows(dat, kind, len(channels))
    assert len(rows) == int(last), (len(rows), last)
    for n, row in enumerate(rows):
        assert row[0] == n + 1
        assert abs(row[1] * multiplier - n / float(rate) * 1e6) <= multiplier, row[:2]
    values = {c[1]: [None if row[2 + k] is None else float(c[5]) * row[2 + k] + float(c[6])
                     for row in rows] for k, c in enumerate(channels)}
    return {"rate": float(rate), "channels": values, "rows": len(rows),
            "skew": {c[1]: float(c[7]) for c in channels}, "unit": {c[1]: c[4] for c in channels}}


def ascii_rows(dat):
    lines = dat.decode("ascii").split("\r\n")
    assert lines.pop() == ""
    rows = [[int(x) for x in line.split(",")] for line in lines]
    return [row[:2] + [None if x == 99999 else x for x in row[2:]] for row in rows]


def binary_rows(dat, kind, channels):
    code, missing = WIDTH[kind]
    form = struct.Struct("<II" + code * channels)
    assert len(dat) % form.size == 0
    return [row[:2] + tuple(None if x == missing else x for x in row[2:])
            for row in form.iter_unpack(dat)]
