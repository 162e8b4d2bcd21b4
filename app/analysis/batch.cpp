#include "app/analysis/batch.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <thread>

#include "app/analysis/batch_results.h"
#include "app/analysis/explanation.h"

namespace analysis {
namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

constexpr const char* kFormat = "metertwin-batch";

fs::path row_path(const fs::path& folder, const CaptureFile& capture) {
    return folder / "rows" / fmt::format("{:016x}.json", hash_of(capture.name));
}

// A damaged row is no row.
std::optional<ordered_json> read_json(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    ordered_json out = ordered_json::parse(file, nullptr, false);
    if (out.is_discarded() || !out.is_object()) return std::nullopt;
    return out;
}

std::optional<ordered_json> finished_row(const BatchPlan& plan, const CaptureFile& capture) {
    auto row = read_json(row_path(plan.out, capture));
    if (!row || row->value("file", "") != capture.name ||
        row->value("key", "") != key_of(capture, plan.options))
        return std::nullopt;
    if (row->contains("page") && !fs::exists(fs::path(plan.out) / row->value("page", "")))
        return std::nullopt;
    return row;
}

void make_folder(const BatchPlan& plan) {
    const fs::path rows = fs::path(plan.out) / "rows";
    std::error_code error;
    fs::create_directories(rows, error);
    if (!error && plan.options.pages) fs::create_directories(fs::path(plan.out) / "pages", error);
    if (error) throw std::runtime_error(plan.out + ": cannot make the folder: " + error.message());
    if (!plan.resume && !fs::is_empty(rows))
        throw std::runtime_error(plan.out +
                                 ": holds rows of an earlier run; --resume goes on with them, "
                                 "another folder starts anew");
}

ordered_json results_of(const BatchOptions& options, const ordered_json& shard,
                        std::vector<ordered_json> rows) {
    const auto failed = std::count_if(
        rows.begin(), rows.end(), [](const ordered_json& row) { return row.at("status") != "ok"; });
    return {{"format", kFormat},      {"version", kBatchVersion}, {"options", options.to_json()},
            {"shard", shard},         {"captures", rows.size()},  {"failed", failed},
            {"rows", std::move(rows)}};
}

// Hands out captures to threads and collects their rows in order.
class Work {
 public:
    Work(const BatchPlan& plan, const BatchWatch& watch) : plan_(plan), watch_(watch) {
        for (const CaptureFile& c : plan.captures) {
            if (plan.shard.has(c)) mine_.push_back(c);
        }
        rows_.resize(mine_.size());
        progress_.of = mine_.size();
    }

    void run() {
        std::vector<std::thread> threads;
        for (int i = 0; i < std::max(1, plan_.jobs); ++i) threads.emplace_back([this] { work(); });
        for (std::thread& t : threads) t.join();
        if (failure_) std::rethrow_exception(failure_);
    }

    [[nodiscard]] const BatchProgress& progress() const { return progress_; }
    [[nodiscard]] std::vector<ordered_json>& rows() { return rows_; }
    [[nodiscard]] bool cancelled() const { return progress_.done < progress_.of; }

 private:
    void work() {
        try {
            for (std::size_t i = next_++; i < mine_.size() && !stopped(); i = next_++) finish(i);
        } catch (const Cancelled&) {
            stop_ = true;
        } catch (...) {
            const std::lock_guard lock(mutex_);
            if (!failure_) failure_ = std::current_exception();
            stop_ = true;
        }
    }
    [[nodiscard]] bool stopped() const { return stop_ || (watch_.cancelled && watch_.cancelled()); }

    void finish(std::size_t i) {
        auto row = plan_.resume ? finished_row(plan_, mine_[i]) : std::nullopt;
        const bool taken_over = row.has_value();
        if (!row) {
            row = row_of(mine_[i], plan_.options, watch_.cancelled, [&](const std::string& html) {
                write_whole(fs::path(plan_.out) / page_of(mine_[i]), html);
            });
            write_whole(row_path(plan_.out, mine_[i]), text_of(*row));
            row = read_json(row_path(plan_.out, mine_[i]));  // as a resumed run will see it
        }
        const std::lock_guard lock(mutex_);
        rows_[i] = std::move(*row);
        ++progress_.done;
        if (taken_over) ++progress_.taken_over;
        if (rows_[i].at("status") != "ok") ++progress_.failed;
        if (watch_.progress) watch_.progress(progress_);
    }

    const BatchPlan& plan_;
    const BatchWatch& watch_;
    std::vector<CaptureFile> mine_;
    std::vector<ordered_json> rows_;
    std::atomic<std::size_t> next_{0};
    std::atomic<bool> stop_{false};
    std::mutex mutex_;  // guards what follows, and rows_
    BatchProgress progress_;
    std::exception_ptr failure_;
};

ordered_json read_results(const std::string& folder) {
    const fs::path path =
        fs::is_directory(folder) ? fs::path(folder) / "results.json" : fs::path(folder);
    auto out = read_json(path);
    if (!out || out->value("format", "") != kFormat || out->value("version", 0) != kBatchVersion)
        throw std::runtime_error(path.string() + ": no results of a batch of this version");
    return *out;
}

void copy_pages(const std::string& folder, const std::string& out) {
    const fs::path from =
        (fs::is_directory(folder) ? fs::path(folder) : fs::path(folder).parent_path()) / "pages";
    std::error_code error;
    if (!fs::exists(from)) return;
    fs::create_directories(out, error);
    fs::copy(from, fs::path(out) / "pages",
             fs::copy_options::recursive | fs::copy_options::overwrite_existing, error);
    if (error)
        throw std::runtime_error(
            fmt::format("{}: cannot be copied: {}", from.string(), error.message()));
}

// Every shard once, and all of them.
void check_shards(const std::map<std::string, std::string>& shards) {
    const std::string& first = shards.begin()->first;
    const Shard any = parse_shard(first);
    std::string missing;
    for (int i = 0; i < any.count; ++i) {
        const std::string name = fmt::format("{}/{}", i, any.count);
        if (!shards.contains(name)) missing += (missing.empty() ? "" : ", ") + name;
    }
    if (static_cast<std::size_t>(any.count) != shards.size() || !missing.empty())
        throw std::runtime_error(
            fmt::format("the shards do not make a whole: {}",
                        missing.empty() ? "they are of different splits" : "missing " + missing));
}

}  // namespace

BatchOutcome run_batch(const BatchPlan& plan, const BatchWatch& watch) {
    make_folder(plan);
    Work work(plan, watch);
    work.run();
    BatchOutcome out{work.progress(), work.cancelled()};
    if (out.cancelled) return out;
    const ordered_json shard =
        plan.shard == Shard{}
            ? ordered_json(nullptr)
            : ordered_json(fmt::format("{}/{}", plan.shard.index, plan.shard.count));
    write_results(plan.out, results_of(plan.options, shard, std::move(work.rows())));
    return out;
}

BatchProgress merge_batches(const std::vector<std::string>& folders, const std::string& out) {
    ordered_json joined;
    std::map<std::string, std::string> shards;  // name, folder
    std::map<std::string, ordered_json> rows;   // by file
    for (const std::string& folder : folders) {
        ordered_json one = read_results(folder);
        if (joined.is_null()) joined = one;
        if (one["options"] != joined["options"])
            throw std::runtime_error(folder + ": made with other options than " + folders.front());
        if (!one["shard"].is_string())
            throw std::runtime_error(folder + ": is no shard but the whole");
        const auto [known, fresh] = shards.emplace(one["shard"].get<std::string>(), folder);
        if (!fresh)
            throw std::runtime_error(
                fmt::format("{} and {} are both shard {}", known->second, folder, known->first));
        for (ordered_json& row : one["rows"]) {
            const auto name = row.at("file").get<std::string>();
            rows[name] = std::move(row);
        }
    }
    check_shards(shards);
    joined["shard"] = nullptr;
    joined["rows"] = ordered_json::array();
    BatchProgress progress;
    for (auto& [name, row] : rows) {
        ++progress.done;
        if (row.at("status") != "ok") ++progress.failed;
        joined["rows"].push_back(std::move(row));
    }
    progress.of = progress.done;
    joined["captures"] = progress.done;
    joined["failed"] = progress.failed;
    std::error_code error;
    fs::create_directories(out, error);
    if (error) throw std::runtime_error(out + ": cannot make the folder: " + error.message());
    for (const std::string& folder : folders) copy_pages(folder, out);
    write_results(out, joined);
    return progress;
}

}  // namespace analysis
