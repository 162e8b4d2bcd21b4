// libmodbus, the client most masters are made of, against the meter's TCP port and its pty.
// It shares no code with ours. A running meter, real sockets, one thread per client.
#include <gtest/gtest.h>
#include <modbus/modbus.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <limits>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "app/bench/runner.h"

namespace {

using Words = std::vector<std::uint16_t>;

constexpr int kPatience = 20;  // seconds for an answer; used up by failures only

struct Free {
    void operator()(modbus_t* context) const {
        modbus_close(context);
        modbus_free(context);
    }
};
using Context = std::unique_ptr<modbus_t, Free>;

Context opened(Context context, int unit) {
    if (!context) return nullptr;
    modbus_set_response_timeout(context.get(), kPatience, 0);
    const bool good =
        modbus_set_slave(context.get(), unit) == 0 && modbus_connect(context.get()) == 0;
    return good ? std::move(context) : nullptr;
}

Context tcp_client(const std::string& address, int unit = 1) {
    const std::size_t colon = address.rfind(':');
    int port = 0;
    std::from_chars(address.data() + colon + 1, address.data() + address.size(), port);
    return opened(Context{modbus_new_tcp(address.substr(0, colon).c_str(), port)}, unit);
}

Context pty_client(const std::string& path) {
    return opened(Context{modbus_new_rtu(path.c_str(), 19'200, 'N', 8, 1)}, 1);
}

// Registers from `number`, base 1; empty when the read failed.
Words read(modbus_t* client, int number, int count) {
    Words words(static_cast<std::size_t>(count));
    if (modbus_read_registers(client, number - 1, count, words.data()) != count) return {};
    return words;
}

class Libmodbus : public testing::Test {
 protected:
    Libmodbus() : runner(std::make_unique<bench::Rig>(signals::Scenario{})) {
        address = runner.open_tcp(ports::Protocol::mbap, "0");
        terminal = runner.open_pty();
        runner.start();
    }
    bench::Runner runner;
    std::string address;
    std::string terminal;
};

void check_everything(modbus_t* client) {
    ASSERT_NE(client, nullptr) << modbus_strerror(errno);
    EXPECT_EQ(read(client, 130, 3), (Words{40, 400, 0x8000}));
    EXPECT_EQ(read(client, 257, 54).size(), 54U);
    std::array<std::uint16_t, 2> words{};
    EXPECT_EQ(modbus_read_input_registers(client, 129, 2, words.data()), 2);
    EXPECT_EQ(words[1], 400);
    EXPECT_EQ(modbus_write_register(client, 130, 200), 1);
    EXPECT_EQ(read(client, 131, 1), Words{200});
    const std::array<std::uint16_t, 2> both{12, 400};
    EXPECT_EQ(modbus_write_registers(client, 129, 2, both.data()), 2);
    EXPECT_EQ(read(client, 130, 2), (Words{12, 400}));
    EXPECT_EQ(modbus_write_register(client, 129, 40), 1);
    EXPECT_EQ(modbus_write_register(client, 129, 41), -1);
    EXPECT_EQ(errno, EMBXILVAL);
    EXPECT_EQ(read(client, 53, 1), Words{});
    EXPECT_EQ(errno, EMBXILADD);
    std::uint8_t bit = 0;
    EXPECT_EQ(modbus_read_bits(client, 0, 1, &bit), -1);
    EXPECT_EQ(errno, EMBXILFUN);
}

void check_identity(modbus_t* client) {
    ASSERT_NE(client, nullptr) << modbus_strerror(errno);
    std::array<std::uint8_t, 253> id{};
    ASSERT_EQ(modbus_report_slave_id(client, id.size(), id.data()), 48);
    EXPECT_EQ(id[0], 0xF7);
    EXPECT_EQ(id[1], 0xFF);
    EXPECT_EQ(std::string(id.begin() + 2, id.begin() + 48),
              "Leviton Series 4000R Power Meter Full Data Set");
}

TEST_F(Libmodbus, TcpReadsWritesAndIsRefused) { check_everything(tcp_client(address).get()); }
TEST_F(Libmodbus, PtyReadsWritesAndIsRefused) { check_everything(pty_client(terminal).get()); }
TEST_F(Libmodbus, TcpReportsTheSlaveId) { check_identity(tcp_client(address).get()); }
TEST_F(Libmodbus, PtyReportsTheSlaveId) { check_identity(pty_client(terminal).get()); }

TEST_F(Libmodbus, Units) {
    for (const int unit : {0, 1, 255}) {
        const Context client = tcp_client(address, unit);
        ASSERT_NE(client, nullptr);
        EXPECT_EQ(read(client.get(), 130, 1), Words{40}) << unit;
    }
    const Context client = tcp_client(address, 2);
    ASSERT_NE(client, nullptr);
    EXPECT_EQ(read(client.get(), 130, 1), Words{});
    EXPECT_EQ(errno, EMBXGTAR);
}

// Everybody reads something else that never changes; libmodbus itself checks transactions.
TEST_F(Libmodbus, ThirtyTwoClientsAtOnce) {
    constexpr int kClients = 32;
    constexpr int kRequests = 100;
    constexpr int kFirst = 130;  // ..145: settings
    constexpr int kSettings = 16;
    for (const double speed : {1.0, std::numeric_limits<double>::infinity()}) {
        runner.set_speed(speed);
        const Words all = read(tcp_client(address).get(), kFirst, kSettings);
        ASSERT_EQ(all.size(), static_cast<std::size_t>(kSettings));
        std::atomic<int> right = 0;
        std::vector<std::thread> threads;
        for (int who = 0; who < kClients; ++who) {
            threads.emplace_back([&, who] {
                const Context client = tcp_client(address);
                if (!client) return;
                const int offset = who % kSettings;
                const int count = who < kSettings ? 1 : kSettings - offset;
                const Words mine(all.begin() + offset, all.begin() + offset + count);
                for (int n = 0; n < kRequests; ++n)
                    right += read(client.get(), kFirst + offset, count) == mine ? 1 : 0;
            });
        }
        for (std::thread& thread : threads) thread.join();
        EXPECT_EQ(right, kClients * kRequests) << "at speed " << speed;
    }
}

// Two masters, one on the line and one past it: neither hears the other's answers.
TEST_F(Libmodbus, LineAndTcpAtOnce) {
    std::atomic<int> right = 0;
    const auto poll = [&](Context client, int number, std::uint16_t value) {
        for (int n = 0; client && n < 100; ++n)
            right += read(client.get(), number, 1) == Words{value} ? 1 : 0;
    };
    std::thread line(poll, pty_client(terminal), 130, std::uint16_t{40});
    std::thread tcp(poll, tcp_client(address), 131, std::uint16_t{400});
    line.join();
    tcp.join();
    EXPECT_EQ(right, 200);
}

}  // namespace
