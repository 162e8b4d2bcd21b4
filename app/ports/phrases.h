// THE table of what is said about ports that cannot be opened. Its name as a context of
// translations is "Ports" (signals/scenario/text_table.h).
#pragma once

#include "signals/scenario/sentence.h"

namespace ports {

struct PortText : signals::Text {
    // NOLINTNEXTLINE(google-explicit-constructor): a row is its text
    constexpr PortText(const char* row) : signals::Text{"Ports", row} {}
};

// clang-format off
struct PortTexts {
    PortText no_address{"\"{}\" is no TCP address: {}; allowed is [HOST:]PORT, HOST an IP address (IPv6 in brackets) or localhost, PORT 0 to 65535"};
    PortText the_port{"the port is \"{}\""};
    PortText the_host{"the host is \"{}\""};
    PortText listen{"cannot listen on {}"};
    PortText serial{"cannot open the serial line {}"};
    PortText set_up{"cannot set up the line {}"};
    PortText pty{"cannot open a pseudo terminal: {}"};
    PortText lock{"cannot lock the pseudo terminal"};
    PortText link{"cannot make the port link {}"};
    PortText link_because{"cannot make the port link {} ({})"};
    PortText stale{"the stale link cannot be replaced"};
    PortText no_link{"something that is not a symbolic link is there already"};
    PortText no_terminal{"it is a symbolic link to {}, not to a terminal"};
    PortText served{"another program serves a meter there ({})"};
    PortText unknown{"it leads to {}, which cannot be examined"};
};
// clang-format on
inline constexpr PortTexts kPort;

}  // namespace ports
