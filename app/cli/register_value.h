// A register's value as JSON: integers stay integers where they are, not valid (QNAN) is null.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/registers/table.h"

namespace cli {

inline nlohmann::ordered_json json_value(const meter::RegisterRow& row,
                                         std::optional<double> value) {
    if (!value) return nullptr;
    const bool whole = row.format != meter::Format::Float && row.scale == meter::Scale::none;
    if (whole) return static_cast<std::int64_t>(*value);
    return *value;
}

}  // namespace cli
