// The stable name of a pseudo terminal: a symbolic link that outlives no program on purpose.
//
// A link may be replaced when it is what a killed program left behind: its target is gone, or is
// a terminal below /dev/pts that no program of ours holds (terminal numbers are used again).
// Whoever serves a terminal holds a lock on it; the lock is an open-file-description lock, so that
// it meets neither the flock() of pyserial's exclusive mode nor a client in the same process.
#pragma once

#include <string>

namespace ports {

// Marks the terminal behind `slave_fd` as served, for as long as the descriptor is open.
void hold_terminal(int slave_fd);

// Makes `link` point to `terminal`. Throws std::system_error naming the link and the reason.
void make_link(const std::string& link, const std::string& terminal);

// Removes `link` if it still points to `terminal`; anything else is left alone.
void remove_link(const std::string& link, const std::string& terminal);

}  // namespace ports
