// Errors of scenario files in the language of whom they are shown to.
#include "signals/scenario/worded_error.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>

#include "signals/scenario/scenario_file.h"
#include "signals/scenario/system_text.h"

namespace signals {
namespace {

// Whatever is translated is put into brackets.
std::string bracketed(const char* /*context*/, const char* text) {
    return "<" + std::string{text} + ">";
}

std::string said(const std::string& toml) {
    try {
        parse_scenario(toml, "a.toml");
    } catch (const std::exception& error) {
        return sentence_of(error).in(bracketed);
    }
    return "no error";
}

TEST(WordedError, KeepsItsEnglishAndItsKind) {
    try {
        throw WordedError<std::invalid_argument>(Sentence::of("Test", "{} is {}", "a", 3));
    } catch (const std::invalid_argument& error) {
        EXPECT_STREQ(error.what(), "a is 3");
        EXPECT_EQ(sentence_of(error).in(bracketed), "<a is 3>");
    }
}

TEST(WordedError, AnErrorOfAnotherKindIsTheSameInEveryLanguage) {
    EXPECT_EQ(sentence_of(std::runtime_error("as it is")).in(bracketed), "as it is");
}

TEST(WordedError, KeepsTextsWhoseOwnerIsGone) {
    const auto made = [] {
        const std::string owner(100, 'x');
        return Sentence::of("Test", "{}, {}", std::string_view{owner}, owner.c_str());
    }();
    EXPECT_EQ(made.in_english(), std::string(100, 'x') + ", " + std::string(100, 'x'));
}

// The place, keys and values are the file's own; everything else is said.
TEST(WordedError, OfAScenario) {
    EXPECT_EQ(said("[installation]\nfrequency = 600"),
              "a.toml:2:13: <installation.frequency is 600, allowed is <10 to 400 <Hz>>>");
    EXPECT_EQ(said("[installation]\nfrequenzy = 60"),
              "a.toml:2:1: <unknown key 'frequenzy' in [installation]<, did you mean "
              "'frequency'?>, allowed is frequency, voltage, current, angle, voltage_angle, "
              "harmonic>");
    EXPECT_EQ(said("[[event]]\nkind = \"sag\""),
              "a.toml:1:1: <event sag has no remaining (<voltage that is left>)>");
    EXPECT_EQ(said("[[fault]]\nkind = \"delay\"\nuntil = 1\nfrom = 2"),
              "a.toml:3:9: fault.<until is 1 s, allowed is 0 or more than from, 2 s>");
    EXPECT_EQ(said("seed = 1\nseed = 2"),
              "a.toml:2:8: <Error while parsing <key-value pair>: <cannot redefine existing "
              "<integer> 'seed'>>");
}

TEST(WordedError, OfAFileThatIsNotThere) {
    try {
        (void)read_scenario("/no/such/a.toml");
    } catch (const ScenarioError& error) {
        EXPECT_STREQ(error.what(), "/no/such/a.toml: cannot open: No such file or directory");
        EXPECT_EQ(error.sentence().in(bracketed),
                  "/no/such/a.toml: <cannot open: <No such file or directory>>");
    }
}

TEST(SystemText, InEnglishIsTheSystems) {
    for (const int error : known_system_errors())
        EXPECT_EQ(system_text(error).in_english(), std::strerror(error));
    EXPECT_EQ(system_text(EXDEV).in(bracketed), std::strerror(EXDEV)) << "not in the table";
}

TEST(SystemText, AnErrorOfItIsASystemError) {
    try {
        throw SystemError(EADDRINUSE, Sentence::of("Test", "cannot listen on {}", "x"));
    } catch (const std::system_error& error) {
        EXPECT_EQ(error.code(), std::errc::address_in_use);
        EXPECT_STREQ(error.what(), "cannot listen on x: Address already in use");
        EXPECT_EQ(sentence_of(error).in(bracketed),
                  "<cannot listen on x>: <Address already in use>");
    }
}

}  // namespace
}  // namespace signals
