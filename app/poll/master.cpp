#include "app/poll/master.h"

#include <modbus/modbus.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <string>

#include "app/poll/broken_pipe.h"
#include "app/poll/phrases.h"
#include "core/modbus/crc.h"

namespace polling {
namespace {

using signals::Sentence;
using Clock = std::chrono::steady_clock;

constexpr std::uint32_t kByteTimeoutUs = 100'000;
constexpr int kQuietMs = 50;       // silence that ends what recover() throws away
constexpr int kLongestNoise = 40;  // pieces that recover() throws away at most
constexpr std::array<std::uint8_t, 3> kReadBasic{0x0E, 0x01, 0x00};  // MEI, code, first object
constexpr std::uint8_t kIdentification = 0x2B;

struct Free {
    void operator()(modbus_t* context) const { modbus_free(context); }
};
using Context = std::unique_ptr<modbus_t, Free>;

Context serial_context(const Target& t) {
    const char parity = "NEO"[static_cast<int>(t.parity)];
    return Context{
        modbus_new_rtu(t.device.c_str(), static_cast<int>(t.baud), parity, 8, t.stop_bits)};
}

Context tcp_context(const Target& t) {
    return Context{modbus_new_tcp_pi(t.host.c_str(), std::to_string(t.port).c_str())};
}

Context context_of(const Target& t) {
    if (t.transport == Transport::tcp) return tcp_context(t);
    if (t.transport == Transport::rtu) return serial_context(t);
    Target socket = t;
    socket.device = "socket";  // a name that nobody opens
    return serial_context(socket);
}

double ms_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

Sentence reading(const Block& block) {
    if (block.count == 1) return sentence(Phrase::read_one, block.first);
    return sentence(Phrase::read_many, block.first, block.first + block.count - 1);
}

}  // namespace

struct Master::Parts {
    Target target;
    std::chrono::milliseconds timeout;
    Context context;
    bool connected = false;

    void set_times(modbus_t* c) const {
        const auto ms = static_cast<std::uint32_t>(timeout.count());
        modbus_set_response_timeout(c, ms / 1'000, ms % 1'000 * 1'000);
        modbus_set_byte_timeout(c, 0, kByteTimeoutUs);
    }

    [[noreturn]] void cannot_connect() const {
        // libmodbus says "refused" for a name that nobody knows as well.
        const Sentence why =
            errno == ECONNREFUSED ? sentence(Phrase::refused) : Sentence{modbus_strerror(errno)};
        throw Failure(Trouble::connect, 0, sentence(Phrase::cannot_connect, describe(target), why));
    }

    // RTU on a socket: libmodbus's TCP part connects, its RTU part talks.
    void connect_socket() {
        const Context tcp = tcp_context(target);
        if (!tcp) cannot_connect();
        set_times(tcp.get());
        errno = 0;
        if (modbus_connect(tcp.get()) != 0) cannot_connect();
        modbus_set_socket(context.get(), modbus_get_socket(tcp.get()));
    }

    void connect() {
        errno = 0;
        context = context_of(target);
        if (!context) cannot_connect();
        set_times(context.get());
        modbus_set_slave(context.get(), target.unit);
        errno = 0;
        if (target.transport == Transport::rtu_over_tcp)
            connect_socket();
        else if (modbus_connect(context.get()) != 0)
            cannot_connect();
        connected = true;
    }

    void disconnect() {
        if (connected) modbus_close(context.get());
        connected = false;
    }

    // Runs one exchange of libmodbus's; `request` says what for in an error's text.
    template <class Exchange>
    void exchange(const Sentence& request, Exchange talk) {
        const BrokenPipeIsAnError guard;
        const auto start = Clock::now();
        errno = 0;
        if (!talk(context.get()))
            throw failure_of(
                {errno, ms_since(start), static_cast<double>(timeout.count()), request});
    }

    // Bytes that have come, after waiting at most `ms`; empty when none came.
    [[nodiscard]] std::vector<std::uint8_t> receive(int ms) const {
        pollfd waiting{modbus_get_socket(context.get()), POLLIN, 0};
        if (::poll(&waiting, 1, ms) == 0) {
            errno = ETIMEDOUT;
            return {};
        }
        std::vector<std::uint8_t> bytes(MODBUS_MAX_ADU_LENGTH);
        const ssize_t got = ::read(waiting.fd, bytes.data(), bytes.size());
        if (got == 0) errno = ECONNRESET;
        bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
        return bytes;
    }

    [[nodiscard]] std::size_t header() const { return target.transport == Transport::tcp ? 7 : 1; }
    [[nodiscard]] std::size_t trailer() const { return target.transport == Transport::tcp ? 0 : 2; }

    // libmodbus does not know how long an answer of 2B is, so its bytes are gathered here. Empty
    // with errno set when they do not come.
    [[nodiscard]] std::vector<std::uint8_t> gather_identification() const {
        std::vector<std::uint8_t> frame;
        for (int patience = static_cast<int>(timeout.count());; patience = kByteTimeoutUs / 1'000) {
            const std::vector<std::uint8_t> piece = receive(patience);
            if (piece.empty()) return {};
            frame.insert(frame.end(), piece.begin(), piece.end());
            if (frame.size() < header()) continue;
            const auto length = identification_length(std::span(frame).subspan(header()));
            if (length && frame.size() >= header() + *length + trailer()) return frame;
        }
    }

    // The PDU of a whole frame; empty with errno set when it is not one for us.
    [[nodiscard]] std::vector<std::uint8_t> pdu_of(std::vector<std::uint8_t> frame) const {
        if (trailer() != 0 && !meter::modbus::crc_matches(frame)) {
            errno = EMBBADCRC;
            return {};
        }
        const auto begin = frame.begin() + static_cast<std::ptrdiff_t>(header());
        std::vector<std::uint8_t> pdu(begin, frame.end() - static_cast<std::ptrdiff_t>(trailer()));
        if (pdu.size() >= 2 && (pdu[0] & 0x80U) != 0) {
            errno = MODBUS_ENOBASE + pdu[1];
            return {};
        }
        return pdu;
    }
};

Master::Master(const Target& target, std::chrono::milliseconds timeout)
    : parts_(std::make_unique<Parts>(Parts{target, timeout, nullptr, false})) {}

Master::~Master() { parts_->disconnect(); }

void Master::connect() {
    if (!parts_->connected) parts_->connect();
}

void Master::disconnect() { parts_->disconnect(); }

void Master::recover() {
    if (!parts_->connected) return;
    if (parts_->target.transport != Transport::rtu) return parts_->disconnect();
    int pieces = 0;
    while (pieces < kLongestNoise && !parts_->receive(kQuietMs).empty()) ++pieces;
    modbus_flush(parts_->context.get());
}

std::vector<std::uint16_t> Master::read(int function, const Block& block) {
    connect();
    std::vector<std::uint16_t> words(block.count);
    parts_->exchange(reading(block), [&](modbus_t* c) {
        const auto ask = function == 4 ? modbus_read_input_registers : modbus_read_registers;
        return ask(c, block.first - 1, block.count, words.data()) == block.count;
    });
    return words;
}

void Master::write(std::uint16_t number, std::uint16_t value) {
    connect();
    parts_->exchange(sentence(Phrase::write_one, value, number),
                     [&](modbus_t* c) { return modbus_write_register(c, number - 1, value) == 1; });
}

void Master::write(std::uint16_t first, std::span<const std::uint16_t> values) {
    connect();
    const int count = static_cast<int>(values.size());
    parts_->exchange(sentence(Phrase::write_many, first, first + count - 1), [&](modbus_t* c) {
        return modbus_write_registers(c, first - 1, count, values.data()) == count;
    });
}

ReportId Master::report_id() {
    connect();
    std::array<std::uint8_t, MODBUS_MAX_PDU_LENGTH> data{};
    int length = 0;
    parts_->exchange(sentence(Phrase::ask_slave_id), [&](modbus_t* c) {
        length = modbus_report_slave_id(c, static_cast<int>(data.size()), data.data());
        return length >= 2;
    });
    const auto size = std::min(data.size(), static_cast<std::size_t>(length));
    return parse_report_id(std::span(data).first(size)).value_or(ReportId{});
}

DeviceIdentification Master::identification() {
    connect();
    std::optional<DeviceIdentification> found;
    parts_->exchange(sentence(Phrase::ask_identification), [&](modbus_t* c) {
        std::vector<std::uint8_t> request{static_cast<std::uint8_t>(parts_->target.unit),
                                          kIdentification};
        request.insert(request.end(), kReadBasic.begin(), kReadBasic.end());
        const int size = static_cast<int>(request.size());
        if (modbus_send_raw_request(c, request.data(), size) < 0) return false;
        const std::vector<std::uint8_t> frame = parts_->gather_identification();
        if (frame.empty()) return false;
        const std::vector<std::uint8_t> pdu = parts_->pdu_of(frame);
        if (pdu.empty()) return false;
        found = parse_identification(pdu);
        errno = EMBBADDATA;
        return found.has_value();
    });
    return *found;
}

}  // namespace polling
