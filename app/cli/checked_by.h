// A parser of ours as a check of an option, so that what it refuses is an error of usage. `parse`
// takes the text and throws what it thinks of it.
#pragma once

#include <CLI/CLI.hpp>
#include <exception>
#include <string>

namespace cli {

template <class Parse>
CLI::Validator checked_by(Parse parse, const char* name) {
    return {[parse](std::string& text) -> std::string {
                try {
                    (void)parse(text);
                    return {};
                } catch (const std::exception& error) {
                    return error.what();
                }
            },
            name};
}

// The one of a parser's overloads that takes a text and nothing else.
template <class Value>
CLI::Validator checked_by(Value (*parse)(const std::string&), const char* name) {
    return checked_by([parse](const std::string& text) { (void)parse(text); }, name);
}

}  // namespace cli
