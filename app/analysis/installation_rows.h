// A stretch of a synthesized installation as rows, as if somebody had recorded it at its terminals.
#pragma once

#include <memory>

#include "app/analysis/rows.h"
#include "signals/resample/sampled.h"
#include "signals/timeline/course.h"

namespace analysis {

class InstallationRows {
 public:
    // From `begin` to `end`, s. V on the PTs' primary side, A in the conductors: what
    // is wrong between them and the terminals is left out.
    InstallationRows(const signals::Course& course, double pt_ratio, double begin, double end);

    // Good while this lives.
    [[nodiscard]] Rows rows() const;

 private:
    std::unique_ptr<signals::Sampled> series_;
    double pt_ratio_;
    std::int64_t first_;
    std::int64_t size_;
};

}  // namespace analysis
