// Registers as the register dock shows and reads them. Pure functions.
#pragma once

#include <QString>
#include <optional>
#include <variant>
#include <vector>

#include "core/registers/points.h"
#include "core/registers/table.h"
#include "widgets/registers/register_model.h"

namespace desktop {

// The row's words in the language of the window. Names and source are identifiers of the protocol
// and of documents, the same in every language.
[[nodiscard]] QString description_of(const meter::RegisterRow& row);
[[nodiscard]] QString units_of(const meter::RegisterRow& row);

[[nodiscard]] std::vector<widgets::RegisterInfo> register_infos();
[[nodiscard]] std::vector<widgets::RegisterContent> register_contents(const meter::Points& points);

// Descaled, in as many digits as the form carries; a dash when it is not valid.
[[nodiscard]] QString value_text(const meter::RegisterRow& row, const meter::Points& points);

// The word that `text` means for a writable row: raw, decimal or 0x..., or else descaled. A QString
// says what is wrong with it and what is allowed.
[[nodiscard]] std::variant<std::uint16_t, QString> parse_word(const meter::RegisterRow& row,
                                                              const QString& text, bool raw);

// Why the meter's rules would refuse the write (register 129 has commands instead of settings);
// nothing when they would not.
[[nodiscard]] std::optional<QString> refusal(const meter::RegisterRow& row,
                                             const meter::Config& config, std::uint16_t word);

}  // namespace desktop
