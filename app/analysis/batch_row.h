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
    bool pages = false;              // an HTML page of each

    [[nodiscard]] nlohmann::ordered_json to_json() const;
};

// {"file":…,"status":"ok","error":null,"key":"16 hex digits","digest":…,"seconds":…,"rate_hz":…,
//  "frequency_hz":…,"settings":{…},"windows":…,"held":bool,"meter":{QUANTITY:…},"truth":{…},
//  "error_percent":{…},"thd_percent":{…},"unbalance_percent":{…},"events":[…],
//  "shares":{QUANTITY:{CAUSE:percent…}},"differences":[…],"warnings":count,"page":"pages/….html"}
// A capture that cannot be played has "status":"error", "error" in words, and nothing after "key".
// With options.pages, `page` is given the HTML page first and puts it where page_of() says.
// Throws Cancelled, and what `page` throws.
using PutPage = std::function<void(const std::string& html)>;
nlohmann::ordered_json row_of(const CaptureFile& capture, const BatchOptions& options,
                              const std::function<bool()>& cancelled, const PutPage& page = {});

// "pages/….html", below the report's folder.
std::string page_of(const CaptureFile& capture);

// What a finished row is recognised by: program version, options and the capture's content.
std::string key_of(const CaptureFile& capture, const BatchOptions& options);

}  // namespace analysis
