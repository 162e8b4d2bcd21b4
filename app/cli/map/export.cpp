#include "app/cli/map/export.h"

#include <array>
#include <cstddef>
#include <string_view>

#include "core/registers/codec.h"

namespace cli {

std::string factor_text(const meter::RegisterRow& row, const meter::Derived& scales) {
    return factor_text(row, scales, 0);
}

std::string factor_text(const meter::RegisterRow& row, const meter::Derived& scales, int more) {
    const int exponent = meter::scale_exponent(row.scale, scales) + more;
    if (exponent >= 0) return "1" + std::string(static_cast<std::size_t>(exponent), '0');
    return "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + "1";
}

char parity_letter(const polling::Target& target) {
    return "NEO"[static_cast<std::size_t>(target.parity)];
}

const char* parity_word(const polling::Target& target) {
    static constexpr std::array<const char*, 3> kWords{"none", "even", "odd"};
    return kWords.at(static_cast<std::size_t>(target.parity));
}

std::string title(const meter::RegisterRow& row) {
    std::string_view text = row.description;
    text = text.substr(0, text.find_first_of(".,;("));
    return std::string(text.substr(0, text.find_last_not_of(' ') + 1));
}

}  // namespace cli
