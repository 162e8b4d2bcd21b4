#include "app/desktop/terminal_spectrum.h"

#include <array>
#include <cmath>
#include <complex>
#include <numbers>

#include "signals/wiring/phasors.h"
#include "signals/wiring/wiring.h"

namespace desktop {

namespace {

constexpr int kPoints = 128;          // per cycle
constexpr double kTwelveFrom = 55.0;  // Hz
constexpr std::size_t kChannels = 6;  // VA VB VC IA IB IC
constexpr double kTurn = 2.0 * std::numbers::pi;

using Complex = std::complex<double>;
using Row = std::array<double, kChannels>;
using Orders = std::vector<signals::OrderPhasors>;
// e^{j k} of all points of a cycle; n * order wraps round it.
using Circle = std::array<Complex, kPoints>;

const Circle& circle() {
    static const Circle kCircle = [] {
        Circle out;
        for (std::size_t k = 0; k < kPoints; ++k)
            out[k] = std::polar(1.0, kTurn * static_cast<double>(k) / kPoints);
        return out;
    }();
    return kCircle;
}

const Complex& turn(int point, int order) {
    return circle()[static_cast<std::size_t>(point * order % kPoints)];
}

// x = sqrt2 * sum over h of Im(X_h exp(j h theta)) (signals/wiring/phasors.h).
Row sample(const Orders& orders, int point) {
    Row row{};
    for (const signals::OrderPhasors& order : orders) {
        const Complex at = std::numbers::sqrt2 * turn(point, order.order);
        for (std::size_t x = 0; x < 3; ++x) {
            row[x] += (order.voltage[x] * at).imag();
            row[3 + x] += (order.current[x] * at).imag();
        }
    }
    return row;
}

// Rms of one order of every channel over the window.
Row order_rms(const std::vector<Row>& window, int order) {
    std::array<Complex, kChannels> sum{};
    for (std::size_t n = 0; n < window.size(); ++n) {
        const Complex back = std::conj(turn(static_cast<int>(n), order));
        for (std::size_t c = 0; c < kChannels; ++c) sum[c] += window[n][c] * back;
    }
    Row out{};
    for (std::size_t c = 0; c < kChannels; ++c)
        out[c] = std::abs(sum[c]) * std::numbers::sqrt2 / static_cast<double>(window.size());
    return out;
}

widgets::SpectrumSeries series_of(const std::vector<Row>& orders, std::size_t channel) {
    const int phase = static_cast<int>(channel % 3);
    const bool voltage = channel < 3;
    const QString name = (voltage ? QStringLiteral("V%1") : QStringLiteral("I%1"))
                             .arg(QChar{u'A' + static_cast<char16_t>(phase)});
    widgets::SpectrumSeries series{
        name, phase, orders.front()[channel], voltage ? QStringLiteral("V") : QStringLiteral("A"),
        {},   0.0};
    double squares = 0.0;
    for (const Row& order : orders)
        series.percent.push_back(100.0 * order[channel] / series.fundamental);
    for (std::size_t i = 1; i < series.percent.size(); ++i)
        squares += series.percent[i] * series.percent[i];
    series.thd = std::sqrt(squares);
    return series;
}

bool has_channel(const signals::Wiring& type, std::size_t channel) {
    const std::size_t x = channel % 3;
    return (channel < 3 ? type.voltage : type.current)[x][x] != 0.0;
}

}  // namespace

TerminalSpectrum terminal_spectrum(const bench::View& view) {
    const int cycles = view.installation.frequency >= kTwelveFrom ? 12 : 10;
    const Orders phasors =
        signals::at_terminals(signals::phasors_of(view.installation), view.wiring);
    std::vector<Row> window;
    for (int n = 0; n < cycles * kPoints; ++n) window.push_back(sample(phasors, n));
    std::vector<Row> orders;
    for (int order = 1; order <= widgets::kSpectrumOrders; ++order)
        orders.push_back(order_rms(window, order));
    const signals::Wiring type = signals::wiring_of(view.points.config.system_type);
    TerminalSpectrum out;
    for (std::size_t c = 0; c < kChannels; ++c) {
        if (!has_channel(type, c) || orders.front()[c] < 1e-9) continue;
        (c < 3 ? out.voltage : out.current).push_back(series_of(orders, c));
    }
    return out;
}

}  // namespace desktop
