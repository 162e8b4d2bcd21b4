// Registers as a master reads them, and as JSON.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>

#include "core/registers/codec.h"
#include "core/registers/table.h"

namespace cli {

// Through the words on the wire, in the units of the row. Nothing: not valid (QNAN).
inline std::optional<double> reading(const meter::RegisterRow& row, const meter::Points& points) {
    const meter::Words words = meter::encode(row, points);
    const auto physical = meter::decode(row, std::span(words).first(row.count), points.derived);
    if (!physical.valid) return std::nullopt;
    return meter::to_real<double>(physical);
}

// Integers stay integers where they are, not valid is null.
inline nlohmann::ordered_json json_value(const meter::RegisterRow& row,
                                         std::optional<double> value) {
    if (!value) return nullptr;
    const bool whole = row.format != meter::Format::Float && row.scale == meter::Scale::none;
    if (whole) return static_cast<std::int64_t>(*value);
    return *value;
}

}  // namespace cli
