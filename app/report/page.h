// The page that carries a report: one self-contained HTML file, readable in light and dark, with
// no script and nothing fetched.
//
// Classes for its body: p.note, .verdict .good .bad, table (first column and td.text left-aligned,
// the rest numbers), table.settings, div.plots around pictures, details. Pictures use line.grid
// .zero .limit, rect.bar .window .event, --s0 .. --s5 for series.
#pragma once

#include <string>
#include <string_view>

namespace report {

// `body` is HTML; `title` is text.
std::string page(std::string_view title, const std::string& body);

}  // namespace report
