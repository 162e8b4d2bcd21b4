#!/usr/bin/env bash
# Cheap checks of every text file in the tree; prints file:line: what is wrong.
#
#   style.sh            everything
#   style.sh --format   clang-format only
#   style.sh --sources  names the C++ sources, for clang-format
set -uo pipefail
shopt -s lastpipe  # complain, at the end of pipes, sets `bad`
cd "$(dirname "$(readlink -f "$0")")/../.."

# Without git (an unpacked archive) the tree itself is the list.
files() { git ls-files -z --cached --others --exclude-standard -- "$@" 2>/dev/null | existing || find_files "$@"; }
existing() { local any=1 f; while IFS= read -r -d '' f; do [[ -f $f ]] && printf '%s\n' "$f" && any=0; done; return $any; }
find_files() { find . -path ./build -prune -o -type f -printf '%P\n'; }

sources() { files | grep -E '\.(cpp|h)$' | grep -v '^tests/core/checks/breach/'; }
texts() { files | grep -vE '\.(png|ico|ttf|dat|bin)$|/golden/|/fuzz/corpus/|^LICENSE$'; }

bad=0
# complain RULE: lines on stdin are breaches of it.
complain() {
    local lines
    lines=$(cat)
    [[ -z $lines ]] && return
    printf '%s:\n%s\n' "$1" "$lines" | sed '2,$s/^/  /'
    bad=1
}
each() { xargs -r -d '\n' "$@"; }

check_format() {
    sources | each clang-format --dry-run -Werror 2>&1 | grep -E 'error:' |
        sed -E 's/: error: code should be clang-formatted.*//' | sort -u -t: -k1,1 |
        complain "not as clang-format writes it (./dev format)"
}

check_text() {
    texts | each grep -nHP '\t' | grep -vE '^[^:]*(Makefile|\.tsv):' | complain "tabs"
    texts | each grep -nHP '[ \t]+$' | complain "blanks at the end of a line"
    texts | each grep -lP '\r$' | complain "line ends of another system"
    texts | while IFS= read -r f; do
        if [[ -s $f && -n $(tail -c 1 "$f") ]]; then echo "$f"; fi
    done | complain "no line end at the end of the file"
    # Made by a program: a row per text.
    sources | grep -vx "app/desktop/table_texts.h" | each wc -l | awk '$2 != "total" && $1 > 400 {print $2 ": " $1 " lines, 400 allowed"}' |
        complain "too long a file"
    files | while read -r f; do
        if [[ -x $f && $(head -c 2 "$f") != '#!' ]]; then echo "$f"; fi
    done | complain "executable, but no script"
    sources | grep '\.h$' | each grep -L '^#pragma once$' | complain "no #pragma once"
}

case ${1:-} in
    --sources) sources ;;
    --format) check_format ;;
    *) check_format; check_text ;;
esac
exit $bad
