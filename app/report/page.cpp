#include "app/report/page.h"

#include "app/report/svg.h"

namespace report {
namespace {

constexpr const char* kStyle = R"(
:root{color-scheme:light dark;--ink:#1c2430;--soft:#5b6675;--paper:#fff;--grid:#e3e7ec;--limit:#c62828;
--good:#1b7a3d;--band:#1f5fbf18;--event:#c6282822;
--s0:#1f5fbf;--s1:#c2570c;--s2:#1b7a3d;--s3:#8b3fb0;--s4:#0b7f8c;--s5:#a8862a}
@media(prefers-color-scheme:dark){:root{--ink:#e4e9f0;--soft:#9aa6b5;--paper:#14181e;--grid:#2c343e;
--limit:#ff6b6b;--good:#5fce86;--band:#7db2ff20;--event:#ff6b6b30;
--s0:#7db2ff;--s1:#ffab66;--s2:#6fd694;--s3:#d49cf0;--s4:#5fd3df;--s5:#e6c860}}
body{font:14px/1.45 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:1100px;
margin:2em auto;padding:0 1em}
h1{font-size:1.6em;margin-bottom:.1em}h2{font-size:1.15em;margin:2em 0 .2em;
border-bottom:2px solid var(--grid)}h3{font-size:1em;margin:1.2em 0 .2em}
p.note{color:var(--soft);margin:.2em 0 .8em}
.verdict{font-size:1.15em;font-weight:600}.good{color:var(--good)}.bad{color:var(--limit);font-weight:600}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}
td,th{padding:.15em .8em .15em 0;text-align:right;border-bottom:1px solid var(--grid)}
table.settings td{text-align:left}
td:first-child,th:first-child,td.text,th.text{text-align:left}th{color:var(--soft);font-weight:500}
.wide{overflow-x:auto}
.plots{display:flex;flex-wrap:wrap;gap:12px;margin:.5em 0 1em}
svg{max-width:100%;height:auto;font:11px system-ui,sans-serif}svg text{fill:var(--soft)}
svg .title{fill:var(--ink);font-weight:600;font-size:12px}.grid{stroke:var(--grid)}
.zero{stroke:var(--soft)}.limit{stroke:var(--limit);stroke-width:1.6;stroke-dasharray:6 3}
.series{fill:var(--c)}.bar{fill:var(--s0)}.bar2{fill:var(--s1)}.window{fill:var(--band)}.event{fill:var(--event)}
polyline{fill:none;stroke:var(--c);stroke-width:1.6;stroke-linejoin:round}circle{fill:var(--c)}
details{margin:.4em 0}summary{cursor:pointer;color:var(--soft)}
)";

}  // namespace

std::string page(std::string_view title, const std::string& body) {
    std::string out =
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
        "content=\"width=device-width\"><title>";
    out += escaped(title) + "</title><style>" + kStyle;
    out += "</style></head><body>\n" + body + "</body></html>\n";
    return out;
}

}  // namespace report
