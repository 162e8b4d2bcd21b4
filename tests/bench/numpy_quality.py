"""Power quality of a six-channel BINARY COMTRADE record with numpy: the yardstick of beside_numpy.py.

Ours, not a public library: none is packaged for Debian. Written in the style of the public ones (an
object per phase, a loop over periods, arrays inside a period; resampling by np.interp to a power of
two, np.fft.rfft, grouping by slices), and doing the work that metertwin-cli does of a recording:
Urms(1/2) and events per phase; Irms, P, Q of the fundamental, S and PF of each cycle; per window of 10
or 12 cycles true rms, P, Q, S, PF, harmonics to 40 (subgroups and groups), THD, unbalance, frequency, and
whether an event touched it; frequency over 10 s. It does not interpolate between samples where a cycle
begins, and resamples by straight lines: less than metertwin-cli does, not more.

    numpy_quality.py RECORD.cfg      prints a line of JSON
"""

import json
import pathlib
import sys

import numpy as np
from scipy.signal import butter, lfilter

ORDERS = 40


def read(path):
    """rate, frequency and an array of six rows, V and A."""
    lines = pathlib.Path(path).read_text(encoding="latin-1").splitlines()
    analog = int(lines[1].split(",")[1].rstrip("A"))
    channels = [line.split(",") for line in lines[2:2 + analog]]
    frequency = float(lines[2 + analog])
    rate = float(lines[4 + analog].split(",")[0])
    row = np.dtype([("n", "<u4"), ("stamp", "<u4"), ("value", "<i2", (analog,))])
    raw = np.fromfile(pathlib.Path(path).with_suffix(".dat"), dtype=row)["value"]
    a = np.array([float(c[5]) for c in channels])
    b = np.array([float(c[6]) for c in channels])
    return rate, frequency, (raw * a + b).T.copy()


def crossings(wave, rate, frequency):
    """Sample indices at which the fundamental crosses zero, in either direction."""
    b, a = butter(2, frequency / (rate / 2.0))
    slow = lfilter(b, a, wave)
    sign = np.signbit(slow)
    at = np.flatnonzero(sign[1:] != sign[:-1])
    part = slow[at] / (slow[at] - slow[at + 1])
    lag = 0.25 * rate / frequency  # of a Butterworth at its corner
    found = np.rint(at + part - lag).astype(int)
    return found[found >= 0]


class Phase:
    """One voltage and its current."""

    def __init__(self, volts, amps, rate, frequency):
        self.volts, self.amps = volts, amps
        self.crossings = crossings(volts, rate, frequency)
        self.half_cycle_rms = []
        self.cycles = []
        self.half_cycle_end = []

    def periods(self):
        for begin, end in zip(self.crossings[:-2], self.crossings[2:]):
            volts, amps = self.volts[begin:end], self.amps[begin:end]
            turn = np.exp(-2j * np.pi * np.arange(end - begin) / (end - begin))
            scale = np.sqrt(2.0) / (end - begin)
            reactive = (np.dot(volts, turn) * np.conj(np.dot(amps, turn))).imag * scale * scale
            u, i = np.sqrt(np.mean(np.power(volts, 2))), np.sqrt(np.mean(np.power(amps, 2)))
            real = np.mean(volts * amps)
            self.half_cycle_rms.append((u, i, real))
            self.cycles.append((begin, end, u, i, real, reactive, u * i,
                                real / (u * i) if u * i > 0.0 else 1.0))
            self.half_cycle_end.append(end)

    def events(self, declared, rate):
        found, since, worst = [], None, 0.0
        for end, (rms, _, _) in zip(self.half_cycle_end, self.half_cycle_rms):
            if since is None and rms < 0.9 * declared:
                since, worst = end, rms
            elif since is not None:
                worst = min(worst, rms)
                if rms >= 0.92 * declared:
                    found.append((since / rate, (end - since) / rate, worst))
                    since = None
        return found


def spectrum(wave, points):
    at = np.linspace(0.0, len(wave), points, endpoint=False)
    resampled = np.interp(at, np.arange(len(wave)), wave)
    return np.fft.rfft(resampled) / points * np.sqrt(2.0)


def subgroups(bins, cycles):
    power = np.power(np.abs(bins), 2)
    middle = np.arange(1, ORDERS + 1) * cycles
    return np.sqrt(power[middle - 1] + power[middle] + power[middle + 1])


def groups_of(bins, cycles):
    power = np.power(np.abs(bins), 2)
    half = cycles // 2
    middle = np.arange(1, ORDERS + 1) * cycles
    out = 0.5 * (power[middle - half] + power[middle + half])
    for k in range(-half + 1, half):
        out += power[middle + k]
    return np.sqrt(out)


def window(phases, begin, end, cycles, points, rate, events):
    out = {"frequency": cycles * rate / (end - begin),
           "flagged": any(since <= end / rate and since + lasts >= begin / rate
                          for since, lasts, _ in events)}
    first = []
    for x, phase in enumerate(phases):
        volts, amps = phase.volts[begin:end], phase.amps[begin:end]
        v, i = spectrum(volts, points), spectrum(amps, points)
        out[f"rms{x}"] = (np.sqrt(np.mean(np.power(volts, 2))),
                          np.sqrt(np.mean(np.power(amps, 2))))
        out[f"p{x}"] = np.mean(volts * amps)
        out[f"s{x}"] = out[f"rms{x}"][0] * out[f"rms{x}"][1]
        out[f"pf{x}"] = out[f"p{x}"] / out[f"s{x}"] if out[f"s{x}"] > 0.0 else 1.0
        out[f"q{x}"] = np.sum((v[1:] * np.conj(i[1:])).imag)
        for name, bins in (("v", v), ("i", i)):
            groups = subgroups(bins, cycles)
            out[f"harmonics_{name}{x}"] = groups
            out[f"groups_{name}{x}"] = groups_of(bins, cycles)
            out[f"thd_{name}{x}"] = 100.0 * np.sqrt(np.sum(np.power(groups[1:] / groups[0], 2)))
        first.append(v[cycles])
    a = np.exp(2j * np.pi / 3.0)
    positive = abs(first[0] + a * first[1] + a * a * first[2])
    out["negative"] = 100.0 * abs(first[0] + a * a * first[1] + a * first[2]) / positive
    out["zero"] = 100.0 * abs(sum(first)) / positive
    return out


def main(path):
    rate, frequency, waves = read(path)
    cycles = 10 if frequency < 55.0 else 12
    phases = [Phase(waves[x], waves[x + 3], rate, frequency) for x in range(3)]
    points = 2 ** int(np.ceil(np.log2(rate / frequency * cycles)))
    for phase in phases:
        phase.periods()
    declared = float(np.median([rms for rms, _, _ in phases[0].half_cycle_rms]))
    events = [event for phase in phases for event in phase.events(declared, rate)]
    borders = phases[0].crossings[::2 * cycles]
    windows = [window(phases, begin, end, cycles, points, rate, events)
               for begin, end in zip(borders[:-1], borders[1:])]
    at = phases[0].crossings / rate
    spans = [at[(at >= t) & (at < t + 10.0)] for t in np.arange(0.0, len(waves[0]) / rate, 10.0)]
    frequencies = [0.5 * (len(s) - 1) / (s[-1] - s[0]) for s in spans if len(s) > 1]
    print(json.dumps({"windows": len(windows), "events": len(events),
                      "cycles": sum(len(phase.cycles) for phase in phases),
                      "flagged": sum(w["flagged"] for w in windows),
                      "frequencies": frequencies,
                      "VA": float(np.mean([w["rms0"][0] for w in windows])),
                      "IA": float(np.mean([w["rms0"][1] for w in windows])),
                      "PA": float(np.mean([w["p0"] for w in windows]))}))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
