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
    std::uint32_t sequence_ = 0;  // of the readings on show
};

}  // namespace desktop
