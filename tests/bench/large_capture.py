#!/usr/bin/env python3
"""A recording that is larger than it should be for memory: read, and played to a meter.

    large_capture.py BIN_DIRECTORY [GIGABYTES] [--no-replay]

Writes a BINARY COMTRADE pair of that size (default 1) with `metertwin-cli record`, reads it with
`capture info` and plays 10 s of it; says MB/s and the largest resident set. Exit 1 when reading is
slower than 300 MB/s (issue 6; only judged from 1 GB on) or anything takes 200 MB. Small sizes are a
test of the memory (tests/build/build.cmake).
"""
import os
import pathlib
import sys
import tempfile
import time

WANTED_MB_S = 300
ALLOWED_MB = 200
ROW = 8 + 7 * 2  # bytes: number, stamp, seven channels


def run(cli, *arguments):
    """Seconds and MB (10^6) of resident memory at most."""
    begin = time.monotonic()
    pid = os.posix_spawn(cli, [cli, *map(str, arguments)], os.environ,
                         file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
    _, status, usage = os.wait4(pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{cli} {arguments}: exit code {os.waitstatus_to_exitcode(status)}")
    return time.monotonic() - begin, usage.ru_maxrss * 1024 / 1e6


def main(directory, gigabytes, replay):
    cli = os.path.join(directory, "metertwin-cli")
    rate = 10_000
    seconds = round(gigabytes * 1e9 / ROW / rate, 1)
    failed = False
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR", "/tmp")) as folder:
        path = pathlib.Path(folder, "large.cfg")
        took, memory = run(cli, "record", path, "--format", "comtrade-binary", "--rate", rate,
                           "--for", f"{seconds}s")
        size = path.with_suffix(".dat").stat().st_size / 1e6
        print(f"{size:.0f} MB written: {took:.1f} s, {memory:.0f} MB resident")
        failed |= memory > ALLOWED_MB
        took, memory = min(run(cli, "capture", "info", path) for _ in range(3))
        print(f"read: {size / took:.0f} MB/s ({WANTED_MB_S} wanted), {memory:.0f} MB resident")
        failed |= memory > ALLOWED_MB or (gigabytes >= 1 and size / took < WANTED_MB_S)
        if replay:
            took, memory = run(cli, "replay", path, "--for", "10s")
            print(f"prepared and played: {took:.1f} s, {memory:.0f} MB resident ({ALLOWED_MB} allowed)")
            failed |= memory > ALLOWED_MB
    return 1 if failed else 0


if __name__ == "__main__":
    options = [a for a in sys.argv[1:] if a != "--no-replay"]
    if not options:
        sys.exit(__doc__)
    sys.exit(main(options[0], float(options[1]) if len(options) > 1 else 1.0,
                  "--no-replay" not in sys.argv))
