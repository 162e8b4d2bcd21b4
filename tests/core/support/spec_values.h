// What every register shows, by the specification: a second reading of meter.md 2.1, 2.2, 3.2
// to 3.9 that shares nothing with core/registers but the struct of measured quantities (Points).
//
//   Points (measured)  ─┐
//   Settings (130..151) ─┴─► image(): register number ─► word, for all 170 registers of the map
//
// Integers are worked out in 128 bits from micro-units, floats in long double: slow and plain.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <map>
#include <string_view>

#include "core/registers/points.h"

namespace meter::spec {

// Words by register number; -1 in a hole.
class Image {
 public:
    Image() { words_.fill(kHole); }
    std::int32_t& operator[](int number) { return words_[index(number)]; }
    std::int32_t operator[](int number) const { return words_[index(number)]; }

 private:
    static constexpr std::int32_t kHole = -1;
    static constexpr std::size_t index(int number) {
        if (number == 7001 || number == 7002) return static_cast<std::size_t>(number - 7001 + 347);
        return number >= 1 && number <= 346 ? static_cast<std::size_t>(number) : 0;  // 0: a hole
    }
    std::array<std::int32_t, 349> words_;
};

using Settings = std::map<std::uint16_t, std::uint16_t>;  // by register number

// meter.md 6.
inline Settings factory_settings() {
    return {{130, 40}, {131, 100}, {133, 100},  {134, 600}, {137, 1},
            {142, 10}, {143, 25},  {144, 1000}, {149, 1},   {150, 900}};
}

// meter.md 2.2, in W.
inline long double max_power(const Settings& s) {
    const bool three = s.at(130) == 31 || s.at(130) == 40;
    return static_cast<long double>(s.at(134)) * s.at(131) * (three ? std::sqrt(3.0L) : 1.0L);
}

// meter.md 3.4: the smallest n for which full scale fits 32767 counts of 10^n.
inline int scale_for(long double full_scale) {
    int n = -4;
    while (n < 4 && full_scale / std::pow(10.0L, n) > 32767.0L) ++n;
    return n;
}

// meter.md 3.4: the smallest n for which 2^32 counts last a year.
inline int energy_scale(long double watts) {
    int n = -3;
    while (n < 4 && std::pow(2.0L, 32) * std::pow(10.0L, n) < watts / 1000 * 8760) ++n;
    return n;
}

struct Scales {
    int i, v, w, e;
};
inline Scales scales_of(const Settings& s) {
    const long double watts = max_power(s);
    return {scale_for(s.at(131) * 1.2L), scale_for(s.at(134) * 1.2L),
            scale_for(watts / 1000 * 1.44L), energy_scale(watts)};
}

// meter.md 5.1.
inline std::uint16_t pulse_ms(const Settings& s) {
    for (const int ms : {500, 250, 100, 50, 25}) {
        if (max_power(s) <= 1'800'000.0L * s.at(144) / ms) return static_cast<std::uint16_t>(ms);
    }
    return 10;
}

// A quantity in the unit of its row times 10^9 (kW from uW, kWh from uWh), 10^6 (V, A, Hz) or one.
__extension__ using Wide = __int128;
enum class Kind : std::uint8_t { none, power, volts, amperes, ratio, hertz, energy, count };
struct Quantity {
    Kind kind = Kind::none;
    Wide micro = 0;
    bool valid = true;
};
using Quantities = std::array<Quantity, 53>;  // by integer register (meter.md 3.2)

inline long double to_unit(const Quantity& q) {
    const long double m = static_cast<long double>(q.micro);
    if (q.kind == Kind::power || q.kind == Kind::energy || q.kind == Kind::ratio) return m / 1e9L;
    return q.kind == Kind::count ? m : m / 1e6L;
}

inline Wide ten_to(int n) { return n <= 0 ? 1 : 10 * ten_to(n - 1); }

// Micro-units in one count of the integer register.
inline Wide unit_of(const Quantity& q, const Scales& scales) {
    switch (q.kind) {
        case Kind::power:
            return ten_to(9 + scales.w);
        case Kind::volts:
            return ten_to(6 + scales.v);
        case Kind::amperes:
            return ten_to(6 + scales.i);
        case Kind::ratio:
            return ten_to(5);
        case Kind::hertz:
            return ten_to(4);
        case Kind::energy:
            return ten_to(9 + scales.e);
        default:
            return 1;
    }
}

inline std::uint16_t word_of(const Quantity& q, const Scales& scales) {
    if (!q.valid) return 0x8000;
    const Wide unit = unit_of(q, scales);
    const Wide counts = (q.micro + unit / 2) / unit;
    return static_cast<std::uint16_t>(counts > 32767 ? 32767 : counts);
}

inline std::uint32_t long_of(const Quantity& q, const Scales& scales) {
    return q.valid ? static_cast<std::uint32_t>(q.micro / unit_of(q, scales)) : 0x8000'0000U;
}

inline std::uint32_t float_of(const Quantity& q) {
    if (!q.valid) return 0x7FC0'0000U;
    const auto value = static_cast<float>(to_unit(q));
    std::uint32_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    return bits;
}

// meter.md 2.1: what the columns of a system type have, as letters. a b c: the phases' power,
// current and energy; 1 2 3: AB, BC, AC; x y z: AN, BN, CN; L N: the averages.
inline std::string_view points_of(std::uint16_t type) {
    switch (type) {
        case 10:
            return "axN";
        case 11:
            return "a1L";
        case 12:
            return "ab1xyLN";
        case 31:
            return "abc123L";
        default:
            return "abc123xyzLN";
    }
}

inline Quantities quantities(const Points& p, std::uint16_t type) {
    const auto has = [type](char c) { return points_of(type).find(c) != std::string_view::npos; };
    const auto size = [](std::int64_t x) { return Wide{x < 0 ? -x : x}; };
    const auto energy = [](const Energy& e) { return Wide{e.whole} * 1'000'000 + e.micro; };
    const Readings& r = p.readings;
    Quantities q;
    q[1] = {Kind::energy, energy(p.energies.real)};
    q[3] = {Kind::power, size(r.total.real_uw)};
    q[4] = {Kind::power, size(r.total.reactive_uvar)};
    q[5] = {Kind::power, size(r.total.apparent_uva)};
    q[6] = {Kind::ratio, r.total.power_factor_ppb};
    q[7] = {Kind::volts, r.voltage_ll_average_uv, has('L')};
    q[8] = {Kind::volts, r.voltage_ln_average_uv, has('N')};
    q[9] = {Kind::amperes, r.current_average_ua};
    for (std::size_t k = 0; k < 3; ++k) {
        const auto at = [k](std::size_t first) { return first + k; };
        const bool phase = has("abc"[k]);
        q[at(10)] = {Kind::power, size(r.power[k].real_uw), phase};
        q[at(13)] = {Kind::ratio, r.power[k].power_factor_ppb, phase};
        q[at(16)] = {Kind::volts, r.voltage_ll_uv[k], has("123"[k])};
        q[at(19)] = {Kind::volts, r.voltage_ln_uv[k], has("xyz"[k])};
        q[at(22)] = {Kind::amperes, r.current_ua[k], phase};
        q[at(31)] = {Kind::power, size(r.power[k].apparent_uva), phase};
        q[at(34)] = {Kind::power, size(r.power[k].reactive_uvar), phase};
        q[47 + 2 * k] = {Kind::energy, energy(p.energies.real_phase[k]), phase};
    }
    q[25] = {Kind::count, 0, false};
    q[26] = {Kind::hertz, r.frequency_uhz};
    q[27] = {Kind::energy, energy(p.energies.apparent)};
    q[29] = {Kind::energy, energy(p.energies.reactive)};
    for (const bool maximum : {false, true}) {
        const DemandTriple& d = maximum ? p.demand_maximum : p.demand_present;
        const auto at = [maximum](std::size_t n) { return maximum ? n + 3 : n; };
        q[at(37)] = {Kind::power, size(d.real_uw)};
        q[at(38)] = {Kind::power, size(d.reactive_uvar)};
        q[at(39)] = {Kind::power, size(d.apparent_uva)};
    }
    q[43] = {Kind::count, p.pulse_count[0]};
    q[45] = {Kind::count, p.pulse_count[1]};
    return q;
}

inline bool is_long(int number) {
    return number == 1 || number == 27 || number == 29 || number >= 43;
}

inline void put_long(Image& image, int number, std::uint32_t bits) {
    image[number] = static_cast<std::int32_t>(bits >> 16);
    image[number + 1] = static_cast<std::int32_t>(bits & 0xFFFF);
}

// meter.md 3.8: floats are at 257 + 2 (k - 1) up to k = 26, 259 repeats 257, and from 309 on they
// follow one after the other.
inline void put_measured(Image& image, const Points& p, const Settings& s) {
    const Scales scales = scales_of(s);
    int next = 309;
    const Quantities all = quantities(p, s.at(130));
    for (int number = 1; number <= 52; ++number) {
        const Quantity& q = all[static_cast<std::size_t>(number)];
        if (q.kind == Kind::none) continue;
        const bool early = number <= 26;
        put_long(image, early ? 257 + 2 * (number - 1) : next, float_of(q));
        if (!early) next += 2;
        if (number == 1) put_long(image, 259, float_of(q));
        if (is_long(number)) {
            put_long(image, number, long_of(q, scales));
        } else {
            image[number] = word_of(q, scales);
        }
    }
}

// meter.md 3.3: 129 .. 154.
inline void put_configuration(Image& image, const Points& p, const Settings& s) {
    const Scales scales = scales_of(s);
    for (int number = 129; number <= 154; ++number) image[number] = 0;
    for (const auto& [number, value] : s) image[number] = value;
    image[132] = 0x8000;  // rope hardware
    image[135] = word_of(
        {Kind::power, static_cast<Wide>(std::llround(static_cast<double>(max_power(s) * 1e6L)))},
        scales);
    image[138] = scales.i & 0xFFFF;
    image[139] = scales.v & 0xFFFF;
    image[140] = scales.w & 0xFFFF;
    image[141] = scales.e & 0xFFFF;
    image[145] = pulse_ms(s);
    image[146] = p.alerts;
    image[147] = p.energies.reset_count;
    image[152] = p.power_up_count;
}

inline Image image(const Points& p, const Settings& s) {
    Image out;
    put_measured(out, p, s);
    put_configuration(out, p, s);
    out[7001] = p.os_version;
    out[7002] = p.rs_version;
    return out;
}

}  // namespace meter::spec
