#include "app/analysis/batch_row.h"

#include <fmt/format.h>

#include <cmath>

#include "app/analysis/analysis.h"
#include "app/analysis/report_html.h"
#include "app/analysis/report_json.h"

namespace analysis {
namespace {

using nlohmann::ordered_json;

ordered_json or_null(const auto& value) { return value ? ordered_json(*value) : nullptr; }

ordered_json shares_of(const Answer& answer) {
    ordered_json out = ordered_json::object();
    for (const Explanation& e : answer.explanations) {
        ordered_json shares = ordered_json::object();
        for (std::size_t c = 0; c < kCauses; ++c)
            if (e.share[c] != 0.0) shares[name_of(static_cast<Cause>(c))] = e.share[c];
        shares["not explained"] = e.not_explained;
        out[e.quantity->name] = shares;
    }
    return out;
}

void put_answer(const Answer& a, ordered_json& row) {
    const ordered_json all = to_json(a);
    row["settings"] = all["settings"];
    row["windows"] = a.windows ? a.windows->windows : 0;
    row["held"] = a.windows_are_held;
    for (const char* part : {"meter", "truth", "error_percent"})
        row[part] = a.windows ? all["windows"][part] : ordered_json(nullptr);
    for (const char* part : {"thd_percent", "unbalance_percent"})
        row[part] = a.has_signal ? all["signal"][part] : ordered_json(nullptr);
    row["events"] = a.quality ? all["quality"]["events"] : ordered_json::array();
    if (!a.no_quality.empty()) row["no_quality"] = a.no_quality;
    if (!a.explanations.empty()) row["shares"] = shares_of(a);
    row["differences"] = a.differences;
    row["warnings"] = a.warnings.size();
}

void play(const CaptureFile& capture, const BatchOptions& options,
          const std::function<bool()>& cancelled, ordered_json& row, std::string& html) {
    signals::Replay replay(capture.path, options.replay);
    const std::int64_t frames = options.seconds
                                    ? std::llround(*options.seconds * signals::kFrameRate)
                                    : whole_replay_frames(replay);
    const ReplayOutcome outcome = run_replay(replay, frames, cancelled);
    if (outcome.interrupted) throw Cancelled();
    row["digest"] = fmt::format("{:016x}", outcome.digest);
    row["seconds"] = replay.record_seconds();
    row["rate_hz"] = replay.sampling_rate();
    row["frequency_hz"] = replay.frequency();
    const Answer answer =
        answer_of(replay, outcome, rows_of(replay), {options.why, options.declared, cancelled, {}});
    put_answer(answer, row);
    if (!options.pages) return;
    html = to_html(answer);
    row["page"] = page_of(capture);
}

}  // namespace

ordered_json BatchOptions::to_json() const {
    return {{"how", how},
            {"for", or_null(seconds)},
            {"declared", or_null(declared)},
            {"why", why},
            {"pages", pages}};
}

std::string key_of(const CaptureFile& capture, const BatchOptions& options) {
    const std::string how = METERTWIN_VERSION + options.to_json().dump();
    return fmt::format("{:016x}", hash_of(how, content_hash(capture)));
}

std::string page_of(const CaptureFile& capture) {
    return fmt::format("pages/{:016x}.html", hash_of(capture.name));
}

ordered_json row_of(const CaptureFile& capture, const BatchOptions& options,
                    const std::function<bool()>& cancelled, const PutPage& page) {
    ordered_json row = {{"file", capture.name},
                        {"status", "ok"},
                        {"error", nullptr},
                        {"key", key_of(capture, options)}};
    const ordered_json bare = row;
    std::string html;
    try {
        play(capture, options, cancelled, row, html);
    } catch (const Cancelled&) {
        throw;
    } catch (const std::exception& error) {
        row = bare;
        row["status"] = "error";
        row["error"] = error.what();
        return row;
    }
    if (page && !html.empty()) page(html);
    return row;
}

}  // namespace analysis
