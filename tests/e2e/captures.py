"""COMTRADE records in closed form, written by hand, for the tests beside this file."""

import array
import math
import pathlib


def write_capture(path, seconds=1.3, rate=1200.0, frequency=60.0, volts=277.0, amps=100.0,
                  lag=30.0, phase=0.0, envelope=lambda t: 1.0, harmonics=()):
    """PATH.cfg and PATH.dat (BINARY, six channels). `harmonics`: (order, share of the current)."""
    path = pathlib.Path(path)
    rows = int(rate * seconds)
    scale = {"V": volts * 2.0 / 30000.0, "A": amps * 2.5 / 30000.0}
    with open(path.with_suffix(".cfg"), "w", encoding="ascii") as cfg:
        cfg.write("made,by tests,1999\n6,6A,0D\n")
        for c, name in enumerate(("VA", "VB", "VC", "IA", "IB", "IC")):
            unit = "V" if c < 3 else "A"
            cfg.write(f"{c + 1},{name},{'ABC'[c % 3]},,{unit},{scale[unit]!r},0,0,-32767,32767,"
                      "1,1,P\n")
        cfg.write(f"{frequency:g}\n1\n{rate:g},{rows}\n01/01/2024,00:00:00.000000\n"
                  "01/01/2024,00:00:00.000000\nBINARY\n1\n")
    words = array.array("H")
    for n in range(rows):
        t = n / rate
        stamp = int(t * 1e6)
        words.extend(((n + 1) & 0xFFFF, (n + 1) >> 16, stamp & 0xFFFF, stamp >> 16))
        for c in range(6):
            own = 2.0 * math.pi * (frequency * t + phase - (c % 3) / 3.0)
            if c < 3:
                value = math.sqrt(2.0) * volts * envelope(t) * math.sin(own) / scale["V"]
            else:
                own -= math.radians(lag)
                wave = math.sin(own) + sum(k * math.sin(h * own) for h, k in harmonics)
                value = math.sqrt(2.0) * amps * wave / scale["A"]
            words.append(round(value) & 0xFFFF)
    with open(path.with_suffix(".dat"), "wb") as dat:
        words.tofile(dat)
    return path.with_suffix(".cfg")
