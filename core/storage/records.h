// What the meter keeps through power loss (column NV of meter.md 3), as kinds of records.
//
// Values that must agree with one another live in one record, since a record is kept whole or not
// at all: the energies and the pulses made from them move together.
#pragma once

#include <cstddef>
#include <cstdint>

namespace meter {

enum class RecordId : std::uint8_t {
    settings,     // 130..150, passcodes, line settings
    totals,       // energies with their remainders, 147, pulse counts and what is owed in pulses
    maxima,       // maximum demands
    power_ups,    // 152
    calibration,  // of the front end
    identity,     // serial number and the like, written once by the factory
};
inline constexpr std::size_t kRecords = 6;

// A record and the version of its layout. Raise the version when the meaning or the order of the
// fields changes (a change of their size is noticed anyway): an older record then counts as absent.
// Numbers of ids never change; new ids go to the end.
struct RecordKind {
    RecordId id;
    std::uint8_t version;
};

namespace record {
inline constexpr RecordKind settings{RecordId::settings, 1};
inline constexpr RecordKind totals{RecordId::totals, 1};
inline constexpr RecordKind maxima{RecordId::maxima, 1};
inline constexpr RecordKind power_ups{RecordId::power_ups, 1};
inline constexpr RecordKind calibration{RecordId::calibration, 1};
inline constexpr RecordKind identity{RecordId::identity, 1};
}  // namespace record

}  // namespace meter
