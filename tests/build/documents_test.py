#!/usr/bin/env python3
"""docs/registers.md and docs/menu.md are what the tables say.

    documents_test.py SOURCE_DIR METERTWIN_CLI            says which is out of date
    documents_test.py SOURCE_DIR METERTWIN_CLI --update   writes them
"""
import pathlib
import subprocess
import sys

MADE = ("Made from the tables by `tests/build/documents_test.py . build/dev/bin/metertwin-cli "
        "--update`; do not edit.")
PAGES = {
    "docs/registers.md": ("# Registers", "md", "Register numbers count from 1; on the wire they are "
                          "one less. Values of k-unit registers are scaled by 138 to 141."),
    "docs/menu.md": ("# Panel: screens and menus", "menu", "What the keys lead to, and what is set "
                     "there. What a setting may be is asked of the same rules as on the line."),
}


def page(cli, title, kind, about):
    table = subprocess.run([cli, "map", "--format", kind], capture_output=True, text=True,
                           check=True).stdout
    return f"{title}\n\n{about}\n\n{table}\n{MADE}\n"


def main(root, cli, update):
    stale = []
    for name, what in PAGES.items():
        file = pathlib.Path(root, name)
        fresh = page(cli, *what)
        if update:
            file.write_text(fresh, encoding="utf-8")
        elif not file.exists() or file.read_text(encoding="utf-8") != fresh:
            stale.append(f"{name} is out of date: {sys.argv[0]} {root} {cli} --update")
    print("\n".join(stale))
    return 1 if stale else 0


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:] == ["--update"]))
