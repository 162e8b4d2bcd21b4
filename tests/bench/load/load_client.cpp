// Many Modbus/TCP clients at full speed in one thread: load_client HOST PORT CLIENTS SECONDS
//
// Each client has one request on its way and sends the next when its answer is there. Transactions
// bear the number of their client, requests differ in length, and every answer is held against its
// request; so a lost, a wrong and a crossed answer are each seen. The first half second does not
// count. Prints JSON: requests per second, percentiles of the round trip in us, and what went
// wrong.
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
using Bytes = std::vector<std::uint8_t>;

constexpr std::chrono::milliseconds kWarmUp{500};
constexpr std::chrono::seconds kPatience{5};  // for answers after the last request

// The mix: what an energy management system asks of a meter. Wire addresses of the 4000-R; writes
// set what is set already. Any server with 347 holding and input registers can answer it.
const std::array<Bytes, 10> kMix{{{0x03, 0x01, 0x00, 0x00, 54},
                                  {0x03, 0x01, 0x06, 0x00, 2},
                                  {0x03, 0x00, 0x00, 0x00, 52},
                                  {0x03, 0x01, 0x00, 0x00, 54},
                                  {0x04, 0x00, 0x81, 0x00, 25},
                                  {0x03, 0x01, 0x00, 0x00, 18},
                                  {0x06, 0x00, 0x82, 0x01, 0x90},
                                  {0x03, 0x01, 0x00, 0x00, 54},
                                  {0x03, 0x01, 0x2A, 0x00, 2},
                                  {0x10, 0x00, 0x8D, 0x00, 0x02, 0x04, 0, 10, 0, 25}}};

void put_word(Bytes& out, std::size_t word) {
    out.push_back(static_cast<std::uint8_t>(word >> 8));
    out.push_back(static_cast<std::uint8_t>(word));
}

// An answer's PDU as far as it is known before it comes.
bool answers(const Bytes& request, const std::uint8_t* pdu, std::size_t size) {
    const bool read = request[0] <= 0x04;
    if (read)
        return size == 2U + 2U * request[4] && pdu[0] == request[0] && pdu[1] == 2 * request[4];
    return size == 5 && std::equal(pdu, pdu + 5, request.begin());
}

struct Client {
    int socket = -1;
    std::uint8_t number = 0;
    std::uint8_t count = 0;  // of its requests, modulo 256
    bool waiting = false;
    Clock::time_point sent;
    std::array<std::uint8_t, 512> in{};
    std::size_t size = 0;

    [[nodiscard]] const Bytes& request() const { return kMix[(number + count) % kMix.size()]; }
};

struct Tally {
    std::vector<std::uint32_t> us;
    long lost = 0;
    long wrong = 0;
    bool counts = false;
};

[[noreturn]] void give_up(const char* what) {
    std::perror(what);
    std::exit(1);
}

int connected(const char* host, const char* port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(std::atoi(port)));
    inet_pton(AF_INET, host, &address.sin_addr);
    const int fd = socket(AF_INET, SOCK_STREAM, 0);
    const int on = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    const auto* where = reinterpret_cast<const sockaddr*>(&address);
    if (connect(fd, where, sizeof address) != 0) give_up("connect");
    return fd;
}

void send_next(Client& client) {
    ++client.count;
    Bytes frame;
    frame.reserve(32);
    put_word(frame, static_cast<std::size_t>(client.number) << 8 | client.count);
    put_word(frame, 0);
    put_word(frame, 1 + client.request().size());
    frame.push_back(1);
    frame.insert(frame.end(), client.request().begin(), client.request().end());
    client.sent = Clock::now();
    client.waiting = true;
    client.size = 0;
    if (send(client.socket, frame.data(), frame.size(), MSG_NOSIGNAL) !=
        static_cast<ssize_t>(frame.size()))
        give_up("send");
}

bool is_right(const Client& client) {
    const auto& in = client.in;
    const bool ours =
        in[0] == client.number && in[1] == client.count && in[2] == 0 && in[3] == 0 && in[6] == 1;
    return ours && answers(client.request(), in.data() + 7, client.size - 7);
}

// True when an answer is whole.
bool received(Client& client, Tally& tally) {
    const ssize_t got =
        recv(client.socket, client.in.data() + client.size, client.in.size() - client.size, 0);
    if (got <= 0) give_up("the server has hung up");
    client.size += static_cast<std::size_t>(got);
    if (client.size < 7) return false;
    const std::size_t whole = 6U + static_cast<std::size_t>(client.in[4] << 8 | client.in[5]);
    if (client.size < whole) return false;
    const auto took =
        std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - client.sent);
    if (tally.counts) tally.us.push_back(static_cast<std::uint32_t>(took.count()));
    if (client.size != whole || !is_right(client)) ++tally.wrong;
    client.waiting = false;
    return true;
}

class Load {
 public:
    Load(const char* host, const char* port, int clients)
        : clients_(static_cast<std::size_t>(clients)) {
        for (std::size_t n = 0; n < clients_.size(); ++n) {
            clients_[n].number = static_cast<std::uint8_t>(n);
            clients_[n].socket = connected(host, port);
            epoll_event event{};
            event.events = EPOLLIN;
            event.data.ptr = &clients_[n];
            epoll_ctl(epoll_, EPOLL_CTL_ADD, clients_[n].socket, &event);
        }
    }
    // Seconds that counted.
    double run(std::chrono::duration<double> seconds) {
        for (Client& client : clients_) send_next(client);
        turn_until(Clock::now() + kWarmUp, true);
        tally.counts = true;
        const auto start = Clock::now();
        turn_until(start + std::chrono::duration_cast<Clock::duration>(seconds), true);
        const std::chrono::duration<double> took = Clock::now() - start;
        tally.counts = false;
        turn_until(Clock::now() + kPatience, false);
        tally.lost = waiting();
        return took.count();
    }

    Tally tally;

 private:
    [[nodiscard]] long waiting() const {
        return std::count_if(clients_.begin(), clients_.end(),
                             [](const Client& c) { return c.waiting; });
    }
    void turn_until(Clock::time_point end, bool go_on) {
        std::array<epoll_event, 64> events{};
        while (Clock::now() < end && (go_on || waiting() > 0)) {
            const int n = epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), 100);
            for (int i = 0; i < n; ++i) {
                auto& client = *static_cast<Client*>(events[static_cast<std::size_t>(i)].data.ptr);
                if (received(client, tally) && go_on) send_next(client);
            }
        }
    }

    int epoll_ = epoll_create1(0);
    std::vector<Client> clients_;
};

std::uint32_t percentile(const std::vector<std::uint32_t>& sorted, double share) {
    if (sorted.empty()) return 0;
    const auto at = static_cast<std::size_t>(share * static_cast<double>(sorted.size()));
    return sorted[std::min(at, sorted.size() - 1)];
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 5) {
        std::fprintf(stderr, "usage: load_client HOST PORT CLIENTS SECONDS\n");
        return 2;
    }
    Load load(argv[1], argv[2], std::atoi(argv[3]));
    const double seconds = load.run(std::chrono::duration<double>(std::atof(argv[4])));
    auto& us = load.tally.us;
    std::sort(us.begin(), us.end());
    std::printf(
        "{\"requests\": %zu, \"per_second\": %.0f, \"p50_us\": %u, \"p99_us\": %u, "
        "\"max_us\": %u, \"lost\": %ld, \"wrong\": %ld}\n",
        us.size(), static_cast<double>(us.size()) / seconds, percentile(us, 0.5),
        percentile(us, 0.99), us.empty() ? 0 : us.back(), load.tally.lost, load.tally.wrong);
    return load.tally.lost + load.tally.wrong == 0 ? 0 : 1;
}
