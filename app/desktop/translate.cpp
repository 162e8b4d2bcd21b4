#include "app/desktop/translate.h"

#include <QCoreApplication>
#include <array>
#include <cmath>

#include "core/metrology/system_type.h"
#include "signals/source.h"

namespace desktop {

namespace {

using meter::contains;
using meter::SystemType;
using widgets::kNoValue;
using widgets::Reading;
using widgets::Readings;

constexpr double kMicro = 1e-6;
constexpr double kMicroToKilo = 1e-9;
constexpr double kPartsPerBillion = 1e-9;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(desktop)
};

constexpr std::array kLineNeutral{QT_TRANSLATE_NOOP("desktop", "V A-N"),
                                  QT_TRANSLATE_NOOP("desktop", "V B-N"),
                                  QT_TRANSLATE_NOOP("desktop", "V C-N")};
constexpr std::array kLineLine{QT_TRANSLATE_NOOP("desktop", "V A-B"),
                               QT_TRANSLATE_NOOP("desktop", "V B-C"),
                               QT_TRANSLATE_NOOP("desktop", "V A-C")};
constexpr std::array kCurrent{QT_TRANSLATE_NOOP("desktop", "I A"),
                              QT_TRANSLATE_NOOP("desktop", "I B"),
                              QT_TRANSLATE_NOOP("desktop", "I C")};
constexpr std::array kRealPower{QT_TRANSLATE_NOOP("desktop", "P A"),
                                QT_TRANSLATE_NOOP("desktop", "P B"),
                                QT_TRANSLATE_NOOP("desktop", "P C")};

struct Scale {
    const char* unit;
    double factor;        // of the meter's integers
    double truth_factor;  // of the truth
    int decimals;
};
constexpr Scale kVolts{"V", kMicro, 1.0, 2};
constexpr Scale kAmps{"A", kMicro, 1.0, 3};
constexpr Scale kWatts{"kW", kMicroToKilo, 1e-3, 3};
constexpr Scale kVars{"kvar", kMicroToKilo, 1e-3, 3};
constexpr Scale kVoltAmps{"kVA", kMicroToKilo, 1e-3, 3};
constexpr Scale kRatio{"", kPartsPerBillion, 1.0, 4};
constexpr Scale kHertz{"Hz", kMicro, 1.0, 3};

Reading row(const QString& name, const Scale& scale, std::int64_t measured, double truth,
            double reference = kNoValue) {
    return {name,
            QString::fromLatin1(scale.unit),
            std::abs(static_cast<double>(measured)) * scale.factor,
            std::abs(truth) * scale.truth_factor,
            reference * scale.truth_factor,
            scale.decimals};
}

Reading missing(const QString& name) {
    Reading reading;
    reading.name = name;
    return reading;
}

void add_total(const meter::Power& measured, const signals::TruePower& truth, Readings& out) {
    out.push_back(
        row(Words::tr("P total"), kWatts, measured.real_uw, truth.real_w, truth.apparent_va));
    out.push_back(row(Words::tr("Q total"), kVars, measured.reactive_uvar, truth.reactive_var,
                      truth.apparent_va));
    out.push_back(row(Words::tr("S total"), kVoltAmps, measured.apparent_uva, truth.apparent_va));
    out.push_back(
        row(Words::tr("PF total"), kRatio, measured.power_factor_ppb, truth.power_factor));
}

template <class Row>
void add_set(const std::array<const char*, 3>& names, meter::PhaseSet set, Row make,
             Readings& out) {
    for (int i = 0; i < 3; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const QString name = Words::tr(names[at]);
        out.push_back(contains(set, i) ? make(name, at) : missing(name));
    }
}

void forget_values(Readings& readings) {
    for (Reading& reading : readings) reading.measured = reading.truth = kNoValue;
}

}  // namespace

Readings readings_of(const meter::Points& points, const signals::Truth& truth) {
    const SystemType* found = meter::find_system_type(points.config.system_type);
    const SystemType& type = found != nullptr ? *found : meter::kSystemTypes.back();
    const meter::Readings& r = points.readings;
    Readings out;
    add_total(r.total, truth.total, out);
    out.push_back(row(Words::tr("Frequency"), kHertz, r.frequency_uhz, truth.frequency));
    add_set(
        kLineNeutral, type.line_neutral,
        [&](const QString& name, std::size_t i) {
            return row(name, kVolts, r.voltage_ln_uv[i], truth.voltage_ln[i]);
        },
        out);
    add_set(
        kLineLine, type.line_line,
        [&](const QString& name, std::size_t i) {
            return row(name, kVolts, r.voltage_ll_uv[i], truth.voltage_ll[i]);
        },
        out);
    add_set(
        kCurrent, type.phases,
        [&](const QString& name, std::size_t i) {
            return row(name, kAmps, r.current_ua[i], truth.current[i]);
        },
        out);
    add_set(
        kRealPower, type.phases,
        [&](const QString& name, std::size_t i) {
            return row(name, kWatts, r.power[i].real_uw, truth.power[i].real_w,
                       truth.power[i].apparent_va);
        },
        out);
    if (r.sequence == 0) forget_values(out);
    return out;
}

widgets::InstallationSettings settings_of(const signals::Installation& installation) {
    widgets::InstallationSettings out{installation.frequency,     installation.voltage,
                                      installation.current,       installation.angle,
                                      installation.voltage_angle, {}};
    for (const signals::Harmonic& h : installation.harmonics)
        out.harmonics.push_back({h.order, h.voltage_percent, h.current_percent, h.voltage_angle,
                                 h.current_angle, h.phases});
    return out;
}

signals::Installation with_settings(signals::Installation base,
                                    const widgets::InstallationSettings& settings) {
    base.frequency = settings.frequency;
    base.voltage = settings.voltage;
    base.current = settings.current;
    base.angle = settings.angle;
    base.voltage_angle = settings.voltage_angle;
    base.harmonics.clear();
    for (const widgets::HarmonicSetting& h : settings.harmonics)
        base.harmonics.push_back({h.order, h.voltage, h.current, h.voltage_angle, h.current_angle,
                                  static_cast<signals::Phases>(h.phases)});
    return base;
}

QString line_text(const meter::LineConfig& line) {
    const std::array parities{Words::tr("no parity"), Words::tr("even parity"),
                              Words::tr("odd parity")};
    return Words::tr("RTU, address %1, %2 baud, %3")
        .arg(line.address)
        .arg(line.baud)
        .arg(parities.at(static_cast<std::size_t>(line.parity)));
}

QString meter_text(const meter::Config& config) {
    const SystemType* type = meter::find_system_type(config.system_type);
    return Words::tr("System type %1 (%2), CT %3 A, %4 V, PT %5")
        .arg(config.system_type)
        .arg(type != nullptr ? QString::fromLatin1(type->label) : Words::tr("unknown"))
        .arg(config.ct_primary)
        .arg(config.system_voltage)
        .arg(config.pt_ratio / 100.0, 0, 'f', 2);
}

}  // namespace desktop
