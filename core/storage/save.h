// Units to records and back, by the units' own lists of fields (core/state.h).
//
//     save(journal, record::settings, config);
//     if (!load(journal, record::settings, config)) config = {};
//
// Several units in one call share one record, in the order given; anything core/state.h can visit
// will do: units, arrays, single integers. Give the same ones to save() and load().
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "core/state.h"
#include "core/storage/journal.h"

namespace meter {

namespace storage {

template <class Sink, class... Units>
constexpr void walk(Sink& sink, Units&... units) {
    state::Walker<Sink> walker{sink};
    (walker("", units), ...);
}

template <class... Units>
constexpr std::size_t size_of(Units&... units) {
    SnapshotSize size;
    walk(size, units...);
    return size.bytes();
}

}  // namespace storage

// False when the units do not fit Journal::kPayloadMax, or as Journal::write() says.
template <class... Units>
bool save(Journal& journal, RecordKind kind, Units&... units) {
    std::array<std::uint8_t, Journal::kPayloadMax> buffer;
    const std::size_t size = storage::size_of(units...);
    if (size > buffer.size()) return false;
    const std::span payload{buffer.data(), size};
    SnapshotWriter writer{payload};
    storage::walk(writer, units...);
    return journal.write(kind, payload);
}

// False, and the units untouched, when there is no such record of this version and size. A record
// is what was saved, bit for bit; whether that makes sense (validate()) is for the caller to see.
template <class... Units>
[[nodiscard]] bool load(const Journal& journal, RecordKind kind, Units&... units) {
    std::array<std::uint8_t, Journal::kPayloadMax> buffer;
    const std::size_t size = storage::size_of(units...);
    if (size > buffer.size()) return false;
    const std::span payload{buffer.data(), size};
    if (!journal.read(kind, payload)) return false;
    SnapshotReader reader{payload};
    storage::walk(reader, units...);
    return true;
}

}  // namespace meter
