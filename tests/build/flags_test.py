#!/usr/bin/env python3
"""The same bits from every compiler and optimization.

Builds core/, signals/ and the rig with digest_main.cpp once per row of CONFIGURATIONS, each straight
from the sources, runs the programs and compares what they print, line by line.

    flags_test.py SOURCE_DIR WORK_DIR

A configuration whose code this processor cannot run is built and reported, not run. A compiler that
is missing is a failure: it would be a test that was not made.
"""
import concurrent.futures
import os
import pathlib
import shutil
import subprocess
import sys

# The flags every bit depends on (metertwin_options in CMakeLists.txt).
COMMON = ["-std=c++20", "-ffp-contract=off", "-Wno-psabi"]
# Nothing else shows the sources to Clang, so its warnings are asked for here. Errors in CI only.
CLANG = ["-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Wsign-conversion", "-Wshadow",
         "-Wnon-virtual-dtor", "-Wold-style-cast", "-Woverloaded-virtual",
         *(["-Werror"] if os.environ.get("CI") in ("true", "1") else [])]
# name, compiler, options, processor flag (/proc/cpuinfo) needed to run
CONFIGURATIONS = [
    ("gcc-O0", "g++", ["-O0"], None),
    ("gcc-O2", "g++", ["-O2"], None),
    ("gcc-O3-haswell", "g++", ["-O3", "-march=haswell"], "avx2"),
    ("clang-O2", "clang++", ["-O2", *CLANG], None),
    ("clang-O3", "clang++", ["-O3", *CLANG], None),
]
SOURCES = ["core/**/*.cpp", "signals/*.cpp", "signals/synth/*.cpp", "signals/wiring/*.cpp",
           "signals/coil/*.cpp", "signals/frontend/*.cpp", "signals/timeline/*.cpp",
           "signals/truth/*.cpp",
           "signals/scenario/check.cpp", "signals/scenario/fault_fields.cpp",
           "signals/scenario/fields.cpp", "signals/scenario/phrases.cpp",
           "signals/scenario/suggest.cpp", "app/bench/rig.cpp",
           "app/bench/envelope.cpp", "app/bench/input_packing.cpp", "app/bench/settings.cpp",
           "app/bench/snapshot.cpp",
           "tests/build/digest_main.cpp"]


def sources(root):
    return sorted({path.relative_to(root) for pattern in SOURCES for path in root.glob(pattern)})


def compile_one(root, work, configuration, source):
    name, compiler, options, _ = configuration
    target = work / name / source.with_suffix(".o")
    target.parent.mkdir(parents=True, exist_ok=True)
    launcher = ["ccache"] if shutil.which("ccache") else []
    done = subprocess.run([*launcher, compiler, *COMMON, *options, "-I", root, "-c", root / source,
                           "-o", target], stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{name}: {source} does not compile:\n{done.stderr}")
    if done.stderr:
        print(done.stderr)
    return target


def link(work, configuration, objects):
    name, compiler, options, _ = configuration
    program = work / name / "digest"
    done = subprocess.run([compiler, *options, *objects, "-lfmt", "-o", program],
                          stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{name}: does not link (is a folder missing in SOURCES?):\n{done.stderr}")
    return program


def runnable(needed):
    cpu = pathlib.Path("/proc/cpuinfo")
    return needed is None or (cpu.exists() and needed in cpu.read_text().split())


def build_all(root, work):
    jobs = [(c, s) for c in CONFIGURATIONS for s in sources(root)]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        objects = list(pool.map(lambda job: compile_one(root, work, *job), jobs))
    return {c[0]: link(work, c, [o for (owner, _), o in zip(jobs, objects) if owner is c])
            for c in CONFIGURATIONS}


def compare(outputs):
    """Number of configurations that differ from the first; prints the first line that does."""
    (reference, expected), *others = outputs.items()
    different = 0
    for name, lines in others:
        if lines == expected:
            continue
        different += 1
        where = next(i for i in range(max(len(lines), len(expected)))
                     if lines[i:i + 1] != expected[i:i + 1])
        print(f"{name} differs from {reference}, first in line {where + 1}:\n"
              f"  {reference}: {expected[where:where + 1]}\n  {name}: {lines[where:where + 1]}")
    return different


def main(root, work):
    root, work = pathlib.Path(root), pathlib.Path(work)
    programs = build_all(root, work)
    outputs = {}
    for name, _, _, needed in CONFIGURATIONS:
        if not runnable(needed):
            print(f"{name}: built, not run: this processor has no {needed}")
            continue
        outputs[name] = subprocess.run([programs[name]], stdout=subprocess.PIPE, text=True,
                                       check=True).stdout.splitlines()
    if not all(outputs.values()):
        sys.exit("a program printed nothing: nothing compared")
    different = compare(outputs)
    print("\n".join(next(iter(outputs.values()))))
    print(f"{len(outputs)} configurations, {different} of them different")
    return 1 if different or len(outputs) < 2 else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
