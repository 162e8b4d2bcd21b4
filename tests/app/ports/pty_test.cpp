// The pty as clients meet it: bytes unchanged, one client after another, a link that behaves.
#include "app/ports/pty.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <numeric>
#include <system_error>

#include "tests/app/modbus_frame.h"

namespace ports {
namespace {

namespace fs = std::filesystem;
using test::Bytes;

constexpr std::chrono::seconds kPatience{5};  // used up by failures only

struct Client {
    explicit Client(const std::string& path)
        : fd(::open(path.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK)) {}
    ~Client() { ::close(fd); }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    void send(const Bytes& bytes) const {
        ASSERT_EQ(::write(fd, bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
    }
    // What has arrived by now.
    [[nodiscard]] Bytes fetch() const {
        Bytes bytes(4'096);
        const ssize_t n = ::read(fd, bytes.data(), bytes.size());
        bytes.resize(n > 0 ? static_cast<std::size_t>(n) : 0);
        return bytes;
    }
    int fd;
};

class PtyTest : public testing::Test {
 protected:
    PtyTest() { fs::create_directories(dir_); }
    ~PtyTest() override { fs::remove_all(dir_); }

    void start(Pty& pty) {
        pty.start([this](Port&, std::span<const std::uint8_t> bytes, const line::SeenFormat& seen) {
            seen_ = seen;
            received_.insert(received_.end(), bytes.begin(), bytes.end());
        });
    }
    void run_until_received(std::size_t size) {
        while (received_.size() < size && io_.run_one_for(kPatience) != 0) {
        }
    }

    [[nodiscard]] std::string path(const char* name) const { return dir_ / name; }

    const fs::path dir_ =
        fs::temp_directory_path() / ("pty_test_" + std::to_string(::getpid()) + "_" +
                                     testing::UnitTest::GetInstance()->current_test_info()->name());
    asio::io_context io_;
    Bytes received_;
    line::SeenFormat seen_;
};

Bytes every_byte() {
    Bytes bytes(256);
    std::iota(bytes.begin(), bytes.end(), std::uint8_t{0});
    return bytes;
}

TEST_F(PtyTest, CarriesEveryByteBothWays) {
    Pty pty(io_, std::nullopt);
    start(pty);
    const Client client(pty.address());
    client.send(every_byte());
    run_until_received(256);
    EXPECT_EQ(received_, every_byte());
    pty.send(every_byte(), false);
    EXPECT_EQ(client.fetch(), every_byte());
    io_.poll();
    EXPECT_EQ(received_.size(), 256U) << "the answer came back as a request";
}

TEST_F(PtyTest, TellsTheRateAndStopBitsOfTheClient) {
    Pty pty(io_, std::nullopt, {38'400, 8, line::UartParity::even, 2});
    start(pty);
    const Client client(pty.address());
    client.send({1});
    run_until_received(1);
    EXPECT_EQ(seen_.baud, 38'400U) << "whoever sets nothing speaks at the meter's rate";
    struct termios mode {};
    ASSERT_EQ(::tcgetattr(client.fd, &mode), 0);
    ::cfsetspeed(&mode, B9600);
    mode.c_cflag |= CSTOPB;
    ASSERT_EQ(::tcsetattr(client.fd, TCSANOW, &mode), 0);
    client.send({2});
    run_until_received(2);
    EXPECT_EQ(seen_.baud, 9'600U);
    EXPECT_EQ(seen_.stop_half_bits, 4);
    EXPECT_EQ(seen_.parity, std::nullopt);
    EXPECT_EQ(seen_.data_bits, std::nullopt);
    pty.configure({1'200, 8, line::UartParity::none, 2});
    client.send({3});
    run_until_received(3);
    EXPECT_EQ(seen_.baud, 9'600U) << "a client's setting is its own";
}

TEST_F(PtyTest, ClientsComeAndGo) {
    Pty pty(io_, std::nullopt);
    start(pty);
    for (std::size_t n = 1; n <= 5; ++n) {
        const Client client(pty.address());
        client.send({0x55});
        run_until_received(n);
        ASSERT_EQ(received_.size(), n);
        io_.poll();
        pty.send({{0xAA}}, false);
        EXPECT_EQ(client.fetch(), Bytes{0xAA});
    }
}

TEST_F(PtyTest, AnswerNobodyFetchedIsNotForTheNextClient) {
    Pty pty(io_, std::nullopt);
    start(pty);
    { const Client hasty(pty.address()); }
    io_.poll();
    pty.send({{1, 2, 3}}, false);
    const Client next(pty.address());
    next.send({0x55});
    run_until_received(1);
    io_.poll();
    EXPECT_EQ(next.fetch(), Bytes{});
    pty.send({{4}}, false);
    EXPECT_EQ(next.fetch(), Bytes{4});
}

TEST_F(PtyTest, WhoeverLooksInDoesNotCostAnotherItsAnswer) {
    Pty pty(io_, std::nullopt);
    start(pty);
    const Client working(pty.address());
    working.send({0x55});
    run_until_received(1);
    io_.poll();
    pty.send({{1, 2, 3}}, false);
    { const Client curious(pty.address()); }
    io_.poll();
    EXPECT_EQ(working.fetch(), (Bytes{1, 2, 3}));
}

TEST_F(PtyTest, DoesNotBlockWhenNobodyFetches) {
    Pty pty(io_, std::nullopt);
    start(pty);
    const Bytes answer(256, 7);
    for (int i = 0; i < 1'000; ++i) pty.send(answer, false);
}

TEST_F(PtyTest, LinkLeadsToTheTerminalAndGoesAway) {
    {
        const Pty pty(io_, path("meter"));
        EXPECT_EQ(pty.address(), path("meter"));
        EXPECT_EQ(fs::read_symlink(path("meter")), pty.terminal());
    }
    EXPECT_FALSE(fs::is_symlink(path("meter")));
}

TEST_F(PtyTest, LinkOfSomebodyElseStays) {
    {
        const Pty pty(io_, path("meter"));
        fs::remove(path("meter"));
        fs::create_symlink("/dev/null", path("meter"));
    }
    EXPECT_EQ(fs::read_symlink(path("meter")), "/dev/null");
}

TEST_F(PtyTest, StaleLinkIsReplaced) {
    for (const char* gone : {"/dev/pts/1999999", "/dev/pts/ptmx"}) {
        fs::create_symlink(gone, path("meter"));
        const Pty pty(io_, path("meter"));
        EXPECT_EQ(fs::read_symlink(path("meter")), pty.terminal());
    }
}

struct Obstacle {
    const char* name;
    void (*build)(const fs::path& at);
    const char* says;
};

class PtyObstacle : public PtyTest, public testing::WithParamInterface<Obstacle> {};

TEST_P(PtyObstacle, IsLeftAloneAndNamed) {
    GetParam().build(path("meter"));
    try {
        const Pty pty(io_, path("meter"));
        ADD_FAILURE() << "opened";
    } catch (const std::system_error& error) {
        EXPECT_THAT(error.what(), testing::HasSubstr(path("meter")));
        EXPECT_THAT(error.what(), testing::HasSubstr(GetParam().says));
    }
    EXPECT_TRUE(fs::exists(fs::symlink_status(path("meter"))));
}

// clang-format off
INSTANTIATE_TEST_SUITE_P(Kinds, PtyObstacle, testing::Values(
    Obstacle{"file",      [](const fs::path& at) { std::ofstream(at) << "mine"; },             "not a symbolic link"},
    Obstacle{"directory", [](const fs::path& at) { fs::create_directory(at); },                "not a symbolic link"},
    Obstacle{"to_a_file", [](const fs::path& at) { fs::create_symlink("/etc/passwd", at); },   "/etc/passwd"},
    Obstacle{"dangling",  [](const fs::path& at) { fs::create_symlink("/nowhere/at/all", at); }, "/nowhere/at/all"}),
    [](const auto& row) { return std::string{row.param.name}; });
// clang-format on

TEST_F(PtyTest, AMeterThatIsServedIsNotTakenOver) {
    const Pty first(io_, path("meter"));
    EXPECT_THROW(Pty(io_, path("meter")), std::system_error);
    EXPECT_EQ(fs::read_symlink(path("meter")), first.terminal());
}

TEST_F(PtyTest, MissingDirectoryIsAnError) {
    EXPECT_THROW(Pty(io_, path("none/meter")), std::system_error);
}

}  // namespace
}  // namespace ports
