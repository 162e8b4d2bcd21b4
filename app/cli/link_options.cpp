#include "app/cli/link_options.h"

#include <cmath>

#include "app/cli/checked_by.h"
#include "app/cli/quantities.h"

namespace cli {

void add_link_options(CLI::App& app, LinkOptions& options) {
    app.add_option(
           "URL", options.url,
           "the meter: rtu:///dev/ttyUSB0?baud=19200&parity=none&address=1, a device's path "
           "alone, tcp://HOST:502?unit=1, rtutcp://HOST:PORT?address=1")
        ->required()
        ->check(checked_by(polling::parse_url, ""));
    app.add_option("--timeout", options.timeout, "for an answer to begin")
        ->check(checked_by(parse_duration, "DURATION"))
        ->capture_default_str();
    app.add_option("--retries", options.retries, "of a request that fails")
        ->check(CLI::Range(0, 100))
        ->capture_default_str();
    app.add_option("--function", options.function,
                   "to read with: 3 or 4; the meter treats them alike")
        ->check(CLI::IsMember({3, 4}))
        ->capture_default_str();
}

polling::LinkSettings link_settings(const LinkOptions& options) {
    const double ms = std::ceil(1'000.0 * parse_duration(options.timeout));
    return {polling::parse_url(options.url),
            std::chrono::milliseconds(static_cast<std::int64_t>(ms)), options.retries,
            options.function};
}

}  // namespace cli
