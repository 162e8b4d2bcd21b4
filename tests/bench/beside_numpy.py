#!/usr/bin/env python3
"""The whole chain beside numpy and a public library, on one record, in one run, per core.

    beside_numpy.py BIN_DIRECTORY [--seconds N] [--json]

A three-phase record of 50 Hz with harmonics and a sag is written (BINARY COMTRADE, 10 kHz). Measured
is processor time, user and system, of whole processes, start included; the least of three
interleaved runs each:

  numpy    numpy_quality.py on the record: power quality only
  pqopen   pqopen_quality.py, the same with DaqOpen's pqopen, when METERTWIN_PQOPEN names a folder in
           which `pqopen` and `daqopen` are (no Debian package, and no part of this repository)
  chain    metertwin-cli replay --no-why: power quality, and besides the record resampled to the
           meter's slots, 6 s of settling, front end, firmware, comparison
  why      the same with each cause of error left out in turn
  meter    metertwin-cli run --no-why: the same installation as a scenario, for MORE times as long:
           signals synthesized, coils, front end, firmware, power quality of the last minute

Each does its work on one core. Wanted (issue 6): the chain at least 100 times the others. They are
compared by seconds of signal in a second of processor time.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

import numpy as np

HERE = pathlib.Path(__file__).parent
RATE = 10_000
TARGET = 100.0
MORE = 60
YARDSTICKS = {"numpy": "numpy (ours, in the style of public libraries)", "pqopen": "pqopen"}
ONE_THREAD = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def write_record(path, seconds):
    n = np.arange(int(RATE * seconds))
    t = n / RATE
    row = np.dtype([("n", "<u4"), ("stamp", "<u4"), ("value", "<i2", (6,))])
    data = np.zeros(len(n), dtype=row)
    data["n"] = n + 1
    data["stamp"] = (t * 1e6).astype(np.uint32)
    sag = np.where((t > seconds / 2) & (t < seconds / 2 + 0.2), 0.6, 1.0)
    for x in range(3):
        own = 2.0 * np.pi * (50.0 * t - x / 3.0)
        volts = sag * (np.sin(own) + 0.04 * np.sin(5.0 * own) + 0.02 * np.sin(7.0 * own))
        lag = own - 0.5
        amps = np.sin(lag) + 0.3 * np.sin(5.0 * lag) + 0.1 * np.sin(11.0 * lag)
        data["value"][:, x] = np.rint(14000 * volts)
        data["value"][:, x + 3] = np.rint(10000 * amps)
    data.tofile(path.with_suffix(".dat"))
    names = ("VA", "VB", "VC", "IA", "IB", "IC")
    lines = ["bench,numpy,1999", "6,6A,0D"]
    lines += [f"{c + 1},{name},{'ABC'[c % 3]},,{'VVVAAA'[c]},{0.0233 if c < 3 else 0.0141},0,0,"
              "-32767,32767,1,1,P" for c, name in enumerate(names)]
    lines += ["50", "1", f"{RATE},{len(n)}", "01/01/2024,00:00:00.000000",
              "01/01/2024,00:00:00.000000", "BINARY", "1"]
    path.write_text("\r\n".join(lines) + "\r\n")


SCENARIO = """
[installation]
frequency = 50.0
voltage = {volts}
current = {amps}
angle = {angle}

[[installation.harmonic]]
order = 5
voltage = 4.0
current = 30.0

[[installation.harmonic]]
order = 7
voltage = 2.0

[[installation.harmonic]]
order = 11
current = 10.0

[[event]]
kind = "sag"
at = {half}
duration = 0.2
remaining = 60
"""


def write_scenario(path, seconds):
    """The installation of write_record()."""
    path.write_text(SCENARIO.format(volts=14000 * 0.0233 / 2**0.5, amps=10000 * 0.0141 / 2**0.5,
                                    angle=0.5 * 180 / np.pi, half=seconds / 2))


def cpu_seconds(command, out):
    """Processor time of a process and what it printed."""
    with open(out, "wb") as file:
        process = subprocess.Popen(command, stdout=file, env=ONE_THREAD)
        _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{command[0]}: exit code {os.waitstatus_to_exitcode(status)}")
    return usage.ru_utime + usage.ru_stime


def check(folder, others):
    """All must have measured the same."""
    ours = json.loads((folder / "chain.out").read_text())["answer"]
    rows = ours["quality"]["rows"]
    clean = [row for row in rows if not row["flagged"]]
    volts = sum(row["rms"]["VA"] for row in clean) / len(clean)
    for name in others:
        theirs = json.loads((folder / f"{name}.out").read_text())
        if abs(volts / theirs["VA"] - 1.0) > 0.01 or abs(len(rows) - theirs["windows"]) > 2:
            sys.exit(f"{name} did not do the same work: VA {theirs['VA']:.3f} V in "
                     f"{theirs['windows']} windows, we {volts:.3f} V in {len(rows)}")
    if not ours["quality"]["events"]:
        sys.exit("the sag was not found")
    meter = json.loads((folder / "meter.out").read_text())["registers"]["f_v_an"]
    if abs(volts / meter - 1.0) > 0.001:
        sys.exit(f"the scenario is another installation: VA {meter:.3f} V, record {volts:.3f} V")


def measure(directory, seconds):
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        record = folder / "record.cfg"
        write_record(record, seconds)
        scenario = folder / "scenario.toml"
        write_scenario(scenario, seconds)
        cli = os.path.join(directory, "metertwin-cli")
        commands = {
            "numpy": ["/usr/bin/python3", str(HERE / "numpy_quality.py"), str(record)],
            "chain": [cli, "replay", str(record), "--json", "--no-why"],
            "why": [cli, "replay", str(record), "--json"],
            "meter": [cli, "run", "--scenario", str(scenario), "--for", f"{MORE * seconds}s",
                      "--no-why", "--json"],
        }
        library = os.environ.get("METERTWIN_PQOPEN")
        if library:
            commands["pqopen"] = ["/usr/bin/python3", "-B", str(HERE / "pqopen_quality.py"), library,
                                  str(record)]
        best = {}
        for _ in range(3):
            for name, command in commands.items():
                spent = cpu_seconds(command, folder / f"{name}.out")
                best[name] = min(spent, best.get(name, spent))
        check(folder, [name for name in YARDSTICKS if name in best])
    return best


def main(arguments):
    directory, *options = arguments
    seconds = float(options[options.index("--seconds") + 1]) if "--seconds" in options else 60.0
    best = measure(directory, seconds)
    pace = {name: (MORE if name == "meter" else 1) * seconds / best[name] for name in best}
    ratios = {(ours, name): pace[ours] / pace[name]
              for name in YARDSTICKS if name in best for ours in ("chain", "meter")}
    if "--json" in options:
        print(json.dumps({"record_seconds": seconds, "cpu_seconds": best, "times_real_time": pace,
                          **{f"{ours}_beside_{name}": r for (ours, name), r in ratios.items()}}))
        return
    print(f"{seconds:g} s of six channels at {RATE} Hz; processor seconds per process, one core")
    for name, spent in best.items():
        print(f"  {name:8} {spent:8.3f} s {pace[name]:10.0f} times real time")
    for (ours, name), ratio in ratios.items():
        print(f"{ours} is {ratio:.1f} times {YARDSTICKS[name]}; {TARGET:g} wanted")
    if "pqopen" not in best:
        print("no public library: METERTWIN_PQOPEN names no folder with pqopen and daqopen")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1:])
