#include "widgets/installation/harmonics_editor.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "widgets/copying/copying.h"
#include "widgets/copying/say.h"
#include "widgets/installation/harmonics_model.h"
#include "widgets/spectrum/spectrum_plot.h"

namespace widgets {

namespace {

struct Preset {
    const char* name;  // translated when shown
    std::vector<HarmonicSetting> harmonics;
};

// A converter of p pulses draws orders k p +- 1 of 100/h %; alternate signs make the current's
// steps. The rest are typical measurements of single-phase loads.
std::vector<HarmonicSetting> converter(int pulses) {
    std::vector<HarmonicSetting> out;
    for (int k = 1; k * pulses - 1 <= kMostOrder; ++k)
        for (const int order : {k * pulses - 1, k * pulses + 1})
            if (order <= kMostOrder)
                out.push_back({order, 0.0, 100.0 / order, 0.0, k % 2 == 1 ? 180.0 : 0.0});
    return out;
}

const std::vector<Preset>& presets() {
    static const std::vector<Preset> kPresets{
        {QT_TRANSLATE_NOOP("widgets::HarmonicsEditor", "none"), {}},
        {QT_TRANSLATE_NOOP("widgets::HarmonicsEditor", "6-pulse converter"), converter(6)},
        {QT_TRANSLATE_NOOP("widgets::HarmonicsEditor", "12-pulse converter"), converter(12)},
        {QT_TRANSLATE_NOOP("widgets::HarmonicsEditor", "switched-mode supplies"),
         {{3, 1.5, 75, 0, 180},
          {5, 2, 45, 0, 0},
          {7, 1, 20, 0, 180},
          {9, 0.5, 8, 0, 0},
          {11, 0.5, 6, 0, 180}}},
        {QT_TRANSLATE_NOOP("widgets::HarmonicsEditor", "LED lighting"),
         {{3, 1, 25, 0, 180}, {5, 1, 12, 0, 0}, {7, 0.5, 8, 0, 180}, {9, 0.3, 5, 0, 0}}},
        {QT_TRANSLATE_NOOP("widgets::HarmonicsEditor", "fifth harmonic test of IEC 62053-22"),
         {{5, 10, 40, 0, 0}}},
    };
    return kPresets;
}

QToolButton* button(const QString& text, const QString& tip, QWidget* parent) {
    auto* made = new QToolButton{parent};
    made->setText(text);
    made->setToolTip(tip);
    made->setAccessibleName(tip);
    return made;
}

}  // namespace

HarmonicsEditor::HarmonicsEditor(QWidget* parent)
    : QWidget(parent),
      model_(new HarmonicsModel{this}),
      table_(new QTableView{this}),
      plot_(new SpectrumPlot{tr("Installation, % of the fundamental"), this}) {
    table_->setObjectName(QStringLiteral("harmonics"));
    table_->setAccessibleName(tr("Harmonics"));
    table_->setModel(model_);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table_->setTabKeyNavigation(false);
    table_->setAlternatingRowColors(true);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    offer_copying(*table_, QStringLiteral("harmonics"));
    auto* add = button(tr("Add"), tr("Add a harmonic (Insert)"), this);
    auto* remove = button(tr("Remove"), tr("Remove the selected harmonics (Delete)"), this);
    add->setShortcut(Qt::Key_Insert);
    auto* remove_action = new QAction{tr("Remove"), table_};
    remove_action->setShortcut(Qt::Key_Delete);
    remove_action->setShortcutContext(Qt::WidgetShortcut);
    table_->addAction(remove_action);
    auto* ready = new QComboBox{this};
    ready->setObjectName(QStringLiteral("harmonic_presets"));
    ready->setAccessibleName(tr("Ready-made spectra"));
    ready->setToolTip(tr("Replaces the harmonics by those of a kind of load"));
    ready->addItem(tr("Load\u2026"));
    for (const Preset& preset : presets()) ready->addItem(tr(preset.name));
    // It only ever shows its first item: the list needs the room of the longest name, the dock not.
    ready->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    ready->setMinimumContentsLength(static_cast<int>(ready->itemText(0).size()) + 2);
    ready->view()->setMinimumWidth(ready->view()->sizeHintForColumn(0) + 16);

    auto* row = new QHBoxLayout;
    for (QWidget* widget : std::initializer_list<QWidget*>{add, remove, ready})
        row->addWidget(widget);
    row->addStretch(1);
    auto* left = new QVBoxLayout;
    left->addLayout(row);
    left->addWidget(table_, 1);
    auto* both = new QHBoxLayout{this};
    both->setContentsMargins(4, 4, 4, 4);
    both->addLayout(left, 5);
    both->addWidget(plot_, 6);

    connect(add, &QToolButton::clicked, model_, &HarmonicsModel::add);
    connect(remove, &QToolButton::clicked, this, &HarmonicsEditor::remove_selected);
    connect(remove_action, &QAction::triggered, this, &HarmonicsEditor::remove_selected);
    connect(model_, &HarmonicsModel::edited, this, &HarmonicsEditor::changed);
    connect(model_, &HarmonicsModel::refused, this,
            [this](const QString& why) { say(*this, why); });
    connect(ready, &QComboBox::activated, this, [this, ready](int index) {
        if (index == 0) return;
        ready->setCurrentIndex(0);
        model_->show(presets()[static_cast<std::size_t>(index - 1)].harmonics);
        changed();
    });
    preview();
}

void HarmonicsEditor::show_harmonics(const std::vector<HarmonicSetting>& harmonics) {
    model_->show(harmonics);
    preview();
}

const std::vector<HarmonicSetting>& HarmonicsEditor::harmonics() const {
    return model_->harmonics();
}

void HarmonicsEditor::remove_selected() {
    std::vector<int> rows;
    for (const QModelIndex& index : table_->selectionModel()->selectedRows())
        rows.push_back(index.row());
    model_->remove(rows);
}

void HarmonicsEditor::changed() {
    preview();
    Q_EMIT edited(model_->harmonics());
}

void HarmonicsEditor::preview() {
    SpectrumSeries voltage{QStringLiteral("V"),
                           1,
                           100.0,
                           QStringLiteral("%"),
                           std::vector<double>(kSpectrumOrders, 0.0),
                           0.0};
    SpectrumSeries current = voltage;
    current.name = QStringLiteral("I");
    current.phase = 0;
    for (const HarmonicSetting& harmonic : model_->harmonics()) {
        voltage.percent[static_cast<std::size_t>(harmonic.order - 1)] = harmonic.voltage;
        current.percent[static_cast<std::size_t>(harmonic.order - 1)] = harmonic.current;
    }
    const Distortion thd = distortion(model_->harmonics());
    voltage.thd = thd.voltage;
    current.thd = thd.current;
    plot_->show_series({std::move(voltage), std::move(current)});
}

}  // namespace widgets
