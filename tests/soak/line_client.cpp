// A master of its own on a serial port: polls many meters in turn at true rate and reports.
//
//   line-client PORT BAUD METERS REGISTERS PERIOD_S DURATION_S
//
// Reads REGISTERS holding registers of each of the addresses 1..METERS once every PERIOD_S seconds,
// evenly spread, with plain termios and a CRC of its own: nothing of the code under test. Prints
// one JSON object: requests, missed (no answer within kPatience), wrong (an answer that is not what
// was asked for), round trips in ms.
#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <thread>
#include <vector>

namespace {

using Bytes = std::vector<std::uint8_t>;
using Clock = std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

constexpr std::chrono::milliseconds kPatience{1'000};

std::uint16_t crc_of(const Bytes& bytes, std::size_t size) {
    unsigned crc = 0xFFFF;
    for (std::size_t i = 0; i < size; ++i) {
        crc ^= bytes[i];
        for (int bit = 0; bit < 8; ++bit) crc = (crc & 1) != 0 ? crc >> 1 ^ 0xA001U : crc >> 1;
    }
    return static_cast<std::uint16_t>(crc);
}

Bytes request_for(int address, int registers) {
    Bytes frame{static_cast<std::uint8_t>(address),  3, 0, 0, 0,
                static_cast<std::uint8_t>(registers)};
    const std::uint16_t crc = crc_of(frame, frame.size());
    frame.push_back(static_cast<std::uint8_t>(crc));
    frame.push_back(static_cast<std::uint8_t>(crc >> 8));
    return frame;
}

bool fits(const Bytes& answer, const Bytes& request) {
    const std::size_t size = answer.size();
    return answer[0] == request[0] && answer[1] == 3 && answer[2] == 2 * request[5] &&
           crc_of(answer, size - 2) == (answer[size - 2] | answer[size - 1] << 8);
}

speed_t speed_of(int baud) {
    struct Rate {
        int baud;
        speed_t code;
    };
    constexpr Rate kRates[] = {{1'200, B1200}, {2'400, B2400},   {4'800, B4800},
                               {9'600, B9600}, {19'200, B19200}, {38'400, B38400}};
    for (const Rate& rate : kRates)
        if (rate.baud == baud) return rate.code;
    std::fprintf(stderr, "line-client: baud rate %d is not known\n", baud);
    std::exit(2);
}

int open_port(const char* path, int baud) {
    const int fd = ::open(path, O_RDWR | O_NOCTTY);
    struct termios mode {};
    if (fd < 0 || ::tcgetattr(fd, &mode) != 0) {
        std::perror(path);
        std::exit(1);
    }
    ::cfmakeraw(&mode);
    ::cfsetspeed(&mode, speed_of(baud));
    ::tcsetattr(fd, TCSAFLUSH, &mode);
    return fd;
}

class Poller {
 public:
    Poller(int fd, int registers) : fd_(fd), registers_(registers) {}

    void ask(int address) {
        const Bytes request = request_for(address, registers_);
        ::tcflush(fd_, TCIFLUSH);
        const auto start = Clock::now();
        if (::write(fd_, request.data(), request.size()) != ssize_t(request.size())) std::exit(1);
        const Bytes answer = fetch(std::size_t(5 + 2 * registers_), start + kPatience);
        ++requests_;
        if (answer.empty()) {
            ++missed_;
        } else if (!fits(answer, request)) {
            ++wrong_;
        } else {
            trips_.push_back(Seconds(Clock::now() - start).count() * 1e3);
        }
    }

    void report(double late) {
        std::sort(trips_.begin(), trips_.end());
        const auto at = [this](double part) {
            if (trips_.empty()) return 0.0;
            return trips_[std::size_t(part * double(trips_.size() - 1))];
        };
        std::printf(
            "{\"requests\":%d,\"missed\":%d,\"wrong\":%d,\"p50_ms\":%.3f,\"p99_ms\":%.3f,"
            "\"max_ms\":%.3f,\"latest_start_ms\":%.3f}\n",
            requests_, missed_, wrong_, at(0.5), at(0.99), at(1.0), late * 1e3);
    }

 private:
    // All of the answer, or nothing when it is not there in time.
    [[nodiscard]] Bytes fetch(std::size_t size, Clock::time_point until) const {
        Bytes answer(size);
        for (std::size_t have = 0; have < size;) {
            const auto left =
                std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now());
            pollfd readable{fd_, POLLIN, 0};
            if (left.count() <= 0 || ::poll(&readable, 1, int(left.count())) != 1) return {};
            const ssize_t n = ::read(fd_, answer.data() + have, size - have);
            if (n <= 0) return {};
            have += std::size_t(n);
        }
        return answer;
    }

    int fd_;
    int registers_;
    int requests_ = 0;
    int missed_ = 0;
    int wrong_ = 0;
    std::vector<double> trips_;
};

}  // namespace

int main(int argc, char** argv) {
    if (argc != 7) {
        std::fprintf(stderr, "usage: line-client PORT BAUD METERS REGISTERS PERIOD_S DURATION_S\n");
        return 2;
    }
    const int meters = std::atoi(argv[3]);
    const double period = std::atof(argv[5]);
    const auto turns = static_cast<std::int64_t>(std::atof(argv[6]) / period * meters + 0.5);
    Poller poller(open_port(argv[1], std::atoi(argv[2])), std::atoi(argv[4]));
    const auto start = Clock::now();
    double late = 0.0;
    for (std::int64_t turn = 0; turn < turns; ++turn) {
        const auto due = start + std::chrono::duration_cast<Clock::duration>(
                                     Seconds(period / meters * double(turn)));
        std::this_thread::sleep_until(due);
        late = std::max(late, Seconds(Clock::now() - due).count());
        poller.ask(int(turn % meters) + 1);
    }
    poller.report(late);
}
