// The sections of a combined COMTRADE file, .cff (metrology.md 5.3).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "signals/capture/recording.h"

namespace signals {

struct CffSections {
    std::string_view cfg;
    std::size_t cfg_line = 1;  // line number of the first line of the section
    std::string_view dat;
    std::size_t dat_line = 1;
};

// Finds `--- file type: CFG ---` and `--- file type: DAT ...: n ---` in any case and spacing. A
// binary data section is its announced number of bytes, or the rest of the file when there are
// fewer (warned about). CaptureError: no CFG or no DAT section.
CffSections split_cff(std::string_view bytes, const std::string& file, Recording& out);

}  // namespace signals
