#include "signals/capture/csv.h"

#include <cmath>
#include <utility>

#include "signals/capture/csv_layout.h"
#include "signals/capture/phrases.h"

namespace signals {

OpenCapture open_csv(Bytes bytes, const std::string& name, const CaptureOptions& options) {
    bytes = narrow_bytes(std::move(bytes));
    Recording header;
    header.file = name;
    header.format = SampleFormat::csv;
    header.revision = 0;
    const CsvLayout layout = find_csv_layout(bytes, options.rate.has_value(), header);
    if (layout.rate) header.rates = {{*layout.rate, kToTheEnd}};
    if (!layout.text.stamp_column && !layout.rate && !options.rate) {
        throw CaptureError({name, 0, 0}, Sentence::of(kCapture.no_time));
    }
    const auto rows = [&](Recording& out) { return text_rows(bytes, name, layout.text, out); };
    return std::make_unique<Capture>(std::move(header), rows, 1.0, options);
}

}  // namespace signals
