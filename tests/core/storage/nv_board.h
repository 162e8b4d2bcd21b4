// Boards with non-volatile memory, for tests: what was written where, how often, and what a power
// cut after any byte leaves behind.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "core/board.h"
#include "tests/core/support/random.h"

namespace meter::test {

class NvBoard final : public Board {
 public:
    struct Written {
        std::uint32_t offset;
        std::uint8_t value;
    };

    explicit NvBoard(std::size_t size, std::uint8_t fill = 0xFF)
        : memory(size, fill), writes(size, 0) {}

    void line_transmit(std::span<const std::uint8_t>) override {}
    void line_configure(const LineConfig&) override {}
    void set_current_preamp(std::uint8_t) override {}

    std::uint32_t nv_size() const override { return static_cast<std::uint32_t>(memory.size()); }
    void nv_read(std::uint32_t offset, std::span<std::uint8_t> out) const override {
        for (std::size_t i = 0; i < out.size(); ++i) out[i] = memory.at(offset + i);
        bytes_read += out.size();
    }
    void nv_write(std::uint32_t offset, std::span<const std::uint8_t> bytes) override {
        for (std::size_t i = 0; i < bytes.size(); ++i)
            write_byte(static_cast<std::uint32_t>(offset + i), bytes[i]);
    }

    Bytes memory;
    std::vector<std::uint32_t> writes;            // per byte
    std::vector<Written> trace;                   // every byte written, in order
    std::map<std::uint32_t, std::uint8_t> stuck;  // offset: the value it keeps for ever
    std::size_t bytes_left = SIZE_MAX;            // writable until the power is cut
    mutable std::size_t bytes_read = 0;

 private:
    void write_byte(std::uint32_t offset, std::uint8_t value) {
        if (bytes_left == 0) return;
        --bytes_left;
        trace.push_back({offset, value});
        ++writes.at(offset);
        const auto worn = stuck.find(offset);
        memory.at(offset) = worn == stuck.end() ? value : worn->second;
    }
};

}  // namespace meter::test
