#include "app/ports/link.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <optional>

#include "app/ports/phrases.h"
#include "signals/scenario/system_text.h"

namespace ports {
namespace {

using signals::Sentence;

constexpr const char* kTerminals = "/dev/pts/";

[[noreturn]] void refuse(int error, const std::string& link, const Sentence& why) {
    throw signals::SystemError(error, Sentence::of(kPort.link_because, link, why));
}

std::optional<std::string> target_of(const std::string& link) {
    std::array<char, 4096> text{};
    const ssize_t length = ::readlink(link.c_str(), text.data(), text.size());
    if (length < 0) return std::nullopt;
    return std::string(text.data(), static_cast<std::size_t>(length));
}

struct flock whole_file(short type) {
    struct flock lock {};
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    return lock;
}

enum class Holder { nobody, another_program, unknown };

Holder holder_of(const std::string& terminal) {
    const int fd = ::open(terminal.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    // EIO: the terminal's master is gone and somebody still has its slave side open.
    if (fd < 0) return errno == ENOENT || errno == EIO ? Holder::nobody : Holder::unknown;
    struct flock lock = whole_file(F_WRLCK);
    const bool known = ::fcntl(fd, F_OFD_GETLK, &lock) == 0;
    ::close(fd);
    if (!known) return Holder::unknown;
    return lock.l_type == F_UNLCK ? Holder::nobody : Holder::another_program;
}

void check_replaceable(const std::string& link) {
    const std::optional<std::string> target = target_of(link);
    if (!target) refuse(EEXIST, link, Sentence::of(kPort.no_link));
    if (target->rfind(kTerminals, 0) != 0)
        refuse(EEXIST, link, Sentence::of(kPort.no_terminal, *target));
    switch (holder_of(*target)) {
        case Holder::nobody:
            return;
        case Holder::another_program:
            refuse(EBUSY, link, Sentence::of(kPort.served, *target));
        case Holder::unknown:
            refuse(EBUSY, link, Sentence::of(kPort.unknown, *target));
    }
}

}  // namespace

void hold_terminal(int slave_fd) {
    struct flock lock = whole_file(F_WRLCK);
    if (::fcntl(slave_fd, F_OFD_SETLK, &lock) != 0)
        throw signals::SystemError(errno, Sentence::of(kPort.lock));
}

void make_link(const std::string& link, const std::string& terminal) {
    if (::symlink(terminal.c_str(), link.c_str()) == 0) return;
    if (errno != EEXIST) throw signals::SystemError(errno, Sentence::of(kPort.link, link));
    if (target_of(link) == terminal) return;  // left behind, and the number is ours now
    check_replaceable(link);
    if (::unlink(link.c_str()) != 0 || ::symlink(terminal.c_str(), link.c_str()) != 0)
        refuse(errno, link, Sentence::of(kPort.stale));
}

void remove_link(const std::string& link, const std::string& terminal) {
    if (target_of(link) == terminal) ::unlink(link.c_str());
}

}  // namespace ports
