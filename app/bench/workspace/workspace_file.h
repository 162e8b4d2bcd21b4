// Workspaces as files, *.metertwin (resources/desktop/metertwin-mime.xml).
//
//   20 bytes  "MeterTwin workspace\n"
//   u64       version, kWorkspaceVersion
//   u64       size of the body in bytes
//   u64       FNV-1a of the body
//   body      number of sections; each: name, bytes            little-endian (archive.h)
//
// Sections: about, scenario, capture (when there is one), history; any other is an extra. One that
// a program does not know is kept, so that a file survives an older program.
#pragma once

#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "app/bench/workspace/workspace.h"
#include "signals/scenario/worded_error.h"

namespace bench {

inline constexpr std::string_view kWorkspaceMagic = "MeterTwin workspace\n";
inline constexpr std::uint64_t kWorkspaceVersion = 1;
// Larger files are refused: inputs and snapshots of one program stay far below (tree.h).
inline constexpr std::uint64_t kMostWorkspaceBytes = 1ULL << 30;

// "file: what", with the value and what is allowed.
class WorkspaceError : public signals::WordedError<std::runtime_error> {
 public:
    using WordedError::WordedError;
};

std::vector<std::uint8_t> to_bytes(const Workspace& workspace);
// `name` is the file's in error texts. WorkspaceError: foreign, newer, cut off, damaged. Memory
// stays within a few times the bytes given. Meters' snapshots are checked for their digest, not
// against malice (Rig::restore()).
Workspace from_bytes(std::span<const std::uint8_t> bytes, const std::string& name);

// Whole or not at all: written beside `path` and renamed. WorkspaceError with what the system says.
void write_workspace(const Workspace& workspace, const std::string& path);
Workspace read_workspace(const std::string& path);

// The first bytes of a file are those of a workspace.
[[nodiscard]] bool looks_like_workspace(const std::string& path);

}  // namespace bench
