"""What `cmake --install` and the Debian package put on a machine.

package_test.py BUILD SOURCE: installs the build tree into a scratch folder, makes a package of it and
looks at both as the tools of the desktop and of the shell do.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

BUILD, SOURCE = (pathlib.Path(p).resolve() for p in sys.argv[1:3])
OPTION = re.compile(r"(?<![\w-])(--[a-z][\w-]*)")


def run(*command, **options):
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True,
                          stdin=subprocess.DEVNULL, timeout=120, **options)
    if done.returncode != 0:
        raise AssertionError(f"{command}: exit {done.returncode}: {done.stdout}{done.stderr}")
    return done.stdout


class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.root = pathlib.Path(cls.scratch.name)
        run("cmake", "--install", BUILD, "--prefix", cls.root)
        cls.cli = cls.root / "bin/metertwin-cli"
        cls.share = cls.root / "share"
        cls.window = (cls.root / "bin/metertwin").exists()

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def commands(self, *path):
        text = run(self.cli, *path, "--help")
        listed = text.split("Subcommands:\n")[1].split("\n\n")[0] if "Subcommands:" in text else ""
        names = re.findall(r"^  ([a-z][\w-]*) ", listed, re.M)
        return [path] + [c for name in names for c in self.commands(*path, name)]

    def test_programs_start_from_where_they_are(self):
        self.assertIn("metertwin-cli", run(self.cli, "--version"))

    def test_every_command_and_option_has_its_manual_page(self):
        pages = self.share / "man/man1"
        for path in self.commands():
            page = pages / ("-".join(("metertwin-cli", *path)) + ".1")
            with self.subTest(page=page.name):
                text = page.read_text().replace("\\-", "-")
                options = OPTION.findall(run(self.cli, *path, "--help"))
                self.assertEqual([o for o in set(options) if o not in text], [])

    def test_the_window_has_its_manual_page(self):
        if not self.window:
            self.skipTest("built without the window")
        text = (self.share / "man/man1/metertwin.1").read_text().replace("\\-", "-")
        options = set(OPTION.findall(run(self.root / "bin/metertwin", "--help")))
        self.assertEqual([o for o in options - {"--help-all"} if o not in text], [])

    def test_manual_pages_are_clean_roff(self):
        for page in (self.share / "man/man1").glob("*.1"):
            with self.subTest(page=page.name):
                done = subprocess.run(["groff", "-k", "-man", "-Tutf8", "-ww", "-z", page],
                                      capture_output=True, text=True, timeout=60)
                self.assertEqual(done.stderr, "")

    def complete(self, *words):
        script = self.share / "bash-completion/completions/metertwin-cli"
        line = " ".join(f"'{w}'" for w in ("metertwin-cli", *words))
        return run("bash", "-c", f"source {script}; COMP_WORDS=({line}); COMP_CWORD={len(words)}; "
                   "_metertwin_cli; echo \"${COMPREPLY[*]}\"").split()

    def test_bash_completes_commands_options_and_choices(self):
        self.assertIn("replay", self.complete("re"))
        self.assertIn("--scenario", self.complete("run", "--sc"))
        self.assertNotIn("--scenario", self.complete("map", "--"))
        self.assertIn("json", self.complete("map", "--format", "j"))
        self.assertEqual(sorted(self.complete("completion", "")), ["--help", "-h", "bash", "fish", "zsh"])

    def test_scripts_of_the_other_shells_parse(self):
        for shell, path in (("zsh", "zsh/vendor-completions/_metertwin-cli"),
                            ("fish", "fish/vendor_completions.d/metertwin-cli.fish")):
            script = self.share / path
            self.assertIn("metertwin-cli", script.read_text())
            if shutil.which(shell):
                run(shell, "-n", script)

    def test_scenarios_run_from_where_they_are_installed(self):
        scenarios = sorted((self.share / "metertwin/scenarios").rglob("healthy-480.toml"))
        self.assertTrue(scenarios)
        run(self.cli, "run", "--scenario", scenarios[0], "--for", "2s")

    def test_the_desktop_knows_the_program_and_its_files(self):
        if not self.window:
            self.skipTest("built without the window")
        run("desktop-file-validate", self.share / "applications/metertwin.desktop")
        self.assertTrue((self.share / "icons/hicolor/256x256/apps/metertwin.png").exists())
        run("update-mime-database", self.share / "mime")
        types = (self.share / "mime/types").read_text().split()
        entry = (self.share / "applications/metertwin.desktop").read_text()
        for name in re.search(r"^MimeType=(.*)$", entry, re.M)[1].strip(";").split(";"):
            self.assertIn(name, types)


class Package(unittest.TestCase):
    def test_holds_the_programs_and_names_what_they_need(self):
        with tempfile.TemporaryDirectory() as scratch:
            run("cpack", "-G", "DEB", "-D", f"CPACK_OUTPUT_FILE_PREFIX={scratch}", "--config", BUILD / "CPackConfig.cmake",
                cwd=scratch)
            package = next(pathlib.Path(scratch).glob("*.deb"))
            files = run("dpkg-deb", "--contents", package)
            needs = run("dpkg-deb", "--field", package, "Depends")
        for path in ("./usr/bin/metertwin-cli", "./usr/share/man/man1/metertwin-cli-run.1",
                     "./usr/share/doc/metertwin/copyright"):
            self.assertIn(path, files)
        self.assertNotIn(os.fspath(SOURCE), files)
        self.assertIn("libc6", needs)
        if (BUILD / "bin/metertwin").exists():
            self.assertIn("libqt6widgets6", needs)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[3:], verbosity=2)
