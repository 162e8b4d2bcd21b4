#include "app/desktop/panes/readings_pane.h"

#include <QVBoxLayout>

#include "app/desktop/translate.h"
#include "core/state.h"
#include "widgets/readings/readings_table.h"

namespace desktop {

namespace {

std::uint64_t digest_of(meter::Readings readings) {
    meter::Digest digest;
    meter::state::Walker walk{digest};
    readings.visit_state(walk);
    return digest.value();
}

}  // namespace

ReadingsPane::ReadingsPane(const Bench& /*bench*/, QWidget* parent)
    : Pane(parent), table_(new widgets::ReadingsTable{this}) {
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(table_);
    setFocusProxy(table_);
}

// The same window may close differently in another branch or run.
void ReadingsPane::show_view(const ViewPtr& view) {
    const std::uint64_t digest = digest_of(view->points.readings);
    if (view->window_end >= 0 && view->window_end == window_end_ && digest == digest_) return;
    window_end_ = view->window_end;
    digest_ = digest;
    table_->show_readings(readings_of(view->points, view->truth));
}

}  // namespace desktop
