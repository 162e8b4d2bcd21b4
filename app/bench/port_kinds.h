// THE table of the kinds of port that a person or a script opens while a meter runs. `where` is
// [HOST:]PORT, the path of a device, or of the pty a link to make or nothing (Runner's open_...()).
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "app/bench/runner.h"

namespace bench {

struct PortKind {
    std::string_view name;  // as scripts say it
    // Returns the port's address, as Runner::close_port() knows it; throws as Runner's functions.
    std::string (*open)(Runner& runner, const std::string& where);
};

// clang-format off
inline constexpr std::array kPortKinds{
    PortKind{"tcp", [](Runner& r, const std::string& at) { return r.open_tcp(ports::Protocol::mbap, at); }},
    PortKind{"rtu-tcp", [](Runner& r, const std::string& at) { return r.open_tcp(ports::Protocol::rtu, at); }},
    PortKind{"rfc2217", [](Runner& r, const std::string& at) { return r.open_rfc2217(at); }},
    PortKind{"serial", [](Runner& r, const std::string& at) { return r.open_serial(at); }},
    PortKind{"pty", [](Runner& r, const std::string& at) {
        return r.open_pty(at.empty() ? std::nullopt : std::optional{at}); }},
};
// clang-format on

// Null when there is none of that name.
[[nodiscard]] constexpr const PortKind* find_port_kind(std::string_view name) {
    const auto* found = std::find_if(kPortKinds.begin(), kPortKinds.end(),
                                     [name](const PortKind& row) { return row.name == name; });
    return found == kPortKinds.end() ? nullptr : found;
}

}  // namespace bench
