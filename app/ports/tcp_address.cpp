#include "app/ports/tcp_address.h"

#include <fmt/core.h>

#include <asio/ip/address.hpp>
#include <charconv>
#include <stdexcept>
#include <string_view>

#include "app/ports/phrases.h"
#include "signals/scenario/worded_error.h"

namespace ports {
namespace {

using signals::Sentence;

[[noreturn]] void refuse(const std::string& text, const Sentence& what) {
    throw signals::WordedError<std::invalid_argument>(Sentence::of(kPort.no_address, text, what));
}

std::uint16_t port_of(const std::string& text, std::string_view digits) {
    std::uint16_t port = 0;
    const char* end = digits.data() + digits.size();
    const auto [stopped, error] = std::from_chars(digits.data(), end, port);
    if (error != std::errc{} || stopped != end || digits.empty())
        refuse(text, Sentence::of(kPort.the_port, digits));
    return port;
}

asio::ip::address host_of(const std::string& text, std::string_view host) {
    if (host == "localhost") return asio::ip::address_v4::loopback();
    const bool bracketed = host.size() > 2 && host.front() == '[' && host.back() == ']';
    asio::error_code error;
    asio::ip::address address;
    if (bracketed)
        address = asio::ip::make_address_v6(std::string(host.substr(1, host.size() - 2)), error);
    else
        address = asio::ip::make_address_v4(std::string(host), error);
    if (error) refuse(text, Sentence::of(kPort.the_host, host));
    return address;
}

}  // namespace

asio::ip::tcp::endpoint parse_tcp_address(const std::string& text) {
    const std::string_view whole = text;
    const std::size_t colon = whole.rfind(':');
    if (colon == std::string_view::npos)
        return {asio::ip::address_v4::loopback(), port_of(text, whole)};
    return {host_of(text, whole.substr(0, colon)), port_of(text, whole.substr(colon + 1))};
}

std::string to_text(const asio::ip::tcp::endpoint& endpoint) {
    const std::string host = endpoint.address().to_string();
    const char* format = endpoint.address().is_v6() ? "[{}]:{}" : "{}:{}";
    return fmt::format(fmt::runtime(format), host, endpoint.port());
}

}  // namespace ports
