// How a meter uses the journal: what is saved when, and what a power-up restores. A meter of five
// units, to be read beside core/storage/save.h.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

#include "core/energy/energy_register.h"
#include "core/metrology/calibration.h"
#include "core/registers/config.h"
#include "core/registers/points.h"
#include "core/registers/rules.h"
#include "core/storage/journal.h"
#include "core/storage/save.h"

namespace meter::test {

class KeptMeter {
 public:
    explicit KeptMeter(Board& board) : journal_{board} {}

    void power_up() {
        journal_.mount();
        // A whole record may still hold what this firmware does not allow.
        Config stored;
        if (load(journal_, record::settings, stored) && validate(stored) == ConfigError::none)
            config = stored;
        // What is absent keeps its factory value: zero, or nominal.
        (void)load(journal_, record::calibration, calibration);
        (void)load(journal_, record::totals, energy, pulse_count, pulse_owed_pwh);
        (void)load(journal_, record::maxima, maximum);
        (void)load(journal_, record::power_ups, power_up_count);
        power_up_count = std::min<std::uint16_t>(power_up_count, 32'766);
        ++power_up_count;
        save(journal_, record::power_ups, power_up_count);
    }

    // A reading window has closed: everything it moved, in as few records. What has not changed
    // costs no write.
    bool window_closed(const EnergyStep& step, const DemandTriple& demand) {
        energy.account(step);
        ++pulse_count[0];
        pulse_owed_pwh += 7;
        maximum.real_uw = std::max(maximum.real_uw, demand.real_uw);
        return save_measured();
    }

    bool clear_energies() {
        energy.clear();
        return save_measured();
    }

    // From the line, the panel or the host: kept before it is answered.
    bool configure(const Config& next) {
        if (validate(next) != ConfigError::none) return false;
        config = next;
        return save(journal_, record::settings, config);
    }

    Config config{};
    Calibration calibration{};
    EnergyMeter energy{};
    std::array<std::uint32_t, 2> pulse_count{};
    std::uint64_t pulse_owed_pwh = 0;
    DemandTriple maximum{};
    std::uint16_t power_up_count = 0;

 private:
    bool save_measured() {
        const bool totals = save(journal_, record::totals, energy, pulse_count, pulse_owed_pwh);
        return save(journal_, record::maxima, maximum) && totals;
    }

    Journal journal_;
};

}  // namespace meter::test
