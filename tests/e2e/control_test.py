"""`run --control` and `control`: a script does to a running meter what a person does at the window."""

import json
import os
import signal
import socket
import stat
import subprocess
import tempfile
import unittest

from metertwin import CLI, Meter, PATIENCE, cli


class Controlled(Meter):
    def __init__(self, *arguments):
        super().__init__(*arguments, "--control", "SOCKET")

    def __enter__(self):
        self.folder_of_socket = tempfile.TemporaryDirectory()
        self.socket = os.path.join(self.folder_of_socket.name, "meter.ctl")
        self.arguments = [self.socket if a == "SOCKET" else a for a in self.arguments]
        super().__enter__()
        return self

    def __exit__(self, *error):
        super().__exit__(*error)
        self.folder_of_socket.cleanup()

    def tell(self, *words):
        done = cli("control", self.socket, *words)
        if done.returncode != 0:
            raise AssertionError(f"{words}: {done.stderr}")
        return done.stdout

    def refused(self, *words):
        done = cli("control", self.socket, *words)
        if done.returncode == 0:
            raise AssertionError(f"{words}: {done.stdout}")
        return done.stderr

    def status(self, *address):
        return dict(line.split(" ", 1) for line in self.tell(*address, "status").splitlines())


class Control(unittest.TestCase):
    def poll(self, meter, *points):
        return cli("poll", f"tcp://{meter.tcp}", *points, "--retries", "0", "--timeout", "300ms")

    def test_faults_at_run_time(self):
        with Controlled("--tcp", "0") as meter:
            self.assertEqual(self.poll(meter, "ct_primary").returncode, 0)
            self.assertEqual(meter.tell("fault", "exception:code=6"), "fault 1\n")
            busy = self.poll(meter, "ct_primary")
            self.assertEqual(busy.returncode, 1)
            self.assertIn("busy", (busy.stdout + busy.stderr).lower())
            self.assertRegex(meter.tell("faults"), r"fault 1 exception:code=6: [1-9]\d* of")
            meter.tell("unfault", "1")
            self.assertEqual(self.poll(meter, "ct_primary").returncode, 0)

    def test_faults_of_one_meter_of_a_bus(self):
        with Controlled("--meter", "@3", "--meter", "@9", "--tcp", "0") as meter:
            meter.tell("fault", "no-answer:address=3")
            for unit, code in ((3, 1), (9, 0)):
                done = cli("poll", f"tcp://{meter.tcp}?unit={unit}", "ct_primary", "--retries", "0",
                           "--timeout", "300ms")
                self.assertEqual(done.returncode, code, done)

    def test_keys_change_the_glass(self):
        with Controlled("--tcp", "0") as meter:
            meter.tell("run", "4s")
            self.assertEqual(meter.status()["paused"], "yes")
            first = meter.tell("lcd")
            second = meter.tell("keys", "next")
            self.assertNotEqual(first, second)
            self.assertEqual(meter.tell("lcd"), second)

    def test_installation_and_events(self):
        with Controlled("--tcp", "0", "--speed", "max") as meter:
            meter.tell("set", "voltage=[200,210,220]")
            meter.tell("run", "20s")
            said = self.poll(meter, "f_v_an", "f_v_bn", "f_v_cn", "--json").stdout
            values = json.loads(said)["registers"]
            for name, volts in (("f_v_an", 200), ("f_v_bn", 210), ("f_v_cn", 220)):
                self.assertAlmostEqual(values[name], volts, delta=0.0005 * volts)

    def test_ports_open_while_it_runs(self):
        with Controlled("--tcp", "0") as meter:
            where = meter.tell("open", "rtu-tcp", "127.0.0.1:0").split()[-1]
            done = cli("poll", f"rtutcp://{where}", "ct_primary")
            self.assertEqual(done.returncode, 0, done)

    def test_scripts_on_standard_input(self):
        with Controlled() as meter:
            script = "# a comment\n\nrun 1s\nstep cycle\nnonsense\nstep cycle\n"
            done = subprocess.run([CLI, "control", meter.socket], input=script, text=True,
                                  capture_output=True, timeout=PATIENCE)
            self.assertEqual(done.returncode, 1)
            self.assertIn('there is no command "nonsense"', done.stderr)
            frames = [int(line.split()[1]) for line in done.stdout.splitlines()]
            self.assertEqual(frames[1], frames[0] + 42)
            self.assertEqual(int(meter.status()["frame"]), frames[1], "nothing after the error")

    def test_quit_and_a_second_client(self):
        with Controlled() as meter:
            self.assertEqual(stat.S_IMODE(os.stat(meter.socket).st_mode), 0o600)
            with socket.socket(socket.AF_UNIX) as raw:
                raw.connect(meter.socket)
                raw.sendall(b"run 1h\n")  # keeps this client waiting, and nobody else
                self.assertIn("frame", meter.status())
                meter.tell("quit")
                self.assertEqual(meter.process.wait(timeout=PATIENCE), 0)
            self.assertFalse(os.path.exists(meter.socket))

    def test_what_is_in_the_way(self):
        with Controlled() as meter:
            second = cli("run", "--control", meter.socket)
            self.assertEqual(second.returncode, 1)
            self.assertIn(meter.socket, second.stderr)
            self.assertIn("frame", meter.status(), "the first is not disturbed")
            meter.stop(signal.SIGKILL)
            self.assertTrue(os.path.exists(meter.socket))
            lost = cli("control", meter.socket, "status")
            self.assertEqual(lost.returncode, 1)
            self.assertIn("cannot reach a meter at the control socket", lost.stderr)
            with Meter("--control", meter.socket):
                self.assertEqual(cli("control", meter.socket, "status").returncode, 0)

    def test_a_file_is_never_removed(self):
        with tempfile.NamedTemporaryFile() as file:
            done = cli("run", "--control", file.name)
            self.assertEqual(done.returncode, 1)
            self.assertIn("cannot listen on the control socket", done.stderr)
            self.assertTrue(os.path.exists(file.name))

    def test_lines_without_end(self):
        with Controlled() as meter:
            with socket.socket(socket.AF_UNIX) as raw:
                raw.connect(meter.socket)
                raw.sendall(b"x" * 5000)
                self.assertIn(b"4096 bytes at most", raw.recv(4096))
            self.assertIn("frame", meter.status())


if __name__ == "__main__":
    unittest.main()
