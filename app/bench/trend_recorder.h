// Keeps the value of every register once a second of metering time, for trends: a pyramid per row
// of the register table, of bounded memory (170 kB each and branch, as far as it has come; less
// on a bus of more than eight, share()).
//
// By branch: what a branch was forked from is in its past up to there, and what came after is not.
// The rig's thread feeds it at the end of reading windows; any thread may look.
#pragma once

#include <cstdint>
#include <mutex>
#include <utility>
#include <vector>

#include "app/bench/history/lineage.h"
#include "app/bench/pyramid.h"
#include "core/registers/points.h"

namespace bench {

class TrendRecorder {
 public:
    // Every second is kept for 4.5 h, then every 16 s for 36 h, then every 4 minutes for 12 days.
    static constexpr Pyramid::Capacity kSeconds{1 << 14, 1 << 13, 1 << 12, 1 << 9, 1 << 6};

    // What each of so many recorders keeps, so that all of them take no more memory than eight with
    // kSeconds: of more than eight each keeps half of the seconds and steps of 16 s and 4 minutes,
    // of more than 16 a quarter, of more than 32 an eighth (34 minutes, 4.5 h, 36 h); steps of 68
    // minutes last for 24 days in any case.
    [[nodiscard]] static Pyramid::Capacity share(std::size_t recorders);

    // A reading window of the run has closed with `frame` (Rig::on_window), in the present branch;
    // in branch 1 until follow() says another. A frame before the last one of the branch begins
    // its record anew.
    void window(std::int64_t frame, const meter::Points& points);
    // The same of a meter on its way to a moment that is looked at: it fills what was not recorded
    // when the run was there.
    void looked_window(std::int64_t frame, const meter::Points& points);
    void look_anew();

    // Branches have come or gone; `present` is the number of the one that the run is in.
    void follow(const std::vector<BranchView>& branches, int present);
    void clear(const Pyramid::Capacity& capacity = kSeconds);  // another run

    // Seconds since power-up that are kept of the present branch and its past, [first, end).
    struct Kept {
        std::int64_t first = 0;
        std::int64_t end = 0;
    };
    [[nodiscard]] Kept kept() const;

    // A moment that a trend ends with.
    struct Moment {
        int branch = 1;          // its number
        std::int64_t frame = 0;  // nothing from there on

        bool operator==(const Moment&) const = default;
    };

    // Row `row` of register_table(), in the row's units; NaN where it was not valid. In seconds.
    // Of the run as far as it has come.
    [[nodiscard]] Strip strip(std::size_t row, double from, double to, int columns) const;
    // Of what lies before a moment that is looked at.
    [[nodiscard]] Strip strip(std::size_t row, double from, double to, int columns,
                              const Moment& looked_at) const;

 private:
    struct Record {
        std::int64_t origin = 0;  // second of sample 0
        std::vector<Pyramid> rows;

        [[nodiscard]] std::int64_t end() const {
            return rows.empty() ? origin : origin + rows.front().size();
        }
    };
    // A record between two seconds.
    struct Part {
        const Record* record;
        double from, to;
    };

    void append(Record& record, std::int64_t begin, std::int64_t frame,
                const meter::Points& points) const;
    [[nodiscard]] std::vector<Part> parts(int branch, std::int64_t until) const;
    [[nodiscard]] static std::pair<double, double> span_of(const std::vector<Part>& parts);
    [[nodiscard]] static Strip strip_of(const std::vector<Part>& parts, std::size_t row,
                                        double from, double to, int columns);

    mutable std::mutex mutex_;
    Pyramid::Capacity capacity_ = kSeconds;
    Lineage lineage_;
    int present_ = 1;                 // number of the branch that the run is in
    std::vector<Record> records_{1};  // by piece
    Record looked_;
};

}  // namespace bench
