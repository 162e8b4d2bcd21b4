#include "app/bench/history/packed_snapshot.h"

namespace bench {
namespace {

constexpr std::size_t kSlot = 256;
constexpr std::size_t kGrain = 1'024;
constexpr std::size_t kLeastRun = 3;  // a shorter one costs as much as it saves

// How bytes differ from those a slot before.
class Differences {
 public:
    explicit Differences(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

    [[nodiscard]] std::uint8_t operator[](std::size_t at) const {
        return at < kSlot ? bytes_[at] : static_cast<std::uint8_t>(bytes_[at] ^ bytes_[at - kSlot]);
    }
    [[nodiscard]] std::size_t end_of_run(std::size_t at) const {
        while (at < bytes_.size() && (*this)[at] == 0) ++at;
        return at;
    }
    // Where the next run begins that is long enough.
    [[nodiscard]] std::size_t next_run(std::size_t at) const {
        for (std::size_t equal = 0; at < bytes_.size(); ++at) {
            equal = (*this)[at] == 0 ? equal + 1 : 0;
            if (equal == kLeastRun) return at + 1 - kLeastRun;
        }
        return at;
    }

 private:
    std::span<const std::uint8_t> bytes_;
};

void put_number(std::vector<std::uint8_t>& out, std::size_t value) {
    for (; value >= 0x80; value >>= 7) out.push_back(static_cast<std::uint8_t>(value | 0x80));
    out.push_back(static_cast<std::uint8_t>(value));
}

std::size_t take_number(std::span<const std::uint8_t>& in) {
    std::size_t value = 0;
    for (int shift = 0;; shift += 7) {
        const std::uint8_t byte = in.front();
        in = in.subspan(1);
        value |= std::size_t{byte & 0x7FU} << shift;
        if (byte < 0x80) return value;
    }
}

}  // namespace

PackedSnapshot::PackedSnapshot(std::span<const std::uint8_t> snapshot)
    : unpacked_size_(snapshot.size()) {
    const Differences differences(snapshot);
    std::vector<std::uint8_t> out;
    out.reserve(snapshot.size());
    for (std::size_t at = 0; at < snapshot.size();) {
        const std::size_t begin = differences.end_of_run(at);
        const std::size_t end = differences.next_run(begin);
        put_number(out, begin - at);
        put_number(out, end - begin);
        for (at = begin; at < end; ++at) out.push_back(differences[at]);
    }
    packed_.reserve((out.size() + kGrain - 1) / kGrain * kGrain);
    packed_.assign(out.begin(), out.end());
}

std::vector<std::uint8_t> PackedSnapshot::unpacked() const {
    std::vector<std::uint8_t> out;
    out.reserve(unpacked_size_);
    const auto put = [&](std::uint8_t difference) {
        const std::uint8_t before = out.size() < kSlot ? 0 : out[out.size() - kSlot];
        out.push_back(static_cast<std::uint8_t>(difference ^ before));
    };
    for (std::span<const std::uint8_t> in{packed_}; !in.empty();) {
        for (std::size_t equal = take_number(in); equal > 0; --equal) put(0);
        const std::size_t different = take_number(in);
        for (const std::uint8_t difference : in.first(different)) put(difference);
        in = in.subspan(different);
    }
    return out;
}

}  // namespace bench
