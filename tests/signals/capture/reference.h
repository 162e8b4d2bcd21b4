// The public captures and what an independent reader computed from them (captures/README.md).
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace signals::test {

inline std::filesystem::path captures_folder() {
    return std::filesystem::path{METERTWIN_SHARED_DIR} / "captures";
}

// The entries of reference.json; empty when the captures are not on this machine.
inline std::vector<nlohmann::json> reference_entries() {
    std::ifstream in{captures_folder() / "reference.json"};
    if (!in) return {};
    return nlohmann::json::parse(in).get<std::vector<nlohmann::json>>();
}

inline std::filesystem::path path_of(const nlohmann::json& entry) {
    return captures_folder() / entry["id"].get<std::string>() / entry["file"].get<std::string>();
}

// A name that gtest accepts.
inline std::string test_name(const nlohmann::json& entry) {
    std::string name = entry["id"].get<std::string>() + "_" + entry["file"].get<std::string>();
    for (char& c : name) {
        if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
    }
    return name;
}

}  // namespace signals::test
