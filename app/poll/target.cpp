#include "app/poll/target.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <stdexcept>
#include <string_view>

#include "app/poll/phrases.h"

namespace polling {
namespace {

constexpr std::array<const char*, 3> kParities{"none", "even", "odd"};  // by meter::Parity
constexpr std::array<std::uint32_t, 8> kBauds{1'200,  2'400,  4'800,  9'600,
                                              19'200, 38'400, 57'600, 115'200};

// The whole text, and the language of whoever wrote it.
struct Url {
    const std::string& text;
    signals::Words words;

    template <class... Args>
    [[noreturn]] void refuse(Phrase what, const Args&... args) const {
        throw std::invalid_argument(say(words, Phrase::target, text, say(words, what, args...)));
    }
};

std::optional<std::uint32_t> number_of(std::string_view digits) {
    std::uint32_t value = 0;
    const char* end = digits.data() + digits.size();
    const auto [stopped, error] = std::from_chars(digits.data(), end, value);
    if (digits.empty() || error != std::errc{} || stopped != end) return std::nullopt;
    return value;
}

bool set_unit(Target& target, std::string_view value) {
    const auto unit = number_of(value);
    if (!unit) return false;
    const bool serial = *unit >= 1 && *unit <= 247;
    if (!serial && (target.transport != Transport::tcp || (*unit != 0 && *unit != 255)))
        return false;
    target.unit = static_cast<int>(*unit);
    return true;
}

bool set_baud(Target& target, std::string_view value) {
    const auto baud = number_of(value);
    if (!baud || std::find(kBauds.begin(), kBauds.end(), *baud) == kBauds.end()) return false;
    target.baud = *baud;
    return true;
}

bool set_parity(Target& target, std::string_view value) {
    const auto* at = std::find(kParities.begin(), kParities.end(), value);
    if (at == kParities.end()) return false;
    target.parity = static_cast<meter::Parity>(at - kParities.begin());
    return true;
}

bool set_stop(Target& target, std::string_view value) {
    const auto stop = number_of(value);
    if (!stop || *stop < 1 || *stop > 2) return false;
    target.stop_bits = static_cast<int>(*stop);
    return true;
}

struct Key {
    std::string_view name;
    bool line;  // of a serial line only
    bool (*set)(Target&, std::string_view value);
    Phrase allowed;
};

constexpr std::array<Key, 5> kKeys{{
    {"address", false, set_unit, Phrase::units},
    {"unit", false, set_unit, Phrase::units},
    {"baud", true, set_baud, Phrase::bauds},
    {"parity", true, set_parity, Phrase::parities},
    {"stop", true, set_stop, Phrase::stops},
}};

void set(const Url& url, Target& target, std::string_view item) {
    const std::size_t equals = item.find('=');
    const std::string_view name = item.substr(0, equals);
    const auto* key = std::find_if(kKeys.begin(), kKeys.end(),
                                   [name](const Key& row) { return row.name == name; });
    const bool serial = target.transport == Transport::rtu;
    if (key == kKeys.end() || (key->line && !serial))
        url.refuse(Phrase::no_key, name,
                   say(url.words, serial ? Phrase::serial_keys : Phrase::tcp_keys));
    const std::string_view value =
        equals == std::string_view::npos ? std::string_view{} : item.substr(equals + 1);
    if (!key->set(target, value))
        url.refuse(Phrase::bad_value, name, value, say(url.words, key->allowed));
}

void set_all(const Url& url, Target& target, std::string_view query) {
    while (!query.empty()) {
        const std::size_t end = std::min(query.find('&'), query.size());
        set(url, target, query.substr(0, end));
        query.remove_prefix(std::min(end + 1, query.size()));
    }
}

std::string decoded(const Url& url, std::string_view path) {
    std::string out;
    for (std::size_t i = 0; i < path.size(); ++i) {
        unsigned value = 0;
        const bool escape = path[i] == '%';
        if (escape) {
            const std::string_view digits = path.substr(i + 1, 2);
            const char* end = digits.data() + digits.size();
            const auto [stopped, error] = std::from_chars(digits.data(), end, value, 16);
            if (digits.size() != 2 || error != std::errc{} || stopped != end || value == 0)
                url.refuse(Phrase::bad_escape, digits);
            i += 2;
        }
        out += escape ? static_cast<char>(value) : path[i];
    }
    return out;
}

void set_host(const Url& url, Target& target, std::string_view place) {
    while (!place.empty() && place.back() == '/') place.remove_suffix(1);
    std::size_t colon = place.rfind(':');
    const std::size_t bracket = place.rfind(']');
    if (bracket != std::string_view::npos && colon < bracket) colon = std::string_view::npos;
    std::string_view host = place.substr(0, colon);
    if (colon != std::string_view::npos) {
        const auto port = number_of(place.substr(colon + 1));
        if (!port || *port < 1 || *port > 65'535)
            url.refuse(Phrase::bad_port, place.substr(colon + 1));
        target.port = static_cast<std::uint16_t>(*port);
    }
    const bool bracketed = host.size() > 2 && host.front() == '[' && host.back() == ']';
    if (bracketed) host = host.substr(1, host.size() - 2);
    if (host.empty() || host.find_first_of(bracketed ? "[]/" : "[]/:") != std::string_view::npos)
        url.refuse(Phrase::bad_host, host);
    target.host = host;
}

struct Scheme {
    std::string_view prefix;
    Transport transport;
};
constexpr std::array<Scheme, 3> kSchemes{{{"rtu://", Transport::rtu},
                                          {"tcp://", Transport::tcp},
                                          {"rtutcp://", Transport::rtu_over_tcp}}};

// What follows the scheme; a path has none.
std::string_view strip_scheme(const Url& url, Target& target) {
    const std::string_view whole = url.text;
    for (const Scheme& scheme : kSchemes) {
        if (!whole.starts_with(scheme.prefix)) continue;
        target.transport = scheme.transport;
        return whole.substr(scheme.prefix.size());
    }
    if (const std::size_t end = whole.find("://"); end != std::string_view::npos)
        url.refuse(Phrase::bad_scheme, whole.substr(0, end));
    return whole;
}

}  // namespace

Target parse_url(const std::string& text, signals::Words words) {
    const Url url{text, words};
    Target target;
    const std::string_view rest = strip_scheme(url, target);
    const std::size_t mark = std::min(rest.find('?'), rest.size());
    const std::string_view place = rest.substr(0, mark);
    if (target.transport != Transport::rtu)
        set_host(url, target, place);
    else if (place.empty())
        url.refuse(Phrase::no_device);
    else
        target.device = decoded(url, place);
    set_all(url, target, rest.substr(std::min(mark + 1, rest.size())));
    return target;
}

std::string to_url(const Target& target) {
    if (target.transport == Transport::rtu) {
        std::string path;
        for (const char c : target.device)
            path += c == '%' || c == '?' ? fmt::format("%{:02X}", c) : std::string(1, c);
        return fmt::format("rtu://{}?baud={}&parity={}&stop={}&address={}", path, target.baud,
                           kParities.at(static_cast<std::size_t>(target.parity)), target.stop_bits,
                           target.unit);
    }
    const bool v6 = target.host.find(':') != std::string::npos;
    return fmt::format("{}{}{}{}:{}?unit={}",
                       target.transport == Transport::tcp ? "tcp://" : "rtutcp://", v6 ? "[" : "",
                       target.host, v6 ? "]" : "", target.port, target.unit);
}

signals::Sentence describe(const Target& target) {
    if (target.transport == Transport::rtu)
        return sentence(Phrase::serial_target, target.device, target.baud,
                        "NEO"[static_cast<int>(target.parity)], target.stop_bits, target.unit);
    return sentence(Phrase::tcp_target, target.transport == Transport::tcp ? "tcp" : "rtutcp",
                    target.host, target.port, target.unit);
}

}  // namespace polling
