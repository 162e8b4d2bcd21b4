#include "app/bench/snapshot.h"

#include <fmt/core.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "app/bench/archive.h"
#include "core/state.h"

namespace bench {

namespace {

constexpr std::string_view kMagic = "MTwinRig";
constexpr std::size_t kHeaderBytes = kMagic.size() + 3 * 8;

std::uint64_t digest_of(std::span<const std::uint8_t> bytes) {
    meter::Digest digest;
    for (const std::uint8_t byte : bytes) digest.add(byte);
    return digest.value();
}

void expect(bool fits, const char* what, std::uint64_t value, std::uint64_t allowed) {
    if (fits) return;
    throw std::invalid_argument(fmt::format("snapshot: {} is {}, not {}", what, value, allowed));
}

}  // namespace

template <class A>
void transfer(A& archive, signals::MeterSettings& m) {
    archive(m.system_type, m.ct_primary, m.system_voltage, m.pt_ratio);
}

template <class A>
void transfer(A& archive, signals::FrontEndSettings& f) {
    archive(f.coil_mutual_uh, f.coil_gain_error, f.coil_phase_error, f.coil_pickup_ma_per_v,
            f.coil_position_error, f.coil_temperature_ppm, f.gain_error, f.gain_temperature_ppm,
            f.offset_uv, f.offset_temperature_uv, f.noise_uv, f.channel_noise_uv, f.chop_uv,
            f.channel_chop_uv, f.channel_clip_percent, f.noise, f.quantization, f.clipping, f.seed);
}

template <class A>
void transfer(A& archive, WindowMark& w) {
    archive(w.sequence, w.last_frame, w.frames, w.system_type, w.pt_ratio);
}

template <class A>
void transfer(A& archive, SnapshotBody& b) {
    archive(b.frame, b.line_now, b.settings, b.front_end, b.course, b.window, b.nv, b.meter);
}

std::vector<std::uint8_t> seal(SnapshotBody body) {
    ArchiveWriter writer;
    writer(body);
    const std::vector<std::uint8_t> bytes = writer.take();
    ArchiveWriter header;
    header.scalar(kSnapshotVersion);
    header.scalar(bytes.size());
    header.scalar(digest_of(bytes));
    const std::vector<std::uint8_t> numbers = header.take();
    std::vector<std::uint8_t> out(kMagic.size() + numbers.size() + bytes.size());
    auto end = std::copy(kMagic.begin(), kMagic.end(), out.begin());
    end = std::copy(numbers.begin(), numbers.end(), end);
    std::copy(bytes.begin(), bytes.end(), end);
    return out;
}

SnapshotBody unseal(std::span<const std::uint8_t> snapshot) {
    if (snapshot.size() < kHeaderBytes ||
        !std::equal(kMagic.begin(), kMagic.end(), snapshot.begin()))
        throw std::invalid_argument("snapshot: it does not begin like a snapshot of this program");
    ArchiveReader header(snapshot.subspan(kMagic.size()));
    std::uint64_t version = 0;
    std::uint64_t size = 0;
    std::uint64_t digest = 0;
    header(version, size, digest);
    const auto bytes = snapshot.subspan(kHeaderBytes);
    expect(version == kSnapshotVersion, "its version", version, kSnapshotVersion);
    expect(size == bytes.size(), "its size in bytes", bytes.size(), size);
    expect(digest == digest_of(bytes), "its digest", digest_of(bytes), digest);
    SnapshotBody body;
    ArchiveReader reader(bytes);
    reader(body);
    if (!reader.at_end()) throw std::invalid_argument("snapshot: it has more bytes than it needs");
    return body;
}

}  // namespace bench
