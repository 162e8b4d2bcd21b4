#include "app/bench/snapshot.h"

#include <stdexcept>
#include <string_view>

#include "app/bench/archive.h"
#include "app/bench/envelope.h"
#include "app/bench/phrases.h"

namespace bench {

namespace {

constexpr std::string_view kMagic = "MTwinRig";
void expect(bool fits, signals::Fitting<> what, std::uint64_t value, std::uint64_t allowed) {
    if (!fits) throw Problem(Sentence::of(kBench.differs, Sentence::of(what), value, allowed));
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
    return enveloped(kMagic, kSnapshotVersion, to_archive(body));
}

SnapshotBody unseal(std::span<const std::uint8_t> snapshot) {
    if (!begins_with(snapshot, kMagic))
        throw Problem(Sentence::of(kBench.snapshot, Sentence::of(kBench.foreign)));
    SnapshotBody body;
    try {
        const Envelope envelope = envelope_of(kMagic, snapshot);
        expect(envelope.version == kSnapshotVersion, kBench.its_version, envelope.version,
               kSnapshotVersion);
        expect(envelope.size == envelope.body.size(), kBench.its_size, envelope.body.size(),
               envelope.size);
        const std::uint64_t digest = digest_of(envelope.body);
        expect(envelope.digest == digest, kBench.its_digest, digest, envelope.digest);
        from_archive(envelope.body, body);
    } catch (const std::invalid_argument& error) {
        throw Problem(Sentence::of(kBench.snapshot, signals::sentence_of(error)));
    }
    return body;
}

}  // namespace bench
