// Texts for people that can be said in another language.
//
// Below the window nobody knows a translation, so who composes a text is given Words: what a text
// of a table is in the language of whom it is for. A text has a context, the name of its table
// ("Log", "Faults"), since one English word may need two German ones.
//
//   say(words, "Log", "read {} ({})", names, numbers)     {fmt}'s places; a translation may number
//                                                         them to change their order: "{1} ... {0}"
//
// That the tables and what translators are given agree is a test (app/desktop/table_texts.h).
#pragma once

#include <string>

namespace signals {

using Words = std::string (*)(const char* context, const char* text);

// The language of the tables, of the command line and of files.
inline std::string english(const char* /*context*/, const char* text) { return text; }

}  // namespace signals
