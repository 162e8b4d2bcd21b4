#include "app/desktop/panes/readings_pane.h"

#include <QVBoxLayout>

#include "app/desktop/translate.h"
#include "widgets/readings/readings_table.h"

namespace desktop {

ReadingsPane::ReadingsPane(const Bench& /*bench*/, QWidget* parent)
    : Pane(parent), table_(new widgets::ReadingsTable{this}) {
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(table_);
    setFocusProxy(table_);
}

void ReadingsPane::show_view(const ViewPtr& view) {
    const std::uint32_t sequence = view->points.readings.sequence;
    if (sequence == sequence_ && sequence != 0) return;
    sequence_ = sequence;
    table_->show_readings(readings_of(view->points, view->truth));
}

}  // namespace desktop
