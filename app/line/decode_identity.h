// The words of functions without registers: 11 and 2B, and those that the meter does not have.
#pragma once

#include <string>

#include "app/line/log_record.h"
#include "signals/scenario/words.h"

namespace line {

std::string describe_identity_request(const Record& record, signals::Words words);
std::string describe_identity_answer(const Record& record, signals::Words words);

}  // namespace line
