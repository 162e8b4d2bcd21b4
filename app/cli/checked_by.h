// A parser of ours as a check of an option, so that what it refuses is an error of usage.
#pragma once

#include <CLI/CLI.hpp>
#include <stdexcept>
#include <string>

namespace cli {

template <class Value>
CLI::Validator checked_by(Value (*parse)(const std::string&), const char* name) {
    return {[parse](std::string& text) -> std::string {
                try {
                    (void)parse(text);
                    return {};
                } catch (const std::invalid_argument& error) {
                    return error.what();
                }
            },
            name};
}

}  // namespace cli
