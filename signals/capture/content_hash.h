// Recognises a capture by its content.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace signals {

// FNV-1a.
std::uint64_t hash_of(const std::string& text, std::uint64_t seed = 0xcbf2'9ce4'8422'2325U);

// Hash of everything that a capture is made of: its file and, for a .cfg, the .dat beside it. What
// cannot be read counts as empty.
std::uint64_t content_hash(const std::filesystem::path& capture);

// ".cfg" of "A.CFG".
std::string lower_extension(const std::filesystem::path& path);
// The file beside `path` with the same stem and this extension in any case; empty: none.
std::filesystem::path sibling(const std::filesystem::path& path, std::string_view extension);

}  // namespace signals
