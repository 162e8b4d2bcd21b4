// The line log: hears a line, decodes it, keeps the newest records and tells others of each.
//
//   bus ── Traffic ──► LineLog ── Record ──► ring (for a window), files, poll report
//
// Bounded: at most `most` records stay; older ones go, and their numbers tell how many. All calls
// on the thread that owns the line; what another thread wants to see it gets as a copy (since()).
#pragma once

#include <deque>
#include <vector>

#include "app/line/log_decoder.h"
#include "app/line/log_filter.h"

namespace line {

class LineLog final : public Tap {
 public:
    static constexpr std::size_t kMost = 10'000;

    explicit LineLog(LogDecoder decoder = LogDecoder{}, std::size_t most = kMost)
        : decoder_(std::move(decoder)), most_(most) {}

    void heard(const Traffic& traffic) override;
    // `sink` must outlive the log; it hears of what comes from now on.
    void tell(RecordSink& sink) { sinks_.push_back(&sink); }

    [[nodiscard]] const std::deque<Record>& records() const { return records_; }
    // Those behind record `number` that pass, oldest first, the newest `most` of them.
    [[nodiscard]] std::vector<Record> since(std::uint64_t number, const LogFilter& filter,
                                            std::size_t most = kMost) const;
    void clear() { records_.clear(); }

 private:
    LogDecoder decoder_;
    std::size_t most_;
    std::deque<Record> records_;
    std::vector<RecordSink*> sinks_;
};

// Passes on what a filter lets through.
class FilteredSink final : public RecordSink {
 public:
    FilteredSink(LogFilter filter, RecordSink& to) : filter_(std::move(filter)), to_(to) {}
    void add(const Record& record) override {
        if (filter_.passes(record)) to_.add(record);
    }

 private:
    LogFilter filter_;
    RecordSink& to_;
};

}  // namespace line
