#include "app/ports/tcp_address.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace ports {
namespace {

struct Case {
    const char* text;
    const char* means;
};

TEST(TcpAddress, Means) {
    const Case cases[] = {
        {"1502", "127.0.0.1:1502"},           {"0", "127.0.0.1:0"},
        {"65535", "127.0.0.1:65535"},         {"localhost:502", "127.0.0.1:502"},
        {"192.0.2.7:1502", "192.0.2.7:1502"}, {"0.0.0.0:1502", "0.0.0.0:1502"},
        {"[::1]:1502", "[::1]:1502"},         {"[::]:1502", "[::]:1502"},
    };
    for (const Case& c : cases) EXPECT_EQ(to_text(parse_tcp_address(c.text)), c.means) << c.text;
}

TEST(TcpAddress, RefusesTheRestInWords) {
    for (const char* text : {"", ":", ":502", "x", "-1", "65536", "15 02", "+5", "1502x",
                             "meter.example:502", "256.0.0.1:502", "::1:502", "[::1]", "[]:502",
                             "127.0.0.1:", "127.0.0.1", "*:502", "127.0.0.1:502:1"}) {
        try {
            const auto endpoint = parse_tcp_address(text);
            ADD_FAILURE() << text << " became " << to_text(endpoint);
        } catch (const std::invalid_argument& error) {
            const std::string what = error.what();
            EXPECT_NE(what.find('"' + std::string(text) + '"'), std::string::npos) << what;
            EXPECT_NE(what.find("[HOST:]PORT"), std::string::npos) << what;
        }
    }
}

}  // namespace
}  // namespace ports
