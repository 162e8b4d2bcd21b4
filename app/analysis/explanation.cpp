#include "app/analysis/explanation.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace analysis {
namespace {

using Errors = std::array<std::optional<double>, kQuantities>;

constexpr double kWorthNaming = 0.05;  // of the largest share

Errors errors_of(const Values& measured, const Values& truth) {
    Errors out;
    for (std::size_t q = 0; q < kQuantities; ++q)
        out[q] = error_percent(quantities()[q], measured, truth);
    return out;
}

double gap(const std::optional<double>& a, const std::optional<double>& b) {
    return a && b ? *a - *b : 0.0;
}

void settle(Explanation& e) {
    e.not_explained = e.error;
    for (const double share : e.share) e.not_explained -= share;
}

struct Part {
    std::string name;
    double percent;
};

std::vector<Part> parts_of(const Explanation& e) {
    std::vector<Part> out;
    for (std::size_t c = 0; c < kCauses; ++c)
        out.push_back({name_of(static_cast<Cause>(c)), e.share[c]});
    out.push_back({"not explained", e.not_explained});
    std::stable_sort(out.begin(), out.end(), [](const Part& a, const Part& b) {
        return std::fabs(a.percent) > std::fabs(b.percent);
    });
    return out;
}

}  // namespace

std::vector<Explanation> explain(const Twin& twin, const MeterSays& meter,
                                 const std::function<bool()>& cancelled) {
    const Values truth = twin.truth();
    const Errors total = errors_of(meter.registers, truth);
    const Errors firmware = errors_of(meter.readings, truth);
    const Errors all = errors_of(twin.values(kNothing), truth);
    std::array<Errors, kTwinCauses> left_out{};
    for (std::size_t c = 0; c < kTwinCauses; ++c) {
        if (cancelled && cancelled()) throw Cancelled();
        const auto cause = static_cast<Cause>(c);
        left_out[c] = twin.present(cause) ? errors_of(twin.values(without(cause)), truth) : all;
    }
    std::vector<Explanation> out;
    for (std::size_t q = 0; q + 1 < kQuantities; ++q) {  // the last is frequency
        if (!total[q]) continue;
        const Quantity& quantity = quantities()[q];
        Explanation e{
            &quantity, quantity.of(meter.registers), quantity.of(truth), *total[q], {}, 0.0, {}};
        for (std::size_t c = 0; c < kTwinCauses; ++c) e.share[c] = gap(all[q], left_out[c][q]);
        e.share[static_cast<std::size_t>(Cause::arithmetic)] = gap(firmware[q], all[q]);
        e.share[static_cast<std::size_t>(Cause::registers)] = gap(total[q], firmware[q]);
        if (meter.integers)
            if (const auto coarse = error_percent(quantity, *meter.integers, truth))
                e.as_integer = *coarse - *total[q];
        settle(e);
        out.push_back(e);
    }
    return out;
}

std::string in_words(const Explanation& e, double least) {
    if (std::fabs(e.error) < least) return {};
    const std::vector<Part> parts = parts_of(e);
    std::string out = fmt::format("{} reads {:.3g} % {}:", e.quantity->name, std::fabs(e.error),
                                  e.error > 0.0 ? "high" : "low");
    const char* comma = " ";
    for (const Part& part : parts) {
        if (std::fabs(part.percent) < kWorthNaming * std::fabs(parts.front().percent)) break;
        out += fmt::format("{}{} {:+.3g} %", comma, part.name, part.percent);
        comma = ", ";
    }
    return out;
}

Cause main_cause(const Explanation& e) {
    const auto larger = [](double a, double b) { return std::fabs(a) < std::fabs(b); };
    const auto at = std::max_element(e.share.begin(), e.share.end(), larger);
    return static_cast<Cause>(at - e.share.begin());
}

}  // namespace analysis
