// Makes records out of traffic: pairs answers with their requests, judges both, and remembers the
// scale factors it has seen, so that integers can be told in units.
//
// Pairing: on a line an answer belongs to the last request of its port; over Modbus/TCP to the one
// with its transaction number. A request is unanswered when the next one of its client comes first
// (line), or when it is repeated (Modbus/TCP). Broadcasts wait for nothing.
//
// What is heard as a request, but fits as the answer to the request before it and not as a request,
// is the answer of somebody else's slave on the same line: `foreign`.
//
// Nothing here needs the meter: the same decoder reads a file.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <utility>

#include "app/line/log_record.h"

namespace line {

class LogDecoder {
 public:
    // The meter's present scale factors, where somebody knows them; nothing where not.
    using ScalesOf = std::function<std::optional<meter::Derived>(std::uint8_t address)>;

    explicit LogDecoder(ScalesOf scales_of = nullptr) : scales_of_(std::move(scales_of)) {}

    Record decode(Traffic traffic);

 private:
    struct Asked {
        std::uint64_t number = 0;
        std::uint8_t address = 0;
        std::uint16_t transaction = 0;
        meter::Instant end{};
        std::vector<std::uint8_t> frame;
        std::vector<std::uint8_t> pdu;
        bool answered = false;
        bool damaged = false;  // an answer came, but not a good one
    };
    using Key = std::pair<std::string, std::uint32_t>;

    void decode_request(Record& record, std::deque<Asked>& asked);
    void decode_answer(Record& record, std::deque<Asked>& asked);
    void judge_answer(Record& record, Asked& asked);
    void take_values(Record& record, Bytes pdu);
    void learn_scales(const Record& record);
    void forget_scales(const Record& record);
    void fill_scales(Record& record) const;

    ScalesOf scales_of_;
    std::uint64_t last_ = 0;
    std::map<Key, std::deque<Asked>> asked_;  // by client; newest last
    std::map<std::uint8_t, meter::Derived> scales_;
};

}  // namespace line
