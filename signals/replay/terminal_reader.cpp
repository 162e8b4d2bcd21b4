#include "signals/replay/terminal_reader.h"

#include <algorithm>
#include <array>
#include <limits>
#include <span>

#include "signals/replay/mapped_rows.h"
#include "signals/resample/frame_reader.h"
#include "signals/resample/slot_reader.h"

namespace signals {
namespace {

// Conductors A B C N.
constexpr std::array<std::size_t, kConductors> kCurrentChannel{kIa, kIb, kIc, kIn};

class IdealReader final : public TerminalReader {
 public:
    IdealReader(Sampled& played, const SlotTiming& timing) : reader_(played), timing_(timing) {}

    void read(double origin, std::int64_t frame, int offset, int frames, bool with_current,
              TerminalBlock& out) override {
        const Rows& rows = rows_of(origin);
        const auto first = static_cast<std::size_t>(offset);
        const auto count = static_cast<std::size_t>(frames);
        const auto part = [&](TerminalBlock::Row& row) {
            return std::span{row}.subspan(first, count);
        };
        reader_.load(rows.earliest, rows.latest, frame, count);
        for (std::size_t x = 0; x < 3; ++x) {
            reader_.read(x, rows.voltage[x], part(out.voltage[x]));
        }
        for (std::size_t x = 0; x < kConductors; ++x) {
            reader_.read(kCurrentChannel[x], rows.slope[x], part(out.slope[x]));
            if (!with_current) continue;
            reader_.read(kCurrentChannel[x], rows.current[x], part(out.current[x]));
        }
    }

 private:
    struct Rows {
        double origin = std::numeric_limits<double>::quiet_NaN();
        std::array<FrameReader::Row, 3> voltage;
        std::array<FrameReader::Row, kConductors> slope;
        std::array<FrameReader::Row, kConductors> current;
        std::int64_t earliest = 0;
        std::int64_t latest = 0;
    };

    // The two spans of a blend are asked for in turn; what is kept changes no bit.
    const Rows& rows_of(double origin) {
        for (const Rows& rows : kept_) {
            if (rows.origin == origin) return rows;
        }
        Rows& rows = kept_[next_++ % kept_.size()];
        rows.origin = origin;
        rows.earliest = std::numeric_limits<std::int64_t>::max();
        rows.latest = std::numeric_limits<std::int64_t>::min();
        const auto seen = [&](const FrameReader::Row& row) {
            rows.earliest = std::min(rows.earliest, row.first);
            rows.latest = std::max(rows.latest, row.first);
            return row;
        };
        for (std::size_t x = 0; x < 3; ++x) {
            rows.voltage[x] = seen(reader_.value_row(timing_.voltage[x], origin));
        }
        for (std::size_t x = 0; x < kConductors; ++x) {
            rows.slope[x] = seen(reader_.slope_row(timing_.current[x], origin));
            rows.current[x] = seen(reader_.value_row(timing_.current[x], origin));
        }
        return rows;
    }

    FrameReader reader_;
    SlotTiming timing_;
    std::array<Rows, 4> kept_{};
    std::size_t next_ = 0;
};

class HardwareReader final : public TerminalReader {
 public:
    HardwareReader(Sampled& record, const SlotTiming& timing) : reader_(record), timing_(timing) {
        earliest_ = std::min(*std::min_element(timing.voltage.begin(), timing.voltage.end()),
                             *std::min_element(timing.current.begin(), timing.current.end()));
        latest_ = std::max(*std::max_element(timing.voltage.begin(), timing.voltage.end()),
                           *std::max_element(timing.current.begin(), timing.current.end()));
    }

    void read(double origin, std::int64_t frame, int offset, int frames, bool with_current,
              TerminalBlock& out) override {
        const auto time = [&](int k) { return seconds_of(frame + k) - origin; };
        reader_.load(time(0) + earliest_, time(frames - 1) + latest_);
        for (int k = 0; k < frames; ++k) {
            const auto n = static_cast<std::size_t>(offset + k);
            for (std::size_t x = 0; x < 3; ++x) {
                out.voltage[x][n] = reader_.value(x, time(k) + timing_.voltage[x]);
            }
            for (std::size_t x = 0; x < kConductors; ++x) {
                const double t = time(k) + timing_.current[x];
                out.slope[x][n] = reader_.slope(kCurrentChannel[x], t);
                if (with_current) out.current[x][n] = reader_.value(kCurrentChannel[x], t);
            }
        }
    }

 private:
    SlotReader reader_;
    SlotTiming timing_;
    double earliest_ = 0.0;
    double latest_ = 0.0;
};

}  // namespace

std::unique_ptr<TerminalReader> ideal_reader(Sampled& played, const SlotTiming& timing) {
    return std::make_unique<IdealReader>(played, timing);
}

std::unique_ptr<TerminalReader> hardware_reader(Sampled& record, const SlotTiming& timing) {
    return std::make_unique<HardwareReader>(record, timing);
}

}  // namespace signals
