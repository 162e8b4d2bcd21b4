#include "signals/scenario/system_text.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace signals {
namespace {

struct Row {
    int error;
    const char* text;
};

// What opening files, serial lines, pseudo terminals and sockets may end with.
constexpr std::array kRows{
    Row{EPERM, "Operation not permitted"},
    Row{ENOENT, "No such file or directory"},
    Row{EIO, "Input/output error"},
    Row{ENXIO, "No such device or address"},
    Row{EACCES, "Permission denied"},
    Row{EBUSY, "Device or resource busy"},
    Row{EEXIST, "File exists"},
    Row{ENODEV, "No such device"},
    Row{ENOTDIR, "Not a directory"},
    Row{EISDIR, "Is a directory"},
    Row{EINVAL, "Invalid argument"},
    Row{ENFILE, "Too many open files in system"},
    Row{EMFILE, "Too many open files"},
    Row{ENOTTY, "Inappropriate ioctl for device"},
    Row{EFBIG, "File too large"},
    Row{ENOSPC, "No space left on device"},
    Row{EROFS, "Read-only file system"},
    Row{ENAMETOOLONG, "File name too long"},
    Row{ELOOP, "Too many levels of symbolic links"},
    Row{EADDRINUSE, "Address already in use"},
    Row{EADDRNOTAVAIL, "Cannot assign requested address"},
    Row{EAFNOSUPPORT, "Address family not supported by protocol"},
};

Sentence with_reason(const Sentence& what, const Sentence& why) {
    return Sentence::made_by(
        [what, why](Words words) { return what.in(words) + ": " + why.in(words); });
}

}  // namespace

Sentence system_text(int error) {
    const auto* row = std::find_if(kRows.begin(), kRows.end(),
                                   [error](const Row& r) { return r.error == error; });
    return row != kRows.end() ? Sentence::of(kSystemContext, row->text)
                              : Sentence{std::strerror(error)};
}

SystemError::SystemError(int error, const Sentence& what)
    : std::system_error(error, std::generic_category(), what.in_english()),
      Worded(with_reason(what, system_text(error))) {}

std::vector<int> known_system_errors() {
    std::vector<int> out;
    out.reserve(kRows.size());
    for (const Row& row : kRows) out.push_back(row.error);
    return out;
}

std::vector<const char*> system_texts() {
    std::vector<const char*> out;
    out.reserve(kRows.size());
    for (const Row& row : kRows) out.push_back(row.text);
    return out;
}

}  // namespace signals
