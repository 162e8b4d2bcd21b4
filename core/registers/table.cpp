#include "core/registers/table.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "core/registers/configuration_rows.h"
#include "core/registers/float_rows.h"
#include "core/registers/identity_rows.h"
#include "core/registers/integer_rows.h"

namespace meter {

namespace {

template <std::size_t... sizes>
constexpr auto join(const RegisterRow (&... blocks)[sizes]) {
    std::array<RegisterRow, (sizes + ...)> all{};
    auto end = all.begin();
    ((end = std::copy(std::begin(blocks), std::end(blocks), end)), ...);
    return all;
}

constexpr auto kRows = join(rows::kIntegers, rows::kConfiguration, rows::kFloats, rows::kIdentity);

constexpr bool ascending() {
    for (std::size_t i = 1; i < kRows.size(); ++i) {
        if (kRows[i - 1].number + kRows[i - 1].count > kRows[i].number) return false;
    }
    return true;
}
static_assert(ascending());

constexpr std::array<const char*, 2> kAccessText{"R", "R/W"};
constexpr std::array<const char*, 5> kFormatText{"UInt", "UInt", "SInt", "ULong", "Float"};
constexpr std::array<const char*, 8> kScaleText{"", "I", "V", "W", "E", "0.01", "0.001", "0.0001"};
constexpr std::array<const char*, 2> kAvailabilityText{"yes", "unknown"};

}  // namespace

std::span<const RegisterRow> register_table() { return kRows; }

const RegisterRow* find_register(std::uint16_t number) {
    const auto after = std::upper_bound(
        kRows.begin(), kRows.end(), number,
        [](std::uint16_t wanted, const RegisterRow& row) { return wanted < row.number; });
    if (after == kRows.begin()) return nullptr;
    const RegisterRow& row = *(after - 1);
    return number < row.number + row.count ? &row : nullptr;
}

const RegisterRow* find_register(std::string_view name) {
    const auto row = std::find_if(kRows.begin(), kRows.end(),
                                  [name](const RegisterRow& r) { return name == r.name; });
    return row == kRows.end() ? nullptr : &*row;
}

const char* text(Access access) { return kAccessText[static_cast<std::size_t>(access)]; }
const char* text(Format format) { return kFormatText[static_cast<std::size_t>(format)]; }
const char* text(Scale scale) { return kScaleText[static_cast<std::size_t>(scale)]; }
const char* text(Availability availability) {
    return kAvailabilityText[static_cast<std::size_t>(availability)];
}

}  // namespace meter
