#pragma once

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <string>

#include "tests/app/modbus_frame.h"

namespace test {

// A client's view of the pty: what comes back within a patience that only a failure uses up.
class PtyClient {
 public:
    explicit PtyClient(const std::string& path) : fd_(::open(path.c_str(), O_RDWR | O_NOCTTY)) {}
    ~PtyClient() { ::close(fd_); }
    PtyClient(const PtyClient&) = delete;
    PtyClient& operator=(const PtyClient&) = delete;

    Bytes ask(const Bytes& request, std::size_t answer_size) {
        EXPECT_EQ(::write(fd_, request.data(), request.size()),
                  static_cast<ssize_t>(request.size()));
        Bytes answer;
        pollfd readable{fd_, POLLIN, 0};
        while (answer.size() < answer_size && ::poll(&readable, 1, 5'000) == 1) {
            std::array<std::uint8_t, 256> piece{};
            const ssize_t n = ::read(fd_, piece.data(), piece.size());
            if (n <= 0) break;
            answer.insert(answer.end(), piece.begin(), piece.begin() + n);
        }
        return answer;
    }

 private:
    int fd_;
};

}  // namespace test
