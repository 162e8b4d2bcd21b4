// The line log as CSV: RFC 4180, UTF-8, a header line, a record per line.
//
//   number      from 1
//   tick        line clock, 1/32768 s: start of the first character; end_tick: end of the last
//   time_s      the same in seconds
//   port client direction framing
//   bytes       as they were on the wire, hexadecimal with blanks
//   address function           decimal; empty when there is none
//   first_register count       by number of the map
//   error       empty, or a word (log_record.h, Trouble)
//   error_text  the same in a sentence
//   round_trip_ms              of answers
//   request     of answers: number of the record that asked
//   description what it asks or says, with names, values and units
#pragma once

#include <ostream>

#include "app/line/log_record.h"

namespace line {

class CsvWriter final : public RecordSink {
 public:
    // Writes the header line. `out` must outlive the writer; whether it fails is the caller's to
    // see.
    explicit CsvWriter(std::ostream& out);
    void add(const Record& record) override;

 private:
    std::ostream& out_;
};

// Quoted where a comma, a quote or a line end asks for it.
std::string csv_field(const std::string& text);

}  // namespace line
