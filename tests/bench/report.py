#!/usr/bin/env python3
"""Runs metertwin-bench and says what a frame costs, in ns and in calibration steps; then the memory
of the headless meter.

    report.py BIN_DIRECTORY [--json] [GOOGLE BENCHMARK OPTIONS]
    report.py BIN_DIRECTORY --memory     only the memory, held to its target: a test (build.cmake)

A calibration step is a dependent multiplication and addition of 64 bits (calibration_bench.cpp).
Every benchmark reports items: frames, or steps of the calibration loop. Benchmarks are repeated and
the median is taken; the spread tells whether the machine was quiet.
"""
import json
import os
import subprocess
import sys

CALIBRATION = "BM_CalibrationStep"
# Targets of issue 2, for a core of 3 to 4 GHz: ns per frame.
TARGET_NS = {"BM_CoreFrame": 25, "BM_WholeChain8HarmonicsNoise": 100}
TARGET_MIB = 30


def run_benchmarks(program, options):
    """Median items/second and relative spread per benchmark name."""
    command = [program, "--benchmark_format=json", "--benchmark_repetitions=5",
               "--benchmark_enable_random_interleaving=true",
               "--benchmark_report_aggregates_only=true", *options]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    if done.returncode != 0:
        sys.exit(f"{program}: exit code {done.returncode}")
    results = {}
    for row in json.loads(done.stdout)["benchmarks"]:
        entry = results.setdefault(row["run_name"], {})
        if row["aggregate_name"] == "median" and "items_per_second" in row:
            entry["ns"] = 1e9 / row["items_per_second"]
        elif row["aggregate_name"] == "cv":
            entry["spread"] = row["cpu_time"]
    return {name: entry for name, entry in results.items() if "ns" in entry}


def peak_memory_mib(cli):
    """Largest resident set of a minute of simulated time, MiB."""
    pid = os.posix_spawn(cli, [cli, "run", "--for", "60s", "--json"], os.environ,
                         file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
    _, status, usage = os.wait4(pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{cli} run: exit code {os.waitstatus_to_exitcode(status)}")
    return usage.ru_maxrss / 1024


def print_table(results, memory):
    step = results[CALIBRATION]["ns"] if CALIBRATION in results else None
    print(f"{'':40} {'ns per frame':>12} {'steps':>8} {'spread':>7}  target")
    for name, entry in sorted(results.items()):
        steps = f"{entry['ns'] / step:8.1f}" if step else f"{'':8}"
        target = f"{TARGET_NS[name]} ns" if name in TARGET_NS else ""
        print(f"{name:40} {entry['ns']:12.2f} {steps} {entry.get('spread', 0):6.1%}  {target}")
    print(f"{'resident memory, headless, 60 s':40} {memory:8.1f} MiB {'':15}  {TARGET_MIB} MiB")


def check_memory(directory):
    memory = peak_memory_mib(os.path.join(directory, "metertwin-cli"))
    print(f"resident memory of the headless meter: {memory:.1f} MiB, {TARGET_MIB} allowed")
    return 0 if memory <= TARGET_MIB else 1


def main(arguments):
    directory, *options = arguments
    if options == ["--memory"]:
        sys.exit(check_memory(directory))
    as_json = "--json" in options
    options = [o for o in options if o != "--json"]
    results = run_benchmarks(os.path.join(directory, "metertwin-bench"), options)
    memory = peak_memory_mib(os.path.join(directory, "metertwin-cli"))
    if as_json:
        print(json.dumps({"benchmarks": results, "resident_mib": memory}, indent=2))
    else:
        print_table(results, memory)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1:])
