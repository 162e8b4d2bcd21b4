// The serial port over TCP as a client meets it: one at a time, its settings told with its bytes.
#include "app/ports/rfc2217.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <asio/read.hpp>
#include <asio/write.hpp>
#include <list>
#include <optional>

#include "app/ports/tcp_address.h"

namespace ports {
namespace {

using asio::ip::tcp;
using Bytes = std::vector<std::uint8_t>;

constexpr std::chrono::seconds kPatience{5};  // used up by failures only
const Bytes kAgree{255, 251, 44};
const Bytes kAgreed{255, 253, 44, 255, 250, 44, 107, 0xB0, 255, 240};  // and the modem's lines
const Bytes kEvenAt9600{255, 250, 44, 1, 0, 0, 0x25, 0x80, 255, 240, 255, 250, 44, 3, 3, 255, 240};

class Rfc2217Test : public testing::Test {
 protected:
    void open(std::chrono::milliseconds idle = std::chrono::hours{1}) {
        port_.emplace(io_, parse_tcp_address("0"), idle);
        port_->configure({38'400, 8, line::UartParity::none, 2});
        port_->start(
            [this](Port&, std::span<const std::uint8_t> bytes, const line::SeenFormat& seen) {
                received_.insert(received_.end(), bytes.begin(), bytes.end());
                seen_ = seen;
            });
    }
    tcp::socket& connect() {
        tcp::socket& client = clients_.emplace_back(client_io_);
        client.connect(parse_tcp_address(port_->address()));
        return client;
    }
    template <class Condition>
    void serve_until(Condition reached) {
        while (!reached() && io_.run_one_for(kPatience) != 0) {
        }
        EXPECT_TRUE(reached());
    }
    Bytes fetch(tcp::socket& client, std::size_t size) {
        serve_until([&] { return client.available() >= size; });
        Bytes bytes(client.available());
        asio::read(client, asio::buffer(bytes));
        return bytes;
    }
    static bool closed(tcp::socket& client) {
        client.non_blocking(true);
        std::uint8_t byte = 0;
        asio::error_code error;
        client.read_some(asio::buffer(&byte, 1), error);
        return error == asio::error::eof || error == asio::error::connection_reset;
    }

    asio::io_context io_;
    asio::io_context client_io_;
    std::optional<Rfc2217> port_;
    std::list<tcp::socket> clients_;
    Bytes received_;
    line::SeenFormat seen_;
};

TEST_F(Rfc2217Test, SettingsComeWithTheBytes) {
    open();
    tcp::socket& client = connect();
    asio::write(client, asio::buffer(kAgree));
    EXPECT_EQ(fetch(client, kAgreed.size()), kAgreed);
    asio::write(client, asio::buffer(Bytes{1, 2, 255, 255, 3}));
    serve_until([&] { return received_.size() == 4; });
    EXPECT_EQ(received_, (Bytes{1, 2, 255, 3}));
    EXPECT_EQ(seen_.baud, 38'400U) << "it begins as the meter is";
    EXPECT_EQ(seen_.parity, line::UartParity::none);
    asio::write(client, asio::buffer(kEvenAt9600));
    asio::write(client, asio::buffer(Bytes{4}));
    serve_until([&] { return received_.size() == 5; });
    EXPECT_EQ(seen_.baud, 9'600U);
    EXPECT_EQ(seen_.parity, line::UartParity::even);
    EXPECT_EQ(seen_.data_bits, 8);
    EXPECT_EQ(seen_.stop_half_bits, 2);
}

TEST_F(Rfc2217Test, AnswersAreEscaped) {
    open();
    tcp::socket& client = connect();
    serve_until([&] { return port_->connected(); });
    port_->send(Bytes{1, 255, 2}, false);
    EXPECT_EQ(fetch(client, 4), (Bytes{1, 255, 255, 2}));
}

TEST_F(Rfc2217Test, WithoutComPortControlNothingIsToldOfTheSettings) {
    open();
    asio::write(connect(), asio::buffer(Bytes{7}));
    serve_until([&] { return !received_.empty(); });
    EXPECT_EQ(seen_, line::SeenFormat{});
}

TEST_F(Rfc2217Test, HoldsBackWhileSuspended) {
    open();
    tcp::socket& client = connect();
    asio::write(client, asio::buffer(Bytes{255, 250, 44, 8, 255, 240, 9}));
    serve_until([&] { return !received_.empty(); });
    port_->send(Bytes{1, 2, 3}, false);
    asio::write(client, asio::buffer(Bytes{255, 250, 44, 2, 0, 255, 240}));
    const Bytes answer{255, 250, 44, 102, 8, 255, 240};
    EXPECT_EQ(fetch(client, answer.size()), answer);
    asio::write(client, asio::buffer(Bytes{255, 250, 44, 9, 255, 240}));
    EXPECT_EQ(fetch(client, 3), (Bytes{1, 2, 3}));
}

TEST_F(Rfc2217Test, HasOneUserAtATime) {
    open();
    tcp::socket& first = connect();
    serve_until([&] { return port_->connected(); });
    tcp::socket& second = connect();
    serve_until([&] { return closed(second); });
    port_->send(Bytes{1}, false);
    EXPECT_EQ(fetch(first, 1), Bytes{1});
    first.close();
    serve_until([&] { return !port_->connected(); });
    tcp::socket& third = connect();
    serve_until([&] { return port_->connected(); });
    port_->send(Bytes{2}, false);
    EXPECT_EQ(fetch(third, 1), Bytes{2});
}

TEST_F(Rfc2217Test, ClosesAnIdleUser) {
    open(std::chrono::milliseconds{20});
    tcp::socket& client = connect();
    serve_until([&] { return closed(client); });
}

TEST_F(Rfc2217Test, AUserThatNeverFetchesIsNotCollectedFor) {
    open();
    connect();
    serve_until([&] { return port_->connected(); });
    const Bytes answer(256, 7);
    for (int i = 0; i < 100'000; ++i) port_->send(answer, false);
    io_.poll();
    SUCCEED();
}

}  // namespace
}  // namespace ports
