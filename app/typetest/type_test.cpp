#include "app/typetest/type_test.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <exception>
#include <mutex>
#include <thread>

#include "app/bench/calibrator.h"
#include "app/typetest/matrix.h"
#include "app/typetest/trial.h"
#include "core/state.h"

namespace typetest {
namespace {

const Result& find(const std::vector<Result>& results, const std::string& id) {
    const auto at = std::find_if(results.begin(), results.end(),
                                 [&](const Result& r) { return r.point.id == id; });
    if (at == results.end()) throw std::logic_error("type test: no reference point " + id);
    return *at;
}

double worse(double a, const std::optional<double>& b) {
    return b && std::abs(*b) > std::abs(a) ? *b : a;
}

void judge_error(Result& r, double reference, double pulse_reference) {
    std::optional<double> pulses;
    if (r.pulse_error) pulses = *r.pulse_error - pulse_reference;
    r.judged = worse(*r.energy_error - reference, pulses);
    r.pass = std::abs(*r.judged) <= *r.limit;
}

// Judged where they were measured: starting, no_load, constant.
bool has_own_verdict(Kind kind) {
    return kind == Kind::starting || kind == Kind::no_load || kind == Kind::constant;
}

void judge(Result& r, AccuracyClass accuracy, const std::vector<Result>& all) {
    if (has_own_verdict(r.point.kind)) return;
    r.limit = r.point.limit->of(accuracy);
    if (r.point.kind == Kind::repeatability) {
        r.pass = *r.judged <= *r.limit;
    } else if (r.point.kind == Kind::variation) {
        const Result& reference = find(all, r.point.reference);
        judge_error(r, *reference.energy_error,
                    reference.pulse_error.value_or(*reference.energy_error));
    } else {
        judge_error(r, 0.0, 0.0);
        if (r.point.kind == Kind::deep_voltage) r.pass = r.pass || *r.judged < 0.0;
    }
}

// Takes points off the list until it is empty; `jobs` of them at a time.
class Crew {
 public:
    Crew(const Report& report, const std::vector<Point>& points, const Watch& watch)
        : report_(report), points_(points), watch_(watch), results_(points.size()) {}

    std::vector<Result> run(int jobs) {
        std::vector<std::jthread> threads;
        for (int i = 1; i < jobs; ++i) threads.emplace_back([this] { work(); });
        work();
        threads.clear();  // joins
        if (failure_) std::rethrow_exception(failure_);
        return std::move(results_);
    }

 private:
    void work() {
        try {
            for (std::size_t i = next_++; i < points_.size(); i = next_++) {
                results_[i] =
                    measure_point(points_[i], report_.setup, report_.calibration, watch_.cancelled);
                const std::lock_guard lock(mutex_);
                ++done_;
                if (watch_.progress) watch_.progress(done_, static_cast<int>(points_.size()));
            }
        } catch (...) {
            next_ = points_.size();
            const std::lock_guard lock(mutex_);
            if (!failure_) failure_ = std::current_exception();
        }
    }

    const Report& report_;
    const std::vector<Point>& points_;
    const Watch& watch_;
    std::vector<Result> results_;
    std::atomic<std::size_t> next_ = 0;
    std::mutex mutex_;
    int done_ = 0;
    std::exception_ptr failure_;
};

}  // namespace

std::optional<double> Result::of_limit() const {
    if (!judged || !limit || has_own_verdict(point.kind) || point.kind == Kind::deep_voltage)
        return std::nullopt;
    return std::abs(*judged) / *limit;
}

bool Report::pass() const {
    return std::all_of(results.begin(), results.end(), [](const Result& r) { return r.pass; });
}

const Result* Report::worst() const {
    const auto at =
        std::max_element(results.begin(), results.end(), [](const Result& a, const Result& b) {
            return a.of_limit().value_or(0.0) < b.of_limit().value_or(0.0);
        });
    return at == results.end() ? nullptr : &*at;
}

signals::FrontEndSettings delivered_front_end(std::uint64_t seed) {
    signals::FrontEndSettings f;
    f.coil_gain_error = {0.008, -0.01, 0.004};
    f.coil_phase_error = {0.2, -0.15, 0.1};
    f.coil_pickup_ma_per_v = {0.02, -0.01, 0.015};
    f.gain_error = {0.003, -0.005, 0.002, 0.004, -0.003, 0.005, 0.0};
    f.offset_uv = {40.0, -60.0, 25.0, 30.0, -50.0, 20.0, 0.0};
    f.chop_uv = 50.0;
    f.seed = seed;
    return f;
}

signals::FrontEndSettings ideal_front_end() {
    signals::FrontEndSettings f;
    f.noise = false;
    return f;
}

Report run_type_test(const Setup& setup, int jobs, const Watch& watch) {
    Report report;
    report.setup = setup;
    if (setup.calibrate) {
        report.calibration = bench::calibrate(
            setup.front_end,
            bench::calibration_load(setup.ct_primary, setup.voltage, setup.frequency));
    }
    const std::vector<Point> points = test_matrix(setup.frequency);
    report.results = Crew(report, points, watch).run(jobs);
    meter::Digest digest;
    for (Result& r : report.results) {
        judge(r, setup.accuracy, report.results);
        digest.scalar("meter", r.digest);
        report.simulated_seconds += r.seconds;
    }
    report.digest = digest.value();
    return report;
}

}  // namespace typetest
