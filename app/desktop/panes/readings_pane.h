// What the meter says beside the truth, quantity by quantity.
#pragma once

#include "app/desktop/pane.h"

namespace widgets {
class ReadingsTable;
}

namespace desktop {

class ReadingsPane final : public Pane {
    Q_OBJECT
 public:
    ReadingsPane(const Bench& bench, QWidget* parent);
    void show_view(const ViewPtr& view) override;

 private:
    widgets::ReadingsTable* table_;
    // The reading window on show: its last frame, and the digest of what the meter made of it.
    std::int64_t window_end_ = -1;
    std::uint64_t digest_ = 0;
};

}  // namespace desktop
