// A long life of a meter as records: mostly totals, now and then maxima, settings and power-ups,
// calibration and identity once. And what a journal then has to say.
#pragma once

#include <gtest/gtest.h>

#include <array>
#include <optional>

#include "core/storage/journal.h"
#include "tests/core/storage/nv_board.h"

namespace meter::test {

using Lengths = std::array<std::size_t, kRecords>;  // by RecordId

inline constexpr Lengths kUsual{34, 146, 24, 2, 36, 20};
inline constexpr Lengths kExtreme{240, 240, 0, 1, 239, 240};

inline RecordKind kind_of(std::size_t id) { return {static_cast<RecordId>(id), 1}; }

// What was committed, by RecordId.
using Model = std::array<std::optional<Bytes>, kRecords>;

struct Step {
    std::size_t id;
    Bytes payload;
};

class History {
 public:
    History(std::uint64_t seed, const Lengths& lengths) : random_(seed), lengths_(lengths) {}

    // Payloads of a kind share most bytes with the one before, as totals do: a mixture of the two
    // is hard to tell from either.
    Step next() {
        const std::size_t id = steps_ < kRecords ? steps_ : kWeights[random_.below(16)];
        ++steps_;
        Bytes& payload = last_[id];
        payload.resize(lengths_[id], 0x40);
        for (std::size_t n = 0; n < 4 && !payload.empty(); ++n)
            payload[random_.below(payload.size())] = random_.byte();
        if (!payload.empty()) ++payload[0];
        return {id, payload};
    }

 private:
    static constexpr std::array<std::size_t, 16> kWeights{1, 1, 1, 1, 1, 1, 1, 1,
                                                          1, 1, 1, 1, 2, 2, 0, 3};
    Random random_;
    Lengths lengths_;
    std::array<Bytes, kRecords> last_{};
    std::size_t steps_ = 0;
};

inline std::optional<Bytes> read(const Journal& journal, std::size_t id, std::size_t length) {
    Bytes out(length);
    if (!journal.read(kind_of(id), out)) return std::nullopt;
    return out;
}

// Empty when the journal holds the model, with `pending` either done or not; else what is wrong.
inline std::string disagreement(const Journal& journal, const Lengths& lengths, const Model& model,
                                const Step* pending = nullptr) {
    for (std::size_t id = 0; id < kRecords; ++id) {
        const std::optional<Bytes> found = read(journal, id, lengths[id]);
        if (found == model[id]) continue;
        if (pending != nullptr && pending->id == id && found == pending->payload) continue;
        return "record " + std::to_string(id) + (found ? " is wrong" : " is gone");
    }
    return {};
}

}  // namespace meter::test
