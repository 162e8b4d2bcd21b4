#include "app/line/log_filter.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <stdexcept>

#include "app/line/decode_text.h"
#include "app/line/phrases.h"
#include "core/registers/table.h"
#include "signals/scenario/suggest.h"

namespace line {
namespace {

using Term = LogFilter::Term;
using signals::Words;

[[noreturn]] void refuse(Words words, std::string_view value, const std::string& allowed) {
    throw std::invalid_argument(say(words, Phrase::not_allowed, value, allowed));
}

std::optional<std::int64_t> whole_number(std::string_view text) {
    const bool hex = text.starts_with("0x") || text.starts_with("0X");
    std::int64_t value = 0;
    const char* end = text.data() + text.size();
    const auto done = std::from_chars(text.data() + (hex ? 2 : 0), end, value, hex ? 16 : 10);
    if (done.ec != std::errc{} || done.ptr != end || value < 0) return std::nullopt;
    return value;
}

std::int64_t number(std::string_view text, std::int64_t most, Words words) {
    const auto value = whole_number(text);
    if (!value || *value > most) refuse(words, text, say(words, Phrase::range, most));
    return *value;
}

double seconds(std::string_view text, Words words) {
    double value = 0.0;
    if (text.ends_with('s')) text.remove_suffix(1);
    const char* end = text.data() + text.size();
    const auto done = std::from_chars(text.data(), end, value);
    if (done.ec != std::errc{} || done.ptr != end || !(value >= 0.0 && value < 1e9))
        refuse(words, text, say(words, Phrase::seconds));
    return value;
}

double time_of(const Record& record) {
    return static_cast<double>(record.traffic.begin.ticks) / static_cast<double>(meter::kCrystalHz);
}

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

std::string errors_of(const Record& record) { return name_of(record.decoded.trouble); }

// ---- one value of a term
// -------------------------------------------------------------------------

Term by_address(std::string_view text, Words words) {
    return [n = number(text, 255, words)](const Record& r) { return r.decoded.address == n; };
}

Term by_function(std::string_view text, Words words) {
    return [n = number(text, 127, words)](const Record& r) { return r.decoded.function == n; };
}

Term by_range(std::uint32_t first, std::uint32_t last) {
    return [first, last](const Record& r) {
        return r.decoded.registers && r.decoded.registers->touches(first, last);
    };
}

Term by_register(std::string_view text, Words words) {
    if (const meter::RegisterRow* row = meter::find_register(text))
        return by_range(row->number, row->number + row->count - 1U);
    const std::size_t dash = text.find('-');
    const auto first = whole_number(text.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : whole_number(text.substr(dash + 1));
    if (!first || !last || *first > *last || *last > 65'536)
        refuse(words, text, say(words, Phrase::registers));
    return by_range(static_cast<std::uint32_t>(*first), static_cast<std::uint32_t>(*last));
}

Term by_client(std::string_view text, Words /*words*/) {
    return [wanted = std::string(text)](const Record& r) {
        const Client& client = r.traffic.client;
        const std::string exact = fmt::format("{}#{}", client.port, client.number);
        return exact == wanted || client.port.find(wanted) != std::string::npos;
    };
}

Term by_direction(std::string_view text, Words words) {
    if (text != "request" && text != "answer") refuse(words, text, say(words, Phrase::directions));
    return [request = text == "request"](const Record& r) { return r.is_request() == request; };
}

Term by_framing(std::string_view text, Words words) {
    if (text != "rtu" && text != "mbap") refuse(words, text, say(words, Phrase::framings));
    return [want = text == "rtu" ? Framing::rtu : Framing::mbap](const Record& r) {
        return r.traffic.framing == want;
    };
}

Term by_error(std::string_view text, Words words) {
    std::vector<std::string_view> names;
    for (auto t = Trouble::exception; t <= Trouble::unanswered;
         t = static_cast<Trouble>(static_cast<int>(t) + 1))
        names.emplace_back(name_of(t));
    if (std::find(names.begin(), names.end(), text) == names.end())
        refuse(words, text, fmt::format("{}", fmt::join(names, ", ")));
    return [wanted = std::string(text)](const Record& r) { return errors_of(r) == wanted; };
}

Term from(std::string_view text, Words words) {
    return [t = seconds(text, words)](const Record& r) { return time_of(r) >= t; };
}

Term until(std::string_view text, Words words) {
    return [t = seconds(text, words)](const Record& r) { return time_of(r) < t; };
}

Term by_text(std::string_view text, Words words) {
    return [wanted = lower(std::string(text)), words](const Record& r) {
        return lower(describe(r, words)).find(wanted) != std::string::npos;
    };
}

struct Key {
    std::string_view name;
    Term (*make)(std::string_view value, Words words);
};

constexpr std::array<Key, 10> kKeys{{
    {"address", by_address},
    {"function", by_function},
    {"register", by_register},
    {"client", by_client},
    {"direction", by_direction},
    {"framing", by_framing},
    {"error", by_error},
    {"from", from},
    {"until", until},
    {"text", by_text},
}};

const Key& key_of(std::string_view name, Words words) {
    const auto key =
        std::find_if(kKeys.begin(), kKeys.end(), [name](const Key& k) { return k.name == name; });
    if (key != kKeys.end()) return *key;
    std::vector<std::string_view> names;
    for (const Key& known : kKeys) names.push_back(known.name);
    names.emplace_back("errors");
    const std::string all = fmt::format("{}", fmt::join(names, ", "));
    const auto near = signals::suggest(name, names);
    throw std::invalid_argument(near ? say(words, Phrase::suggested_key, name, *near, all)
                                     : say(words, Phrase::unknown_key, name, all));
}

Term any_of(std::vector<Term> terms) {
    return [terms = std::move(terms)](const Record& record) {
        return std::any_of(terms.begin(), terms.end(),
                           [&](const Term& term) { return term(record); });
    };
}

Term parse_plain(std::string_view text, Words words) {
    if (text == "errors") return [](const Record& record) { return record.is_error(); };
    const std::size_t equals = text.find('=');
    const Key& key = key_of(text.substr(0, equals), words);
    if (equals == std::string_view::npos)
        throw std::invalid_argument(say(words, Phrase::no_value, key.name));
    std::vector<Term> terms;
    for (std::string_view rest = text.substr(equals + 1);;) {
        const std::size_t comma = rest.find(',');
        terms.push_back(key.make(rest.substr(0, comma), words));
        if (comma == std::string_view::npos) break;
        rest.remove_prefix(comma + 1);
    }
    return any_of(std::move(terms));
}

Term parse_term(std::string_view text, Words words) {
    try {
        if (!text.starts_with('!')) return parse_plain(text, words);
        return [term = parse_plain(text.substr(1), words)](const Record& r) { return !term(r); };
    } catch (const std::invalid_argument& error) {
        throw std::invalid_argument(say(words, Phrase::filter, text, error.what()));
    }
}

}  // namespace

LogFilter::LogFilter(std::string_view expression, Words words) {
    while (true) {
        const std::size_t start = expression.find_first_not_of(" \t\n");
        if (start == std::string_view::npos) return;
        const std::size_t end = expression.find_first_of(" \t\n", start);
        terms_.push_back(parse_term(expression.substr(start, end - start), words));
        if (end == std::string_view::npos) return;
        expression.remove_prefix(end);
    }
}

bool LogFilter::passes(const Record& record) const {
    return std::all_of(terms_.begin(), terms_.end(),
                       [&](const Term& term) { return term(record); });
}

}  // namespace line
