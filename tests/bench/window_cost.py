#!/usr/bin/env python3
r"""What the window costs: an idle real-time window, the first live reading, a drag, a simulated day.

    xvfb-run -s '-screen 0 1366x768x24' tests/bench/window_cost.py build/release/bin/metertwin \
        build/release/bin/test-window

Prints them; nothing is judged. With the second program, frames/s and processor time of a drag, and
memory before and after a simulated day at full speed (tests/e2e/window_cost_test.cpp).

CPU is user plus system time of the whole process over 20 s, from /proc, in % of one core. The first
live reading is the first answer to register 261 (total real power) that is not 0, on the meter's own
port, counted from the start of the process: the window is on the screen before the meter starts.
"""
import os
import struct
import subprocess
import sys
import tempfile
import time

READ_KW = bytes.fromhex("01030104000284 36".replace(" ", ""))
SECONDS = 20


def read_kw(link):
    line = os.open(link, os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK)
    try:
        os.write(line, READ_KW)
        time.sleep(0.03)
        answer = os.read(line, 64)
        return struct.unpack(">f", answer[3:7])[0] if len(answer) == 9 else 0.0
    except BlockingIOError:
        return 0.0
    finally:
        os.close(line)


def cpu_seconds(pid):
    with open(f"/proc/{pid}/stat", encoding="ascii") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main():
    with tempfile.TemporaryDirectory() as folder:
        link = os.path.join(folder, "meter")
        env = dict(os.environ, XDG_CONFIG_HOME=folder)
        start = time.monotonic()
        window = subprocess.Popen([sys.argv[1], "--pty", link], env=env)
        try:
            while not (os.path.exists(link) and read_kw(link) > 0.0):
                time.sleep(0.005)
            print(f"first live reading after {time.monotonic() - start:.2f} s, "
                  f"{cpu_seconds(window.pid):.2f} s of processor time")
            time.sleep(5)
            before, began = cpu_seconds(window.pid), time.monotonic()
            time.sleep(SECONDS)
            used = cpu_seconds(window.pid) - before
            print(f"idle at real time: {100 * used / (time.monotonic() - began):.1f} % of one core")
        finally:
            window.terminate()
            window.wait()
    if len(sys.argv) > 2:
        subprocess.run([sys.argv[2], "--gtest_also_run_disabled_tests",
                        "--gtest_filter=WindowCost.*", "--gtest_brief=1"], check=True)


if __name__ == "__main__":
    main()
