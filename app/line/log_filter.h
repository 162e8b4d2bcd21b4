// Which records to show: a small expression, the same on the command line and in the window.
//
//   address=3 function=3,4 register=257-300 errors
//
// Terms with blanks between them; all have to hold. A list (commas) is any of its values; `!` in
// front of a term turns it round. Keys may be given twice.
//
//   address=3        of the meter, asked or answering
//   function=0x10    of request or answer
//   register=257     touched by it: a number, a range 257-300, or a name of the map (f_kw_total)
//   client=TEXT      the port's name holds TEXT ("/tmp/meter", ":1502"), or it is TEXT#N exactly
//   direction=request or answer
//   framing=rtu or mbap
//   error=bad_crc    that trouble (log_record.h); errors alone: any
//   from=1.5 until=3 seconds of the line clock, from <= t < until
//   text=WORD        in the description (in the language of `words`), whatever the case
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/line/log_record.h"
#include "signals/scenario/words.h"

namespace line {

class LogFilter {
 public:
    // Nothing: everything passes.
    LogFilter() = default;
    // Throws std::invalid_argument: the term, what is wrong, what is allowed, in the language of
    // `words`.
    explicit LogFilter(std::string_view expression, signals::Words words = signals::english);

    [[nodiscard]] bool passes(const Record& record) const;

    using Term = std::function<bool(const Record&)>;

 private:
    std::vector<Term> terms_;
};

}  // namespace line
