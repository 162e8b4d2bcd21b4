#include "app/analysis/pictures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/report/svg.h"

namespace analysis {
namespace {

using report::box;
using report::label;
using report::line;
using report::Scale;

constexpr double kWidth = 1'060.0, kLeft = 66.0, kRight = 12.0, kTop = 26.0;
const std::vector<std::string> kPhases{"A", "B", "C"};

// A rectangle of axes: where it is and what it shows.
struct Panel {
    Scale x, y;

    [[nodiscard]] std::string frame(const char* y_title, bool x_numbers) const;
};

std::string Panel::frame(const char* y_title, bool x_numbers) const {
    std::string out;
    for (const double v : report::ticks(y.low, y.high, 5)) {
        out += line(std::fabs(v) < 1e-12 * (y.high - y.low) ? "zero" : "grid", x.from, y.at(v),
                    x.to, y.at(v));
        out += label("end", x.from - 6.0, y.at(v) + 4.0, fmt::format("{:.4g}", v));
    }
    for (const double v : report::ticks(x.low, x.high, 10)) {
        out += line("grid", x.at(v), y.to, x.at(v), y.from);
        if (x_numbers) out += label("middle", x.at(v), y.from + 15.0, fmt::format("{:.4g}", v));
    }
    return out + label("start", 4.0, y.to - 8.0, y_title);
}

double largest(const Waveform& w, std::size_t first) {
    double most = 0.0;
    for (const auto& column : w.columns) {
        for (std::size_t c = first; c < first + 3; ++c)
            most = std::max({most, std::fabs(column[c].least), std::fabs(column[c].most)});
    }
    return report::round_range(std::max(most, 1e-6));
}

std::string bands(const Panel& panel, const Waveform& w) {
    std::string out;
    for (std::size_t i = 0; i < w.windows.size(); ++i) {
        const double from = std::clamp(w.windows[i].begin, panel.x.low, panel.x.high);
        const double to = std::clamp(w.windows[i].end, panel.x.low, panel.x.high);
        // A gap of a pixel tells neighbours apart.
        out += box("window", panel.x.at(from) + 0.5, panel.y.to,
                   panel.x.at(to) - panel.x.at(from) - 1.0, panel.y.from - panel.y.to,
                   fmt::format("reading window {}: {:.4f} s to {:.4f} s", i + 1, w.windows[i].begin,
                               w.windows[i].end));
    }
    return out;
}

// Least and most of each column, as one zigzag.
std::string envelope(const Panel& panel, const Waveform& w, std::size_t channel) {
    std::vector<std::pair<double, double>> points;
    const auto columns = static_cast<double>(w.columns.size());
    for (std::size_t k = 0; k < w.columns.size(); ++k) {
        const double t = w.begin + (static_cast<double>(k) + 0.5) / columns * (w.end - w.begin);
        const Extent& e = w.columns[k][channel];
        points.emplace_back(panel.x.at(t), panel.y.at(k % 2 == 0 ? e.least : e.most));
        points.emplace_back(panel.x.at(t), panel.y.at(k % 2 == 0 ? e.most : e.least));
    }
    return report::polyline(channel % 3, points);
}

std::string samples(const Panel& panel, const Waveform& w, std::size_t channel) {
    std::vector<std::pair<double, double>> points;
    for (std::size_t n = 0; n < w.detail[channel].size(); ++n) {
        const double t = w.begin + static_cast<double>(n) / w.detail_rate;
        points.emplace_back(panel.x.at(t), panel.y.at(w.detail[channel][n]));
    }
    return report::polyline(channel % 3, points);
}

template <class Draw>
std::string two_panels(const Waveform& w, double from, double to, const char* title, Draw draw) {
    constexpr double kHeight = 150.0;
    constexpr double kAll = 2.0 * kHeight + 2.0 * kTop + 46.0;
    std::string out = report::open_svg(kWidth, kAll, title);
    for (std::size_t half = 0; half < 2; ++half) {
        const double top = kTop + static_cast<double>(half) * (kHeight + kTop);
        const double most = largest(w, 3 * half);
        const Panel panel{{from, to, kLeft, kWidth - kRight}, {-most, most, top + kHeight, top}};
        out += bands(panel, w) + panel.frame(half == 0 ? "V" : "A", half == 1);
        for (std::size_t x = 0; x < 3; ++x) out += draw(panel, 3 * half + x);
    }
    out += report::title(kWidth - kRight, 15.0, title);
    out += label("end", kWidth - kRight, kAll - 8.0, "s");
    return out + report::legend(kLeft, kAll - 8.0, kPhases) + "</svg>\n";
}

struct Bar {
    std::string name;
    double percent;
};

std::vector<Bar> bars_of(const Explanation& e) {
    std::vector<Bar> out{{"error", e.error}};
    for (std::size_t c = 0; c < kCauses; ++c) {
        if (std::fabs(e.share[c]) >= 0.005 * std::fabs(e.error) && e.share[c] != 0.0)
            out.push_back({name_of(static_cast<Cause>(c)), e.share[c]});
    }
    out.push_back({"not explained", e.not_explained});
    std::stable_sort(out.begin() + 1, out.end() - 1, [](const Bar& a, const Bar& b) {
        return std::fabs(a.percent) > std::fabs(b.percent);
    });
    return out;
}

}  // namespace

std::string waveform_svg(const Waveform& w) {
    if (w.columns.empty()) return {};
    return two_panels(w, w.begin, w.end, "waveform; bands are the meter's reading windows",
                      [&w](const Panel& panel, std::size_t c) { return envelope(panel, w, c); });
}

std::string detail_svg(const Waveform& w) {
    if (w.detail[0].size() < 2) return {};
    const double end = w.begin + static_cast<double>(w.detail[0].size()) / w.detail_rate;
    Waveform bare = w;
    bare.windows.clear();
    return two_panels(bare, w.begin, end, "the first cycles",
                      [&w](const Panel& panel, std::size_t c) { return samples(panel, w, c); });
}

std::string shares_svg(const Explanation& e) {
    constexpr double kPictureWidth = 520.0, kRow = 20.0, kNames = 110.0, kNumbers = 76.0;
    const std::vector<Bar> bars = bars_of(e);
    double most = 0.0;
    for (const Bar& bar : bars) most = std::max(most, std::fabs(bar.percent));
    most = std::max(most, 1e-9);
    const double height = kTop + 8.0 + kRow * static_cast<double>(bars.size());
    const std::string title = fmt::format("{}: error by cause, %", e.quantity->name);
    std::string out = report::open_svg(kPictureWidth, height, title) +
                      report::title(kPictureWidth - kRight, 15.0, title);
    const Scale x{-most, most, kNames, kPictureWidth - kNumbers};
    out += line("zero", x.at(0.0), kTop, x.at(0.0), height - 4.0);
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const double y = kTop + kRow * static_cast<double>(i);
        const double v = bars[i].percent;
        out += label("start", 4.0, y + 14.0, bars[i].name);
        out += box(i == 0 ? "bar2" : "bar", x.at(std::min(v, 0.0)), y + 4.0,
                   x.at(std::fabs(v)) - x.at(0.0), kRow - 8.0);
        out += label("end", kPictureWidth - kRight, y + 14.0, fmt::format("{:+.5f}", v));
    }
    return out + "</svg>\n";
}

std::string harmonics_svg(const SignalSummary& s, std::size_t first, const char* title) {
    constexpr double kPictureWidth = 520.0, kHeight = 220.0;
    double most = 0.0;
    const auto percent = [&](std::size_t c, std::size_t h) {
        const double p = 100.0 * s.harmonic[c][h] / s.harmonic[c][1];
        return std::isfinite(p) ? p : 0.0;
    };
    for (std::size_t c = first; c < first + 3; ++c) {
        for (std::size_t h = 2; h <= signals::kHighestOrder; ++h)
            most = std::max(most, percent(c, h));
    }
    const Panel panel{{1.0, 41.0, kLeft, kPictureWidth - kRight},
                      {0.0, report::round_range(std::max(most, 0.01)), kHeight - 40.0, kTop}};
    std::string out =
        report::open_svg(kPictureWidth, kHeight, title) + panel.frame("% of the fundamental", true);
    const double width = (panel.x.at(2.0) - panel.x.at(1.0)) / 3.6;
    for (std::size_t h = 2; h <= signals::kHighestOrder; ++h) {
        for (std::size_t k = 0; k < 3; ++k) {
            const double p = percent(first + k, h);
            const double left =
                panel.x.at(static_cast<double>(h)) + (static_cast<double>(k) - 1.5) * width;
            out +=
                fmt::format("<g style=\"--c:var(--s{})\">{}</g>", k,
                            box("series", left, panel.y.at(p), width, panel.y.from - panel.y.at(p),
                                fmt::format("order {}, {}: {:.3g} %", h, kPhases[k], p)));
        }
    }
    return out + report::title(kPictureWidth - kRight, 15.0, title) +
           report::legend(kLeft, kHeight - 6.0, kPhases) + "</svg>\n";
}

std::string profile_svg(const RecordingQuality& q) {
    constexpr double kHeight = 230.0;
    if (q.profile.size() < 2) return {};
    double most = 1.15 * q.settings.declared;
    for (const ProfilePoint& p : q.profile) {
        for (const Extent& e : p.volts) most = std::max(most, e.most);
    }
    const double end = q.profile.back().end;
    const Panel panel{{q.profile.front().begin, end, kLeft, kWidth - kRight},
                      {0.0, report::round_range(most), kHeight - 42.0, kTop}};
    const char* title = "Urms(1/2) with sags, swells and interruptions";
    std::string out = report::open_svg(kWidth, kHeight, title);
    for (const auto& e : q.events) {
        const double to = std::min(e.end.value_or(end), end);
        out += box("event", panel.x.at(e.begin), panel.y.to,
                   std::max(1.0, panel.x.at(to) - panel.x.at(e.begin)), panel.y.from - panel.y.to,
                   to_string(e.kind));
    }
    out += panel.frame("V rms", true);
    const signals::EventLimits& l = q.settings.limits;
    for (const double limit : {l.sag, l.swell, l.interruption}) {
        const double y = panel.y.at(limit * q.settings.declared);
        out += line("limit", panel.x.from, y, panel.x.to, y);
    }
    for (std::size_t x = 0; x < 3; ++x) {
        if (!q.settings.phases[x]) continue;
        std::vector<std::pair<double, double>> points;
        for (const ProfilePoint& p : q.profile) {
            points.emplace_back(panel.x.at(p.begin), panel.y.at(p.volts[x].least));
            if (p.volts[x].most > p.volts[x].least)
                points.emplace_back(panel.x.at(p.end), panel.y.at(p.volts[x].most));
        }
        out += report::polyline(x, points);
    }
    return out + report::title(kWidth - kRight, 15.0, title) +
           report::legend(kLeft, kHeight - 6.0, kPhases) + "</svg>\n";
}

std::string power_svg(const RecordingQuality& q) {
    constexpr double kHeight = 210.0;
    if (q.profile.size() < 2) return {};
    double most = 1e-6;
    for (const ProfilePoint& p : q.profile) {
        for (const Extent& e : p.watts)
            most = std::max({most, std::fabs(e.least), std::fabs(e.most)});
    }
    most = report::round_range(most);
    const Panel panel{{q.profile.front().begin, q.profile.back().end, kLeft, kWidth - kRight},
                      {-most, most, kHeight - 42.0, kTop}};
    const char* title = "real power of each cycle";
    std::string out = report::open_svg(kWidth, kHeight, title) + panel.frame("W", true);
    for (std::size_t x = 0; x < 3; ++x) {
        std::vector<std::pair<double, double>> points;
        for (const ProfilePoint& p : q.profile) {
            points.emplace_back(panel.x.at(p.begin), panel.y.at(p.watts[x].least));
            if (p.watts[x].most > p.watts[x].least)
                points.emplace_back(panel.x.at(p.end), panel.y.at(p.watts[x].most));
        }
        out += report::polyline(x, points);
    }
    return out + report::title(kWidth - kRight, 15.0, title) +
           report::legend(kLeft, kHeight - 6.0, kPhases) + "</svg>\n";
}

}  // namespace analysis
