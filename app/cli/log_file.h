// Files of the line log, by the end of their name: .csv or .pcapng.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "app/line/log_record.h"

namespace cli {

class LogFile {
 public:
    virtual ~LogFile() = default;
    virtual line::RecordSink& sink() = 0;
    // Throws std::runtime_error, with the path, when something could not be written.
    virtual void close() = 0;
};

// Throws std::invalid_argument when the name ends in neither; std::system_error, with the path,
// when the file cannot be made. `unix_start`: seconds since 1970 at tick 0 of the line clock.
std::unique_ptr<LogFile> make_log_file(const std::string& path, std::int64_t unix_start);
// The name only; throws likewise.
std::string parse_log_path(const std::string& path);

}  // namespace cli
