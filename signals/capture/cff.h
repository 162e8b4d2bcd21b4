// The sections of a combined COMTRADE file, .cff (metrology.md 5.3).
#pragma once

#include <cstddef>
#include <string>

#include "signals/capture/byte_source.h"
#include "signals/capture/recording.h"

namespace signals {

struct CffSections {
    Bytes cfg;
    std::size_t cfg_line = 1;  // line number of the first line of the section
    Bytes dat;
    std::size_t dat_line = 1;
};

// Finds `--- file type: CFG ---` and `--- file type: DAT ...: n ---` in any case and spacing. A
// data section of announced length is that many bytes, or the rest of the file when there are fewer
// (warned about); one without ends at the next header line. CaptureError: no CFG or no DAT section.
CffSections split_cff(const Bytes& bytes, const std::string& file, Recording& out);

}  // namespace signals
