#!/usr/bin/env python3
"""What the documents promise exists: links, paths and the scenario example.

    readme_test.py SOURCE_DIR METERTWIN_CLI
"""
import pathlib
import re
import subprocess
import sys
import tempfile

DOCUMENTS = ["README.md", "docs/README.md", "docs/design.md", "docs/recordings.md"]


def broken_links(document):
    for target in re.findall(r"\]\(([^)#]+)\)", document.read_text()):
        if "://" not in target and not (document.parent / target).exists():
            yield f"{document}: link to {target}, which does not exist"


def missing_paths(root, document):
    """Paths in code spans or commands that begin with one of our folders."""
    folders = "core|signals|widgets|app|resources|tests|docs"
    for path in set(re.findall(rf"\b(?:{folders})/[\w./-]*\w", document.read_text())):
        if not (root / path).exists():
            yield f"{document}: names {path}, which does not exist"


def broken_scenario(root, cli):
    example = re.search(r"```toml\n(.*?)```", (root / "README.md").read_text(), re.DOTALL)
    if not example:
        yield "README.md: no scenario example"
        return
    with tempfile.NamedTemporaryFile("w", suffix=".toml") as file:
        file.write(example[1])
        file.flush()
        done = subprocess.run([cli, "run", "--scenario", file.name, "--for", "2s"],
                              capture_output=True, text=True, check=False)
    if done.returncode != 0:
        yield f"README.md: the scenario example fails: {done.stderr}"


def main(root, cli):
    root = pathlib.Path(root)
    complaints = list(broken_scenario(root, cli))
    guide = sorted((root / "docs/guide").glob("*.md"))
    for document in [root / name for name in DOCUMENTS] + guide:
        complaints += broken_links(document)
        complaints += missing_paths(root, document)
    print("\n".join(complaints))
    return 1 if complaints else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
