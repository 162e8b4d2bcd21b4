// Texts of the tables below the window, which know no tr(): registers, settings, faults, the line
// log. They are translated where they are shown, by their table's name as context. What
// translators are given of them is app/desktop/table_texts.h.
#pragma once

#include <QString>
#include <string>

namespace widgets {

// `text` (UTF-8) in the language of the window; as it is when there is no translation.
[[nodiscard]] QString translated(const char* context, const char* text);

// The same for texts that are composed below the window (signals::Words, signals/scenario/words.h).
[[nodiscard]] std::string words(const char* context, const char* text);

}  // namespace widgets
