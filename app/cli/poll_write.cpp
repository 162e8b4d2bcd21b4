#include "app/cli/poll_write.h"

#include <fmt/core.h>

#include <charconv>
#include <stdexcept>

#include "app/poll/reading.h"

namespace cli {
namespace {

constexpr std::uint8_t kIllegalValue = 3;

void send(polling::Link& link, const RegisterWrite& write) {
    try {
        link.write(write.row->number, write.word);
    } catch (const polling::Failure& failure) {
        if (failure.exception != kIllegalValue) throw;
        throw polling::Failure(
            failure.trouble, failure.exception,
            fmt::format("{}; {} allows {}", failure.what(), write.row->name, write.row->range));
    }
}

}  // namespace

RegisterWrite parse_write(const std::string& text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos)
        throw std::invalid_argument(
            fmt::format("\"{}\" is nothing to write; allowed is NAME=VALUE", text));
    const polling::Rows rows = polling::select(std::array{text.substr(0, equals)});
    if (rows.size() != 1)
        throw std::invalid_argument(fmt::format("\"{}\" means {} registers; one can be written",
                                                text.substr(0, equals), rows.size()));
    double value = 0.0;
    const char* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data() + equals + 1, end, value);
    if (error != std::errc{} || stopped != end)
        throw std::invalid_argument(
            fmt::format("\"{}\": \"{}\" is no number", text, text.substr(equals + 1)));
    return {rows[0], polling::word_for(*rows[0], value)};
}

std::string write_and_read_back(polling::Link& link, const RegisterWrite& write) {
    send(link, write);
    const std::uint16_t now = link.read({write.row->number, 1})[0];
    const std::uint16_t expected = write.row->setting != nullptr ? write.word : 0;
    if (now != expected)
        throw std::runtime_error(fmt::format("{} ({}) was written {} and reads {} now",
                                             write.row->name, write.row->number, write.word, now));
    const polling::Reading reading = polling::reading_of(*write.row, std::array{now}, {});
    return fmt::format("{} ({}) written {}, reads {}\n", write.row->name, write.row->number,
                       write.word, polling::text_of(reading));
}

}  // namespace cli
