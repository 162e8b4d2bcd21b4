// One capture of a batch: played, analysed, and put into a row. The row holds nothing that depends
// on the machine, the time or on what else is in the batch.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "app/analysis/batch_files.h"
#include "signals/replay/options.h"

namespace analysis {

// What is done to every capture; part of what a finished row is recognised by.
struct BatchOptions {
    signals::ReplayOptions replay;
    std::string how;                 // the same as text, for the key
    std::optional<double> seconds;   // simulated; one pass without it
    std::optional<double> declared;  // V rms L-N
    bool why = false;                // shares of the causes

    [[nodiscard]] nlohmann::ordered_json to_json() const;
};

// {"file":…,"status":"ok","error":null,"key":"16 hex digits","digest":…,"seconds":…,"rate_hz":…,
//  "frequency_hz":…,"settings":{…},"windows":…,"held":bool,"meter":{QUANTITY:…},"truth":{…},
//  "error_percent":{…},"thd_percent":{…},"unbalance_percent":{…},"events":[…],
//  "shares":{QUANTITY:{CAUSE:percent…}},"differences":[…],"warnings":count}
// A capture that cannot be played has "status":"error", "error" in words, and nothing after "key".
// Throws Cancelled only.
nlohmann::ordered_json row_of(const CaptureFile& capture, const BatchOptions& options,
                              const std::function<bool()>& cancelled);

// What a finished row is recognised by: program version, options and the capture's content.
std::string key_of(const CaptureFile& capture, const BatchOptions& options);

}  // namespace analysis
