#include "app/cli/log_file.h"

#include <fmt/format.h>

#include <cerrno>
#include <fstream>
#include <stdexcept>
#include <system_error>

#include "app/line/log_csv.h"
#include "app/line/log_pcapng.h"

namespace cli {
namespace {

// Flushes behind every record, so that another program can follow the file.
template <class Writer>
class FileOf final : public LogFile, public line::RecordSink {
 public:
    template <class... More>
    FileOf(std::string path, More... more)
        : path_(std::move(path)), out_(open(path_)), writer_(out_, more...) {}

    line::RecordSink& sink() override { return *this; }
    void add(const line::Record& record) override {
        writer_.add(record);
        out_.flush();
    }
    void close() override {
        out_.flush();
        if (!out_) throw std::runtime_error(fmt::format("cannot write {}", path_));
    }

 private:
    static std::ofstream open(const std::string& path) {
        std::ofstream out(path, std::ios::binary);
        if (!out)
            throw std::system_error(errno, std::generic_category(),
                                    fmt::format("cannot write {}", path));
        return out;
    }

    std::string path_;
    std::ofstream out_;
    Writer writer_;
};

}  // namespace

std::unique_ptr<LogFile> make_log_file(const std::string& path, std::int64_t unix_start) {
    if (parse_log_path(path).ends_with(".csv"))
        return std::make_unique<FileOf<line::CsvWriter>>(path);
    return std::make_unique<FileOf<line::PcapngWriter>>(path, unix_start);
}

std::string parse_log_path(const std::string& path) {
    if (path.ends_with(".csv") || path.ends_with(".pcapng")) return path;
    throw std::invalid_argument(
        fmt::format("\"{}\" names no format, allowed is FILE.csv or FILE.pcapng", path));
}

}  // namespace cli
