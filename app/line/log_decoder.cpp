#include "app/line/log_decoder.h"

#include <algorithm>
#include <array>

#include "core/modbus/crc.h"
#include "core/modbus/pdu.h"

namespace line {
namespace {

constexpr std::size_t kMostAsked = 16;  // requests of one client that may wait at a time
constexpr std::uint32_t kFirstScale = 138;
constexpr std::uint32_t kLastScale = 141;
// Settings that the scale factors follow from (meter.md 3.4): 130, 131, 133, 134.
constexpr std::uint32_t kFirstSetting = 130;
constexpr std::uint32_t kLastSetting = 134;

bool reads(std::uint8_t function) { return function == 0x03 || function == 0x04; }

// Bytes of the answer to this request PDU, CRC or header included; 0 where they are not known.
std::size_t answer_size(Framing framing, Bytes request) {
    const std::size_t around = framing == Framing::rtu ? 3 : kMbapPrefix;
    const auto registers = registers_of(request);
    if (!registers) return 0;
    return around + (reads(request[0]) ? 2 + 2 * std::size_t{registers->count} : 5);
}

bool looks_like_answer(Bytes pdu, Bytes request) {
    if (pdu.empty() || request.empty() || (pdu[0] & ~kExceptionFlag) != request[0]) return false;
    if ((pdu[0] & kExceptionFlag) != 0) return pdu.size() == 2;
    return meter::modbus::request_size(pdu) != pdu.size();
}

// Where a whole frame of `size` bytes for `address` sits in others.
std::optional<std::size_t> find_frame(Bytes bytes, std::size_t size, std::uint8_t address) {
    for (std::size_t at = 0; size >= 4 && at + size <= bytes.size(); ++at) {
        if (bytes[at] == address && meter::modbus::crc_matches(bytes.subspan(at, size))) return at;
    }
    return std::nullopt;
}

// Damage that needs no conversation to be seen.
Trouble damage_of(const Record& record, const Frame& frame) {
    if (record.traffic.collided) return Trouble::collision;
    if (!frame.whole) return Trouble::truncated;
    return frame.crc_fits() ? Trouble::none : Trouble::bad_crc;
}

void note_head(Record& record, const Frame& frame) {
    Decoded& d = record.decoded;
    d.address = frame.address;
    if (!frame.pdu.empty()) d.function = static_cast<std::uint8_t>(frame.pdu[0] & ~kExceptionFlag);
    d.trouble = damage_of(record, frame);
    if (d.trouble == Trouble::bad_crc) d.bad_crc = frame.crc;
}

std::size_t head_size(const Record& record) {
    return record.traffic.framing == Framing::rtu ? 1 : kMbapPrefix;
}

}  // namespace

Record LogDecoder::decode(Traffic traffic) {
    Record record{++last_, std::move(traffic), {}};
    const Frame frame = record.frame();
    note_head(record, frame);
    const Client& client = record.traffic.client;
    std::deque<Asked>& asked = asked_[{client.port, client.number}];
    record.decoded.foreign =
        record.traffic.direction == Direction::request && record.traffic.framing == Framing::rtu &&
        !asked.empty() && !asked.back().answered && frame.crc_fits() &&
        frame.address == asked.back().address && looks_like_answer(frame.pdu, asked.back().pdu);
    record.is_request() ? decode_request(record, asked) : decode_answer(record, asked);
    fill_scales(record);
    return record;
}

void LogDecoder::decode_request(Record& record, std::deque<Asked>& asked) {
    Decoded& d = record.decoded;
    const Frame frame = record.frame();
    if (d.trouble == Trouble::none) {
        d.registers = registers_of(frame.pdu);
        if (d.function == 0x06 && d.registers) d.values_at = head_size(record) + 3, d.values = 1;
        if (d.function == 0x10 && frame.pdu.size() > 6)
            d.values_at = head_size(record) + 6, d.values = (frame.pdu.size() - 6) / 2;
    }
    const bool line = record.traffic.framing == Framing::rtu;
    const auto open = std::find_if(asked.begin(), asked.end(), [&](const Asked& a) {
        return !a.answered && a.address != 0 && (line || std::ranges::equal(a.pdu, frame.pdu));
    });
    if (open != asked.end()) {
        d.retry = open->address == frame.address && std::ranges::equal(open->pdu, frame.pdu);
        if (!open->damaged) d.unanswered = open->number;
        if (!open->damaged && d.trouble == Trouble::none) d.trouble = Trouble::unanswered;
        asked.erase(open);
    }
    if (line) asked.clear();
    if (asked.size() == kMostAsked) asked.pop_front();
    asked.push_back({record.number,
                     frame.address,
                     frame.transaction.value_or(0),
                     record.traffic.end,
                     record.traffic.bytes,
                     {frame.pdu.begin(), frame.pdu.end()},
                     frame.address == 0 && line,
                     false});
}

void LogDecoder::decode_answer(Record& record, std::deque<Asked>& asked) {
    Decoded& d = record.decoded;
    const Frame frame = record.frame();
    const auto own = std::find_if(asked.begin(), asked.end(), [&](const Asked& a) {
        return record.traffic.framing == Framing::rtu || a.transaction == frame.transaction;
    });
    if (own == asked.end()) {
        if (d.trouble == Trouble::none)
            d.trouble = asked.empty() ? Trouble::unexpected : Trouble::mismatch;
        return;
    }
    d.request = own->number;
    d.asked_address = own->address;
    d.round_trip = record.traffic.begin - own->end;
    d.registers = registers_of(own->pdu);
    if (own->answered && d.trouble == Trouble::none) d.trouble = Trouble::unexpected;
    judge_answer(record, *own);
    if (d.trouble == Trouble::none || d.trouble == Trouble::exception ||
        d.trouble == Trouble::junk || d.trouble == Trouble::mismatch)
        own->answered = true;
    else
        own->damaged = true;
}

void LogDecoder::judge_answer(Record& record, Asked& asked) {
    Decoded& d = record.decoded;
    const Bytes bytes = record.traffic.bytes;
    const Frame frame = record.frame();
    if (d.trouble == Trouble::collision || d.trouble == Trouble::unexpected) return;
    if (asked.pdu.empty()) return;
    const std::size_t size = answer_size(record.traffic.framing, asked.pdu);
    if (asked.pdu[0] != 0x06 && std::ranges::equal(asked.frame, bytes)) {
        d.trouble = Trouble::echo;
        return;
    }
    if (d.trouble != Trouble::none) {
        d.expected_size = size;
        if (size != 0 && bytes.size() < size) d.trouble = Trouble::truncated;
        if (find_frame(bytes, size, asked.address)) d.trouble = Trouble::junk;
        return;
    }
    const bool refused = (frame.pdu[0] & kExceptionFlag) != 0;
    const bool other_size = size != 0 && size != bytes.size();
    if (frame.address != asked.address) {
        d.trouble = Trouble::wrong_address;
    } else if (d.function != asked.pdu[0] || (other_size && !refused)) {
        d.trouble = Trouble::mismatch;
    } else if (refused) {
        d.trouble = Trouble::exception;
        d.exception = frame.pdu.size() > 1 ? frame.pdu[1] : std::uint8_t{0};
    } else {
        take_values(record, frame.pdu);
    }
}

void LogDecoder::take_values(Record& record, Bytes pdu) {
    Decoded& d = record.decoded;
    if (reads(d.function)) {
        d.values_at = head_size(record) + 2;
        d.values = pdu[1] / 2U;
        learn_scales(record);
    } else if (d.function == 0x06 && pdu.size() == 5) {
        d.values_at = head_size(record) + 3;
        d.values = 1;
    }
    if (d.function == 0x06 || d.function == 0x10) forget_scales(record);
}

void LogDecoder::learn_scales(const Record& record) {
    const Decoded& d = record.decoded;
    if (!d.registers || d.registers->first > kFirstScale || d.registers->last() < kLastScale)
        return;
    meter::Derived derived;
    const std::array<std::int8_t*, 4> fields{&derived.scale_i, &derived.scale_v, &derived.scale_w,
                                             &derived.scale_e};
    std::size_t at = d.values_at + 2 * (kFirstScale - d.registers->first);
    for (std::int8_t* field : fields) {
        *field = static_cast<std::int8_t>(word_at(record.traffic.bytes, at));
        at += 2;
    }
    scales_[d.address] = derived;
}

void LogDecoder::forget_scales(const Record& record) {
    const auto& registers = record.decoded.registers;
    if (registers && registers->touches(kFirstSetting, kLastSetting))
        scales_.erase(record.decoded.address);
}

void LogDecoder::fill_scales(Record& record) const {
    Decoded& d = record.decoded;
    if (scales_of_) {
        if (const auto told = scales_of_(d.address)) {
            d.scales = *told;
            d.scales_known = true;
            return;
        }
    }
    const auto seen = scales_.find(d.address);
    d.scales_known = seen != scales_.end();
    if (d.scales_known) d.scales = seen->second;
}

}  // namespace line
