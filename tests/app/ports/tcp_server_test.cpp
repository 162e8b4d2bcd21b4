// The TCP ports as clients meet them: several at once, limits, time-outs, an address in use.
#include "app/ports/tcp_server.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <asio/read.hpp>
#include <asio/write.hpp>
#include <list>
#include <optional>
#include <system_error>

#include "app/ports/tcp_address.h"
#include "tests/app/modbus_frame.h"

namespace ports {
namespace {

using asio::ip::tcp;
using test::Bytes;

constexpr std::chrono::seconds kPatience{5};  // used up by failures only

// Answers every request by its own bytes.
class Mirror final : public Device {
 public:
    void serve(const Request& request, Reply& reply) override {
        reply.send(request.frame);
        ++requests;
    }
    int requests = 0;
};

class TcpServerTest : public testing::Test {
 protected:
    TcpServer& open(const TcpLimits& limits = {}, Protocol protocol = Protocol::mbap) {
        server_.emplace(io_, parse_tcp_address("0"), protocol, device_, limits);
        server_->start();
        return *server_;
    }
    tcp::socket& connect() {
        tcp::socket& client = clients_.emplace_back(client_io_);
        client.connect(parse_tcp_address(server_->address()));
        return client;
    }
    template <class Condition>
    void serve_until(Condition reached) {
        while (!reached() && io_.run_one_for(kPatience) != 0) {
        }
        EXPECT_TRUE(reached());
    }
    // What a client that has sent `request` fetches.
    Bytes exchange(tcp::socket& client, const Bytes& request) {
        asio::write(client, asio::buffer(request));
        Bytes answer(request.size());
        serve_until([&] { return client.available() >= answer.size(); });
        asio::read(client, asio::buffer(answer));
        return answer;
    }
    static bool closed(tcp::socket& client) {
        client.non_blocking(true);
        std::uint8_t byte = 0;
        asio::error_code error;
        client.read_some(asio::buffer(&byte, 1), error);
        return error == asio::error::eof || error == asio::error::connection_reset;
    }

    Mirror device_;
    asio::io_context io_;
    asio::io_context client_io_;
    std::optional<TcpServer> server_;
    std::list<tcp::socket> clients_;
};

Bytes request_of(std::uint8_t who) { return {0, who, 0, 0, 0, 4, 1, 0x41, who, 7}; }

TEST_F(TcpServerTest, ServesSeveralAtOnce) {
    open();
    for (int i = 0; i < 8; ++i) connect();
    for (std::uint8_t round = 0; round < 3; ++round) {
        for (tcp::socket& client : clients_)
            EXPECT_EQ(exchange(client, request_of(round)), request_of(round));
    }
    EXPECT_EQ(server_->clients(), 8U);
    EXPECT_EQ(device_.requests, 24);
}

TEST_F(TcpServerTest, RtuOverTcp) {
    open({}, Protocol::rtu);
    const Bytes request = test::with_crc({1, 6, 0, 1, 0, 2});
    EXPECT_EQ(exchange(connect(), request), request);
}

TEST_F(TcpServerTest, ManyRequestsInOnePieceAreAnsweredInOrder) {
    open();
    Bytes all;
    for (std::uint8_t who = 0; who < 200; ++who) {
        const Bytes one = request_of(who);
        all.insert(all.end(), one.begin(), one.end());
    }
    EXPECT_EQ(exchange(connect(), all), all);
}

TEST_F(TcpServerTest, ForgetsClientsThatGo) {
    open();
    connect();
    serve_until([&] { return server_->clients() == 1; });
    clients_.clear();
    serve_until([&] { return server_->clients() == 0; });
}

TEST_F(TcpServerTest, ClosesClientsBeyondTheLimit) {
    open({.clients = 2, .idle = std::chrono::hours{1}});
    connect();
    connect();
    tcp::socket& third = connect();
    serve_until([&] { return closed(third); });
    EXPECT_EQ(server_->clients(), 2U);
    EXPECT_EQ(exchange(clients_.front(), request_of(1)), request_of(1));
    clients_.pop_front();
    serve_until([&] { return server_->clients() == 1; });
    EXPECT_EQ(exchange(connect(), request_of(2)), request_of(2)) << "there is room again";
}

TEST_F(TcpServerTest, ClosesIdleClients) {
    open({.clients = 2, .idle = std::chrono::milliseconds{20}});
    tcp::socket& client = connect();
    asio::write(client, asio::buffer(Bytes{0, 1, 0, 0}));  // the beginning of a request
    serve_until([&] { return closed(client); });
    EXPECT_EQ(server_->clients(), 0U);
}

TEST_F(TcpServerTest, ClosesAStreamThatMakesNoSense) {
    open();
    tcp::socket& client = connect();
    asio::write(client, asio::buffer(Bytes{'G', 'E', 'T', ' ', '/', ' ', 'H', 'T'}));
    serve_until([&] { return closed(client); });
    EXPECT_EQ(device_.requests, 0);
}

// It must neither block nor collect answers without end.
TEST_F(TcpServerTest, AClientThatNeverFetchesIsLeftWaiting) {
    open();
    tcp::socket& deaf = connect();
    deaf.non_blocking(true);
    Bytes all;
    for (int i = 0; i < 6'000; ++i) {
        const Bytes one = request_of(9);
        all.insert(all.end(), one.begin(), one.end());
    }
    asio::error_code full;
    for (int i = 0; i < 1'000 && !full; ++i) {
        deaf.write_some(asio::buffer(all), full);
        io_.poll();
    }
    EXPECT_EQ(full, asio::error::would_block);
    EXPECT_EQ(exchange(connect(), request_of(1)), request_of(1));
}

TEST_F(TcpServerTest, EndsWithItsClients) {
    open();
    tcp::socket& client = connect();
    serve_until([&] { return server_->clients() == 1; });
    server_.reset();
    EXPECT_TRUE(closed(client));
}

TEST_F(TcpServerTest, AddressInUse) {
    open();
    try {
        const TcpServer second(io_, parse_tcp_address(server_->address()), Protocol::rtu, device_);
        FAIL() << "two servers at " << server_->address();
    } catch (const std::system_error& error) {
        EXPECT_EQ(error.code(), std::errc::address_in_use);
        EXPECT_THAT(error.what(), testing::HasSubstr("cannot listen on " + server_->address()));
    }
}

TEST_F(TcpServerTest, IsOnLoopbackUnlessAsked) {
    EXPECT_THAT(open().address(), testing::StartsWith("127.0.0.1:"));
}

}  // namespace
}  // namespace ports
