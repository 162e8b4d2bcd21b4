// libmodbus's own server for comparison: libmodbus_server PORT
//
// The select() loop of its examples (bandwidth-server-many-up), registers and clients as many as
// the load needs. It meters nothing.
#include <modbus/modbus.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace {

constexpr int kRegisters = 7003;
constexpr int kClients = 64;

void serve(modbus_t* context, modbus_mapping_t* mapping, int socket, fd_set& all) {
    std::array<std::uint8_t, MODBUS_TCP_MAX_ADU_LENGTH> query{};
    modbus_set_socket(context, socket);
    const int size = modbus_receive(context, query.data());
    if (size > 0) {
        modbus_reply(context, query.data(), size, mapping);
    } else if (size < 0) {
        close(socket);
        FD_CLR(socket, &all);
    }
}

void accept_one(int listener, fd_set& all, int& highest) {
    const int socket = accept(listener, nullptr, nullptr);
    const int on = 1;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    FD_SET(socket, &all);
    highest = std::max(highest, socket);
}

}  // namespace

int main(int argc, char** argv) {
    modbus_t* context = modbus_new_tcp("127.0.0.1", argc > 1 ? std::atoi(argv[1]) : 1502);
    modbus_mapping_t* mapping = modbus_mapping_new(0, 0, kRegisters, kRegisters);
    const int listener = modbus_tcp_listen(context, kClients);
    if (mapping == nullptr || listener < 0) {
        std::fprintf(stderr, "libmodbus_server: %s\n", modbus_strerror(errno));
        return 1;
    }
    fd_set all;
    FD_ZERO(&all);
    FD_SET(listener, &all);
    for (int highest = listener;;) {
        fd_set ready = all;
        if (select(highest + 1, &ready, nullptr, nullptr, nullptr) < 0) return 1;
        for (int socket = 0; socket <= highest; ++socket) {
            if (!FD_ISSET(socket, &ready)) continue;
            socket == listener ? accept_one(listener, all, highest)
                               : serve(context, mapping, socket, all);
        }
    }
}
