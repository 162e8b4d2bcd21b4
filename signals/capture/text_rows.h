// Rows of text: COMTRADE's ASCII data, and CSV.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "signals/capture/byte_source.h"
#include "signals/capture/row_reader.h"

namespace signals {

// Where things are in a line.
struct TextLayout {
    char separator = ',';
    bool decimal_comma = false;
    bool quoted = false;                      // fields may stand in double quotes
    std::optional<std::size_t> stamp_column;  // from 0
    double stamp_scale = 1.0;                 // of what is written there
    std::vector<std::size_t> columns;         // of the analog channels, in their order
    std::size_t status_column = 0;            // of the first status channel
    std::size_t fields = 0;                   // of a whole line
    std::optional<double> missing;            // a number that means none
    std::string comment;                      // characters that begin lines which are no rows
    std::uint64_t data_at = 0;                // byte of the first row
    std::size_t first_line = 1;               // its line number
};

// Reads the text once from end to end to find its rows, and keeps where every 1024th begins; sets
// out.rows. Warned about and gone on: a cut last row (dropped), short rows, unreadable samples
// (missing). CaptureError: rows that cannot hold the channels announced (see hostile headers).
std::unique_ptr<RowReader> text_rows(Bytes bytes, const std::string& file, const TextLayout& layout,
                                     Recording& out);

// The layout of COMTRADE's ASCII rows. Missing: empty (all revisions), or 99999 (not 1991).
TextLayout comtrade_ascii_layout(const Recording& recording, std::size_t first_line);

}  // namespace signals
