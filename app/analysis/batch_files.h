// Which captures a batch is about, and how they are told apart.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "signals/capture/content_hash.h"

namespace analysis {

struct CaptureFile {
    std::string name;            // as the report calls it: below the folder that was given
    std::filesystem::path path;  // its .cfg, .cff, .csv, .tsv or .wav
};

// Captures among `paths`: files as they are (a .dat is its .cfg), folders with all that is below
// them. In folders, CSV and WAV files are captures when a FILE.map.toml beside them says what they
// hold, or when `mapped` (the command line says it); others are left alone. A .cfg and its .dat are
// one capture; extensions in any case. Sorted by name, each once. Throws std::runtime_error with
// the path when one is not there or two captures have one name.
std::vector<CaptureFile> find_captures(const std::vector<std::string>& paths, bool mapped = false);

using signals::hash_of;

// Of everything that the capture's result depends on in files: capture and companion
// (signals/capture/content_hash.h), and its map file.
std::uint64_t content_hash(const CaptureFile& capture);

// Part `index` of `count`: the share of a cluster's array task. By name, so that it does not
// depend on what else is there.
struct Shard {
    int index = 0;
    int count = 1;

    bool operator==(const Shard&) const = default;
    [[nodiscard]] bool has(const CaptureFile& capture) const;
};

// "2/8", 0 <= index < count <= 10000. Throws std::invalid_argument with the text.
Shard parse_shard(const std::string& text);

}  // namespace analysis
