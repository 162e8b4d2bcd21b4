#include "widgets/readings/readings_table.h"

#include <QFontDatabase>
#include <QHeaderView>

#include "widgets/copying/copying.h"

namespace widgets {

ReadingsTable::ReadingsTable(QWidget* parent)
    : QTableView(parent), model_(new ReadingsModel{this}) {
    setObjectName(QStringLiteral("readings"));
    setAccessibleName(tr("Readings"));
    setToolTip(
        tr("What the meter's registers say, what a perfect meter would say, and the error; "
           "P and Q errors are relative to S"));
    setModel(model_);
    setSelectionBehavior(SelectRows);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setWordWrap(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 5);
    // Rather scrolled than cut: half a number is a wrong one.
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setStretchLastSection(true);
    // What the stretched column falls back to where room is scarce; 100 would scroll too early.
    horizontalHeader()->setDefaultSectionSize(
        fontMetrics().horizontalAdvance(QStringLiteral("\u2212100.000")) + 8);
    horizontalHeader()->setHighlightSections(false);
    offer_copying(*this, QStringLiteral("readings"));
}

void ReadingsTable::show_readings(Readings readings) { model_->show(std::move(readings)); }

}  // namespace widgets
