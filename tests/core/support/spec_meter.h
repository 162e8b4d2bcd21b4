// The oracle of the line: what the specification (metrology.md 4.2, meter.md 1.4 and 3.3) says a
// meter answers to a request, worked out without any code of core/modbus or core/registers.
//
//   look(points)        what has been measured by now; settings are the oracle's own
//   answer(pdu)         the PDU that has to come back; accepted writes change the oracle
//
// Inferred rules are meter.md's: all or nothing, pending state, 02 before the values.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tests/core/support/spec_values.h"

namespace meter::spec {

using Bytes = std::vector<std::uint8_t>;

class SpecMeter {
 public:
    explicit SpecMeter(const Points& measured) { look(measured); }

    void look(const Points& measured) {
        measured_ = measured;
        image_ = image(measured_, settings_);
    }

    // Whether the last request was accepted and changed a setting or ordered something: what is
    // measured has to be looked at again.
    [[nodiscard]] bool has_changed() const { return changed_; }
    [[nodiscard]] const Settings& settings() const { return settings_; }
    [[nodiscard]] const Image& registers() const { return image_; }

    Bytes answer(const Bytes& pdu) {
        changed_ = false;
        Bytes out{pdu[0]};
        const int error = execute(pdu, out);
        if (error == 0) return out;
        return {static_cast<std::uint8_t>(pdu[0] | 0x80), static_cast<std::uint8_t>(error)};
    }

 private:
    static int word(const Bytes& pdu, std::size_t at) { return pdu[at] << 8 | pdu[at + 1]; }

    static void put(Bytes& out, int word) {
        out.push_back(static_cast<std::uint8_t>(word >> 8));
        out.push_back(static_cast<std::uint8_t>(word));
    }

    int execute(const Bytes& pdu, Bytes& out) {
        switch (pdu[0]) {
            case 0x03:
            case 0x04:
                return read(pdu, out);
            case 0x06:
                return write_one(pdu, out);
            case 0x10:
                return write_many(pdu, out);
            case 0x11:
                return report_id(pdu, out);
            case 0x2B:
                return identify(pdu, out);
            default:
                return 1;
        }
    }

    int read(const Bytes& pdu, Bytes& out) const {
        if (pdu.size() != 5) return 3;
        const int count = word(pdu, 3);
        if (count < 1 || count > 125) return 3;
        out.push_back(static_cast<std::uint8_t>(2 * count));
        for (int n = word(pdu, 1) + 1; n <= word(pdu, 1) + count; ++n) {
            if (image_[n] < 0) return 2;
            put(out, image_[n]);
        }
        return 0;
    }

    int write_one(const Bytes& pdu, Bytes& out) {
        if (pdu.size() != 5) return 3;
        out = pdu;
        return write(word(pdu, 1) + 1, {word(pdu, 3)});
    }

    int write_many(const Bytes& pdu, Bytes& out) {
        if (pdu.size() < 6 || pdu.size() != 6U + pdu[5]) return 3;
        const int count = word(pdu, 3);
        if (count < 1 || count > 123 || pdu[5] != 2 * count) return 3;
        out.assign(pdu.begin(), pdu.begin() + 5);
        std::vector<int> values;
        for (std::size_t at = 6; at < pdu.size(); at += 2) values.push_back(word(pdu, at));
        return write(word(pdu, 1) + 1, values);
    }

    static bool writable(int number) {
        return (number >= 129 && number <= 134) || number == 137 ||
               (number >= 142 && number <= 144) || (number >= 149 && number <= 151);
    }

    int write(int first, const std::vector<int>& values) {
        const int end = first + static_cast<int>(values.size());
        for (int n = first; n < end; ++n) {
            if (!writable(n)) return 2;
        }
        Settings next = settings_;
        int command = 0;
        for (int n = first; n < end; ++n) {
            const int value = values[static_cast<std::size_t>(n - first)];
            if (!accepts(next, n, value)) return 3;
            if (n == 129) command = value;
            if (next.contains(static_cast<std::uint16_t>(n)))
                next[static_cast<std::uint16_t>(n)] = static_cast<std::uint16_t>(value);
        }
        changed_ = next != settings_ || command != 0;
        settings_ = next;
        order(command);
        image_ = image(measured_, settings_);
        return 0;
    }

    // meter.md 3.3, the table of accepted writes.
    static bool accepts(const Settings& s, int number, int value) {
        const auto in = [value](int low, int high) { return low <= value && value <= high; };
        const auto any = [value](auto... one) { return ((value == one) || ...); };
        switch (number) {
            case 129:
                return any(30078, 21211, 21212, 16498);
            case 130:
                return any(10, 11, 12, 31, 40);
            case 131:
                return in(5, 5000);
            case 133:
                return in(1, 32000);
            case 134:
                return in(82, 32000) && 82 * s.at(133) <= 100 * value &&
                       100 * value <= 660 * s.at(133);
            case 137:
                return in(0, 1);
            case 142:
            case 143:
                return in(1, 99);
            case 144:
                return any(10, 100, 1000, 10000) && max_power(s) <= 180'000.0L * value;
            case 149:
                return in(1, 6);
            case 150:
                return value == 0 || in(10, 32767);
            case 151:
                return true;
            default:
                return false;  // 132: rope hardware
        }
    }

    // What a command changes at once. The demand commands act at the end of a cycle.
    void order(int command) {
        if (command == 30078) {
            const std::uint16_t resets = measured_.energies.reset_count;
            measured_.energies = {};
            measured_.energies.reset_count =
                static_cast<std::uint16_t>(resets < 32767 ? resets + 1 : 32767);
        }
        if (command == 16498) measured_.pulse_count = {};
    }

    int report_id(const Bytes& pdu, Bytes& out) const {
        if (pdu.size() != 1) return 3;
        constexpr std::string_view name = "Leviton Series 4000R Power Meter Full Data Set";
        out.insert(out.end(), {48, 0xF7, 0xFF});
        out.insert(out.end(), name.begin(), name.end());
        return 0;
    }

    // Basic objects only; conformity level 1, nothing more follows.
    int identify(const Bytes& pdu, Bytes& out) const {
        if (pdu.size() >= 2 && pdu[1] != 0x0E) return 1;
        if (pdu.size() != 4 || pdu[2] < 1 || pdu[2] > 4) return 3;
        const int version = measured_.os_version;
        const std::string digits = std::to_string(1000 + version % 1000).substr(1);
        const std::string objects[] = {"Leviton", "Series 4000",
                                       "V" + std::to_string(version / 1000) + "." + digits};
        const bool one = pdu[2] == 4;
        if (one && pdu[3] > 2) return 2;
        const std::uint8_t first = pdu[3] > 2 ? 0 : pdu[3];
        const std::uint8_t last = one ? first : 2;
        out.insert(out.end(), {0x0E, pdu[2], 0x01, 0x00, 0x00});
        out.push_back(static_cast<std::uint8_t>(last - first + 1));
        for (std::uint8_t id = first; id <= last; ++id) {
            out.push_back(id);
            out.push_back(static_cast<std::uint8_t>(objects[id].size()));
            out.insert(out.end(), objects[id].begin(), objects[id].end());
        }
        return 0;
    }

    Settings settings_ = factory_settings();
    Points measured_;
    Image image_;
    bool changed_ = false;
};

}  // namespace meter::spec
