#include "app/poll/link.h"

namespace polling {
namespace {

constexpr std::uint16_t kCommandRegister = 129;
constexpr std::uint8_t kAcknowledge = 5;
constexpr std::uint8_t kBusy = 6;

bool worth_another_try(const Failure& failure) {
    if (failure.trouble == Trouble::exception)
        return failure.exception == kAcknowledge || failure.exception == kBusy;
    return failure.trouble != Trouble::connect;
}

}  // namespace

Link::Link(const LinkSettings& settings)
    : settings_(settings), master_(settings.target, settings.timeout) {}

// One exchange, counted.
template <class Request>
auto Link::attempt(const Request& request) {
    using Clock = std::chrono::steady_clock;
    try {
        master_.connect();
        ++statistics_.requests;
        const auto start = Clock::now();
        auto answer = request();
        ++statistics_.answers;
        statistics_.round_trip_ms.add(
            std::chrono::duration<double, std::milli>(Clock::now() - start).count());
        return answer;
    } catch (const Failure& failure) {
        ++statistics_.failures.at(static_cast<std::size_t>(failure.trouble));
        if (failure.trouble == Trouble::exception)
            ++statistics_.answers;
        else
            master_.recover();
        throw;
    }
}

template <class Request>
auto Link::insist(int retries, const Request& request) {
    for (int left = retries;; --left) {
        try {
            return attempt(request);
        } catch (const Failure& failure) {
            if (left <= 0 || cancelled_ || !worth_another_try(failure)) throw;
            ++statistics_.retries;
        }
    }
}

std::vector<std::uint16_t> Link::read(const Block& block) {
    auto words = insist(settings_.retries, [&] { return master_.read(settings_.function, block); });
    statistics_.registers += block.count;
    return words;
}

void Link::write(std::uint16_t number, std::uint16_t value) {
    const int retries = number == kCommandRegister ? 0 : settings_.retries;
    insist(retries, [&] {
        master_.write(number, value);
        return true;
    });
}

ReportId Link::report_id() {
    return insist(settings_.retries, [&] { return master_.report_id(); });
}

DeviceIdentification Link::identification() {
    return insist(settings_.retries, [&] { return master_.identification(); });
}

}  // namespace polling
