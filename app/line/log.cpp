#include "app/line/log.h"

#include <algorithm>

namespace line {

void LineLog::heard(const Traffic& traffic) {
    Record record = decoder_.decode(traffic);
    for (RecordSink* sink : sinks_) sink->add(record);
    if (most_ == 0) return;
    if (records_.size() >= most_) records_.pop_front();
    records_.push_back(std::move(record));
}

std::vector<Record> LineLog::since(std::uint64_t number, const LogFilter& filter,
                                   std::size_t most) const {
    std::vector<Record> out;
    for (auto record = records_.rbegin(); record != records_.rend() && out.size() < most;
         ++record) {
        if (record->number <= number) break;
        if (filter.passes(*record)) out.push_back(*record);
    }
    std::reverse(out.begin(), out.end());
    return out;
}

}  // namespace line
