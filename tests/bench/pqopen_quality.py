"""Power quality of a six-channel BINARY COMTRADE record with a public library: a second yardstick of
beside_numpy.py, for whoever has pqopen (DaqOpen/pqopen-lib, with daqopen) in a folder.

    pqopen_quality.py FOLDER RECORD.cfg      prints a line of JSON

The library does the work as in its own examples: buffers filled block by block, process() after each.
It computes, per half cycle and cycle, Urms, Irms, P and frequency; per window of 10 or 12 cycles true
rms, P, Q, harmonics to 40 and interharmonics, THD, P and Q of the fundamental, unbalance. Events, flags, S,
PF, Q of each cycle and frequency over 10 s are not asked of it: less than metertwin-cli does, not more.
"""

import json
import sys

import numpy as np

import numpy_quality

BLOCK = 1.0  # s: fewer calls than a device makes, to the library's advantage


def main(folder, path):
    sys.path.insert(0, folder)
    from daqopen.channelbuffer import AcqBuffer
    from pqopen.powersystem import PowerSystem

    rate, frequency, waves = numpy_quality.read(path)
    waves = waves.astype(np.float32)
    cycles = 10 if frequency < 55.0 else 12
    buffers = [AcqBuffer(size=int(10 * rate)) for _ in waves]
    system = PowerSystem(buffers[0], rate, nominal_frequency=frequency, nper=cycles)
    for x, name in enumerate("123"):
        system.add_phase(buffers[x], buffers[x + 3], name)
    system.enable_harmonic_calculation(numpy_quality.ORDERS)
    kept = {name: [] for name in system.output_channels}
    block = int(BLOCK * rate)
    for begin in range(0, waves.shape[1], block):
        for buffer, wave in zip(buffers, waves):
            buffer.put_data(wave[begin:begin + block])
        system.process()
        for name, channel in system.output_channels.items():
            kept[name].append(channel.read_data_by_acq_sidx(begin, begin + block)[0].copy())
    mean = {name: float(np.mean(np.concatenate(kept[name]))) for name in ("U1_rms", "I1_rms", "P1")}
    print(json.dumps({"windows": sum(len(part) for part in kept["U1_rms"]),
                      "cycles": sum(len(part) for part in kept["U1_1p_rms"]),
                      "VA": mean["U1_rms"], "IA": mean["I1_rms"], "PA": mean["P1"]}))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
