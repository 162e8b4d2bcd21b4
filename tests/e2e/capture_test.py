"""`capture info`: the public captures against an independent reader, maps, and hostile headers."""

import json
import os
import pathlib
import struct
import tempfile
import unittest

from metertwin import SOURCE, cli, cli_json

CAPTURES = SOURCE.resolve().parent / "shared" / "captures"
CLI = os.environ["METERTWIN_CLI"]
MIB = 1 << 20


def peak_memory(*arguments):
    """Exit code and largest resident set, bytes, of the program with these arguments. Of an
    AddressSanitizer build without what it keeps of memory that was given back."""
    environment = os.environ | {"ASAN_OPTIONS": "quarantine_size_mb=8"}
    null = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_WRONLY, 0) for fd in (1, 2)]
    pid = os.posix_spawn(CLI, [CLI, *map(str, arguments)], environment, file_actions=null)
    _, status, usage = os.wait4(pid, 0)
    return os.waitstatus_to_exitcode(status), usage.ru_maxrss * 1024


@unittest.skipUnless((CAPTURES / "reference.json").exists(), f"no captures in {CAPTURES}")
class PublicCaptures(unittest.TestCase):
    def test_rms_and_mean_of_all_rows(self):
        for entry in json.loads((CAPTURES / "reference.json").read_text()):
            file = CAPTURES / entry["id"] / entry["file"]
            with self.subTest(capture=str(file)):
                got = cli_json("capture", "info", file)
                self.assertEqual(got["rows"], entry["rows"])
                for want in entry["channels"]:
                    channel = got["analog"][want["pos"] - 1]
                    self.assertEqual(channel["name"], want["name"])
                    self.assertAlmostEqual(channel["rms"], want["rms"],
                                           delta=1e-6 * abs(want["rms"]) + 1e-12)

    def test_map_is_shown_saved_and_read(self):
        with tempfile.TemporaryDirectory() as folder:
            capture = pathlib.Path(folder, "test1.cfg")
            for suffix in (".cfg", ".dat"):
                source = CAPTURES / "pycomtrade-test1" / ("test1" + suffix)
                capture.with_suffix(suffix).write_bytes(source.read_bytes())
            shown = cli_json("capture", "info", capture)
            self.assertEqual(shown["mapping"]["VA"]["name"], "VA_G1")
            done = cli("capture", "info", capture, "--quick", "--save", "--map",
                       "VA=VB_G1,VB=VA_G1,VC=VC_G1,IA=IB_G1,IB=IA_G1,IC=IC_G1", "--to", "1")
            self.assertEqual(done.returncode, 0, done)
            self.assertIn("test1.cfg.map.toml written", done.stderr)
            again = cli_json("capture", "info", capture, "--quick")
            self.assertEqual(again["mapping"]["VA"]["name"], "VB_G1")
            record = cli_json("replay", capture)["record"]
            self.assertEqual(record["mapping"]["VA"]["name"], "VB_G1")
            self.assertAlmostEqual(record["seconds"], 1.0, delta=0.001)

    def test_for_people(self):
        done = cli("capture", "info", CAPTURES / "pycomtrade-test1/test1.cfg")
        self.assertEqual(done.returncode, 0, done)
        for text in ("24768 rows", "line frequency 50 Hz", "VA_G1", "VA is channel 4"):
            self.assertIn(text, done.stdout)
        refused = cli("capture", "info", CAPTURES / "moderras-hvdc-ppr/PPRA1_Child1.CFG")
        self.assertEqual(refused.returncode, 0, "a capture without phases can be looked at")
        self.assertIn("no three phase voltages", refused.stdout)


class HostileHeaders(unittest.TestCase):
    """Small files that announce the world: an answer or one line, and never much memory."""

    def setUp(self):
        _, self.bare = peak_memory("--version")

    def test_memory_stays_bounded(self):
        tail = "50\n1\n1000,4000000000\n01/01/2020,00:00:00.0\n01/01/2020,00:00:00.0\nBINARY\n1\n"
        analog = "1,V,A,,V,1,0,0,0,0\n"
        files = {
            "many.cfg": "s,d,1999\n999999,999999A,0D\n" + analog * 3 + tail,
            "rows.cfg": "s,d,1999\n1,1A,0D\n" + analog + tail,
            "status.cfg": "s,d,1999\n999999,0A,999999D\n" + tail,
            "wide.cfg": "s,d,1999\n50000,50000A,0D\n" + analog * 50000 + tail.replace(
                "BINARY", "ASCII"),
            "line.csv": "1," * (20 * MIB),
            "columns.csv": "a,b\n" + "1," * 90000 + "\n",
            "zeros.csv": "\0" * MIB,
            "sections.cff": "--- file type: CFG ---\n" * 100000,
            "length.cff": "--- file type: CFG ---\ns,d,1999\n1,1A,0D\n" + analog + tail +
                          "--- file type: DAT BINARY: 99999999999999999 ---\n" + "x" * 20,
        }
        with tempfile.TemporaryDirectory() as folder:
            for name, text in files.items():
                path = pathlib.Path(folder, name)
                path.write_text(text)
                path.with_suffix(".dat").write_bytes(b"\n1,2\n" * 20000)
                self.check(path)
            for size in (0xFFFFFFFF, 0xFFFFFFF0):
                path = pathlib.Path(folder, "x.wav")
                path.write_bytes(b"RIFF" + struct.pack("<I", size) + b"WAVEfmt " + struct.pack(
                    "<IHHIIHH", 16, 1, 65535, 8000, 0, 0, 16) + b"data" + struct.pack("<I", size))
                self.check(path)

    def check(self, path):
        with self.subTest(file=path.name):
            code, memory = peak_memory("capture", "info", path)
            self.assertIn(code, (0, 1))
            self.assertLess(memory - self.bare, 100 * MIB)


if __name__ == "__main__":
    unittest.main()
