// What toml++ says, in another language: the same text in English, byte by byte.
#include "signals/scenario/toml_words.h"

#include <gtest/gtest.h>

#include <string>

#include "signals/scenario/scenario_file.h"

namespace signals {
namespace {

std::string german(const char* context, const char* text) {
    const std::string english{text};
    if (std::string{context} != kTomlContext) return english;
    if (english == "Error while parsing {}: {}") return "{1} beim Lesen von {0}";
    if (english == "key-value pair") return "Schlüssel und Wert";
    if (english == "expected value, saw '{}'") return "statt eines Werts „{}“";
    if (english == "cannot redefine existing {} '{}'") return "{1} gab es schon als {0}";
    if (english == "integer") return "ganze Zahl";
    return english;
}

ScenarioError error_of(const std::string& toml) {
    try {
        parse_scenario(toml, "a.toml");
    } catch (const ScenarioError& error) {
        return error;
    }
    return ScenarioError{"no error"};
}

TEST(TomlWords, AreRecognized) {
    const ScenarioError value = error_of("[meter]\nct_primary = ]");
    EXPECT_STREQ(value.what(),
                 "a.toml:2:14: Error while parsing key-value pair: expected value, saw ']'");
    EXPECT_EQ(value.sentence().in(german),
              "a.toml:2:14: statt eines Werts „]“ beim Lesen von Schlüssel und Wert");
    const ScenarioError twice = error_of("seed = 1\nseed = 2");
    EXPECT_NE(twice.sentence().in(german).find("seed gab es schon als ganze Zahl"),
              std::string::npos)
        << twice.sentence().in(german);
}

TEST(TomlWords, InEnglishAreTheLibrarysOwn) {
    for (const char* text :
         {"Error while parsing inline table: expected comma or closing '}', saw 'x'",
          "Error while parsing key: expected bare key starting character or string delimiter, saw "
          "'''",
          "Error while parsing string: unknown escape sequence '\\q'",
          "Error while parsing table header: cannot redefine existing table 'a'",
          "Error while parsing date: expected month between 1 and 12 (inclusive), saw 13",
          "Encountered invalid utf-8 sequence", ""})
        EXPECT_EQ(syntax_error(text).in_english(), text);
}

TEST(TomlWords, WhatIsNotKnownStays) {
    EXPECT_EQ(syntax_error("Error while parsing date: the moon is full").in(german),
              "the moon is full beim Lesen von date");
    EXPECT_EQ(syntax_error("the moon is full").in(german), "the moon is full");
}

}  // namespace
}  // namespace signals
