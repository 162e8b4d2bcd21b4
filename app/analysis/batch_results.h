// The results of a batch as files.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

namespace analysis {

inline constexpr int kBatchVersion = 1;

// Writes a file whole or not at all: beside it, then renamed over it. Throws std::runtime_error.
void write_whole(const std::filesystem::path& path, const std::string& text);

// results.json, results.csv and index.html in `folder`. `results`:
// {"format":"metertwin-batch","version":1,"options":{…},"shard":null or "i/n","captures":count,
//  "failed":count,"rows":[…]}
void write_results(const std::filesystem::path& folder, const nlohmann::ordered_json& results);

// One line per capture; columns as named in its header. RFC 4180.
std::string batch_csv(const nlohmann::ordered_json& results);
std::string batch_html(const nlohmann::ordered_json& results);

// Bytes that are no UTF-8 (file names may have them) are replaced.
std::string text_of(const nlohmann::ordered_json& value);

}  // namespace analysis
