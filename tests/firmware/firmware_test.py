#!/usr/bin/env python3
"""The same bits on a Cortex-M4 as on this machine, and what the core takes there.

    firmware_test.py SOURCE_DIR WORK_DIR image
    firmware_test.py SOURCE_DIR WORK_DIR same --record PROGRAM [--seconds N] [--seed N] SCENARIO
    firmware_test.py SOURCE_DIR WORK_DIR breach --record PROGRAM
    firmware_test.py SOURCE_DIR WORK_DIR budget

image   builds the firmware image (preset cortex-m) in WORK_DIR/image
same    records a run of SCENARIO (firmware-record), plays the log on the image under QEMU and
        compares what both print, a line each simulated second
breach  changes one bit of one sample, and cuts a log short: both have to show
budget  holds flash, RAM and the stack of all runs of `same` to budget.txt

Exit status 77, skipped, when the cross compiler or the emulator is not here.
"""
import argparse
import pathlib
import re
import shutil
import struct
import subprocess
import sys

SKIPPED = 77
TOOLS = ["arm-none-eabi-g++", "ninja", "qemu-system-arm"]
QEMU = ["qemu-system-arm", "-M", "mps2-an386", "-cpu", "cortex-m4", "-display", "none",
        "-monitor", "none", "-serial", "none", "-chardev", "stdio,id=out"]
QEMU_SECONDS = 150  # wall time; a run takes a few
BREACH_SCENARIO = "resources/scenarios/healthy-480.toml"
KINDS = {"frames": 1, "mark": 7}  # event_log.h
HEADER_BYTES = 12


def image_of(work):
    return work / "image" / "bin" / "meter-firmware"


def build_image(root, work):
    folder = work / "image"
    for old in work.glob("*.report"):
        old.unlink()
    for step in (["cmake", "-S", root, "--preset", "cortex-m", "-B", folder],
                 ["cmake", "--build", folder, "--target", "meter-firmware"]):
        done = subprocess.run(step, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              text=True, check=False)
        if done.returncode != 0:
            sys.exit(f"{' '.join(map(str, step))} failed:\n{done.stdout}")
    print(image_of(work))


def record(program, scenario, seconds, seed, log):
    done = subprocess.run([program, scenario, str(seconds), log, str(seed)],
                          stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{program} exited with {done.returncode}")
    return done.stdout.splitlines()


def play(work, log):
    """What the image prints, and its exit status."""
    if "," in str(log):  # QEMU's separator of options
        sys.exit(f"{log}: a path with a comma cannot be named to QEMU")
    options = f"enable=on,target=native,chardev=out,arg=firmware,arg={log}"
    done = subprocess.run([*QEMU, "-semihosting-config", options, "-kernel", image_of(work)],
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True,
                          timeout=QEMU_SECONDS, check=False)
    lines = done.stdout.splitlines()
    return ([line for line in lines if not line.startswith("#")],
            [line for line in lines if line.startswith("#")], done.returncode)


def difference(host, target):
    """The first pair of lines that differ, or None."""
    for index in range(max(len(host), len(target))):
        pair = [(lines[index] if index < len(lines) else "(nothing)") for lines in (host, target)]
        if pair[0] != pair[1]:
            return f"line {index + 1}:\n  host:   {pair[0]}\n  target: {pair[1]}"
    return None


def same(work, arguments):
    log = work / f"{pathlib.Path(arguments.scenario).stem}.log"
    host = record(arguments.record, arguments.scenario, arguments.seconds, arguments.seed, log)
    target, report, status = play(work, log)
    first = difference(host, target)
    if first:
        sys.exit(f"host and target differ, first in {first}")
    if status != 0 or len(host) != arguments.seconds:
        sys.exit(f"{len(host)} lines of {arguments.seconds}, exit status {status}")
    log.with_suffix(".report").write_text("\n".join(report) + "\n")
    log.unlink()
    print("\n".join([host[-1], *report]))
    print(f"{len(host)} simulated seconds, the same on both")


def events(log):
    """(kind, where its payload begins, size) of every event."""
    at = HEADER_BYTES
    while at < len(log):
        kind, size = struct.unpack_from("<HH", log, at)
        yield kind, at + 4, size
        at += 4 + size


def changed(log, after_second):
    """The log with another bit in one sample (IA) after a mark."""
    log = bytearray(log)
    marks = 0
    for kind, payload, _ in events(log):
        marks += kind == KINDS["mark"]
        if marks == after_second and kind == KINDS["frames"]:
            log[payload + 1] ^= 0x04
            return log
    sys.exit("no frame to change in the log")


def breach(root, work, arguments):
    # After the last restart of the script: a meter that loses power forgets an unfinished window.
    seconds, good = 5, 4
    log = work / "breach.log"
    host = record(arguments.record, root / BREACH_SCENARIO, seconds, 1, log)
    whole = log.read_bytes()

    log.write_bytes(changed(whole, good))
    target, _, status = play(work, log)
    equal = [a == b for a, b in zip(host, target)]
    if status != 0 or equal != [True] * good + [False] * (seconds - good):
        sys.exit(f"one bit changed after {good} s: lines that are equal: {equal}")

    log.write_bytes(whole[:len(whole) * 3 // 4])
    target, _, status = play(work, log)
    if status != 1 or "breaks off" not in target[-1]:
        sys.exit(f"log cut short: exit status {status}, last line: {target[-1]}")
    print(f"a changed bit shows from second {good + 1} on; a log cut short is refused: {target[-1]}")


def sections(map_file):
    """(input section, size, file) of everything that is in the image, from the linker's map."""
    text = map_file.read_text()
    text = text[text.index("Linker script and memory map"):]
    for name, size, file in re.findall(r"^ (\.\S+)\s+0x[0-9a-f]+\s+0x([0-9a-f]+) (\S+)$", text, re.M):
        yield name, int(size, 16), file


def is_core(name, file):
    """Of the archive, or an inline function of its headers that another object brought along."""
    return "libmeter_core.a" in file or ("N5meter" in name or "NK5meter" in name) and "firmware" not in name


def measure(work):
    """Bytes of the core on the image: flash, RAM, stack."""
    size = {".text": 0, ".rodata": 0, ".data": 0, ".bss": 0}
    for name, count, file in sections(pathlib.Path(f"{image_of(work)}.map")):
        group = "." + name.split(".")[1]
        if group in size and is_core(name, file):
            size[group] += count
    reports = [line.split() for path in sorted(work.glob("*.report"))
               for line in path.read_text().splitlines()]
    meters = [int(line[2]) for line in reports if line[1] == "meter"]
    # Marks are ours: the board's own digest and text.
    stacks = [(int(line[2]), line[3]) for line in reports
              if line[1] == "stack" and line[3] not in ("mark", "end")]
    if not (size[".text"] and meters and stacks):
        sys.exit("nothing measured: run image and same first")
    deepest, where = max(stacks)
    return {
        "flash": (size[".text"] + size[".rodata"] + size[".data"],
                  f"code {size['.text']}, constants {size['.rodata']}, .data {size['.data']}"),
        "ram": (max(meters) + size[".data"] + size[".bss"],
                f"one Meter {max(meters)}, .data {size['.data']}, .bss {size['.bss']}"),
        "stack": (deepest, f"deepest in {where}"),
    }


def budget(root, work):
    path = root / "tests" / "firmware" / "budget.txt"
    allowed = dict(re.findall(r"^(\w+)\s+(\d+)$", path.read_text(), re.M))
    measured = measure(work)
    if allowed.keys() != measured.keys():
        sys.exit(f"{path}: it names {sorted(allowed)}, to be named are {sorted(measured)}")
    over = []
    for name, (value, detail) in measured.items():
        print(f"{name:5}  {value:6} of {allowed[name]:>6} bytes  ({detail})")
        if value > int(allowed[name]):
            over.append(f"{name} is {value} bytes, allowed are {allowed[name]}")
    if over:
        sys.exit(f"{path}: {'; '.join(over)}. Make it smaller, or raise the budget with a reason")


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("root", type=pathlib.Path)
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("command", choices=["image", "same", "breach", "budget"])
    parser.add_argument("scenario", nargs="?")
    parser.add_argument("--record")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_intermixed_args()
    missing = [tool for tool in TOOLS if not shutil.which(tool)]
    if missing:
        print(f"skipped: not here: {', '.join(missing)}")
        return SKIPPED
    root, work = arguments.root.resolve(), arguments.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    {"image": lambda: build_image(root, work),
     "same": lambda: same(work, arguments),
     "breach": lambda: breach(root, work, arguments),
     "budget": lambda: budget(root, work)}[arguments.command]()
    return 0


if __name__ == "__main__":
    sys.exit(main())
