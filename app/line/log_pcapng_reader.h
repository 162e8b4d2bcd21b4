// Reads the traffic of a Modbus line out of a pcapng file: our own (log_pcapng.h), to the tick, or
// a capture of Modbus/TCP that somebody took on a network.
//
// Our own files give back what the log heard: port names, clients, ticks, directions, collisions.
// In others, TCP on the Modbus port is cut into frames by the MBAP header (segments that come again
// are passed over, lost ones are not waited for); a server is a port, "192.0.2.7:502", and its
// clients are numbered as they come. Time counts from the first packet. IPv4 over Ethernet, Linux
// cooked or raw IP; everything else in the file is passed over.
#pragma once

#include <cstdint>
#include <functional>
#include <istream>
#include <stdexcept>
#include <string>

#include "app/line/log_packets.h"
#include "app/line/traffic.h"

namespace line {

class CaptureError : public std::runtime_error {
 public:
    using std::runtime_error::runtime_error;
};

// Calls `heard` for every frame, in the file's order. `name` is for error texts. A file that ends
// in the middle of a block gives what is before it; `heard` then gets all of that first.
// Throws CaptureError, "FILE: byte 1234: what, what is allowed". Memory is bounded by the largest
// packet (16 MiB).
void read_pcapng(std::istream& in, const std::string& name,
                 const std::function<void(const Traffic&)>& heard,
                 std::uint16_t tcp_port = kTcpPort);

}  // namespace line
