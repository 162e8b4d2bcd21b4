// Records in words: English as it is written into files, or in the language of `words`.
#pragma once

#include <string>

#include "app/line/log_record.h"
#include "signals/scenario/words.h"

namespace line {

// What a frame asks or says: "read f_kw_total (261-262)", "f_kw_total 86.3598 kW",
// "write ct_primary = 400 A". Nothing of what is wrong with it.
std::string describe(const Record& record, signals::Words words = signals::english);

// What is wrong, empty when nothing is: "bad CRC: expected DC6D, found 2392".
std::string trouble_text(const Record& record, signals::Words words = signals::english);
// "bad_crc", for machines and filters; "" when nothing is wrong.
const char* name_of(Trouble trouble);

// The record on one line: number, time, client, direction, address, words, "! what is wrong".
std::string line_text(const Record& record);

// "illegal data address"; "unknown" for what the protocol does not define.
std::string exception_name(std::uint8_t code, signals::Words words = signals::english);
// "read holding registers"
std::string function_name(std::uint8_t function, signals::Words words = signals::english);

// "01 03 01 04 00 02 84 36"
std::string hex_text(Bytes bytes);
// "261-262", "131"
std::string text(const Registers& registers);
// "12.345678 s": seconds of the line clock, to the microsecond.
std::string time_text(meter::Instant instant);
// "/tmp/meter", "127.0.0.1:1502 #3"
std::string text(const Client& client);

}  // namespace line
