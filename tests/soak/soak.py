"""63 meters on one pty at true 38400 baud, each read every two seconds by a process of its own.

    soak.py [--seconds N]

Prints what was missed, the round trips and the line's occupancy beside the arithmetic of character
times and turnarounds; fails when something was missed or the two differ. The meters run in real time
meanwhile. Where the system allows it (root) all of it runs at real-time priority, so that what
else the machine does is not measured as well.
"""

import argparse
import json
import math
import os
import pathlib
import subprocess
import sys
import tempfile

METERS, REGISTERS, PERIOD, BAUD, BITS = 63, 10, 2.0, 38400, 10
TICK = 1 / 32768


def ticks(seconds):
    """As the meter counts them: rounded up."""
    return math.ceil(seconds / TICK - 1e-9) * TICK


def arithmetic():
    """Seconds of one exchange: characters; from the request's first bit until the line is free."""
    character = BITS / BAUD
    request, answer = 8 * character, (5 + 2 * REGISTERS) * character
    silence, turnaround = ticks(1750e-6), ticks(2e-3)
    taken = ticks(request) + silence + turnaround + answer + silence
    return request + answer, taken


def take_priority():
    """Of this process and those it starts; what to call it."""
    try:
        os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(1))
        return "real-time"
    except (AttributeError, PermissionError):
        return "ordinary"


def soak(cli, client, folder, seconds):
    bus = pathlib.Path(__file__).parents[2] / "resources/buses/sixty-three.toml"
    port = os.path.join(folder, "line")
    meters = subprocess.Popen(
        [cli, "run", "--bus", bus, "--pty", port, "--no-why", "--for", str(seconds + 2), "--speed", "1",
         "--json"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        listening = meters.stderr.readline()
        if not listening.startswith("listening on "):
            raise RuntimeError(listening + meters.stderr.read())
        polled = subprocess.run([client, port, str(BAUD), str(METERS), str(REGISTERS), str(PERIOD),
                                 str(seconds)], stdout=subprocess.PIPE, text=True, check=True)
        out, err = meters.communicate(timeout=seconds + 200)
        if meters.returncode != 0:
            raise RuntimeError(err)
    finally:
        meters.kill()
    return json.loads(polled.stdout), json.loads(out)


def report(polled, run, seconds, priority):
    line = run["line"]
    characters, taken = (n * polled["requests"] for n in arithmetic())
    factor = run["meters"][0]["realtime_factor"]
    print(f"{METERS} meters, {REGISTERS} registers each every {PERIOD:g} s, {BAUD} baud, "
          f"{seconds:g} s, {priority} priority")
    print(f"requests            {polled['requests']}, missed {polled['missed']}, "
          f"wrong {polled['wrong']}")
    print(f"round trip          p50 {polled['p50_ms']:.2f} ms, p99 {polled['p99_ms']:.2f} ms, "
          f"most {polled['max_ms']:.2f} ms")
    print(f"characters on line  {line['driven_seconds']:.6f} s, by arithmetic {characters:.6f} s")
    print(f"line taken          {line['taken_seconds']:.6f} s, by arithmetic {taken:.6f} s, "
          f"{100 * line['taken_seconds'] / seconds:.2f} % of the time")
    print(f"meters              {factor:.4f} times real time")
    return (polled["missed"] == 0 and polled["wrong"] == 0
            and line["requests"] == line["answers"] == polled["requests"]
            and abs(line["driven_seconds"] - characters) < 1e-6 * characters
            and abs(line["taken_seconds"] - taken) < 3 * TICK * polled["requests"])


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    options.add_argument("--seconds", type=float, default=300.0)
    options.add_argument("--cli", default="build/release/bin/metertwin-cli")
    options.add_argument("--client", default="build/release/bin/line-client")
    chosen = options.parse_args()
    priority = take_priority()
    with tempfile.TemporaryDirectory() as folder:
        polled, run = soak(chosen.cli, chosen.client, folder, chosen.seconds)
    good = report(polled, run, chosen.seconds, priority)
    print("nothing missed, occupancy as by arithmetic" if good else "NOT AS IT SHOULD BE")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
