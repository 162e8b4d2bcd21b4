#include "widgets/installation/installation_editor.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <cmath>

namespace widgets {

namespace {

struct Quantity {
    const char* object;
    const char* name;  // translated when shown
    const char* tip;
    const char* suffix;
    SettingRange range;
};
// clang-format off
constexpr std::array<Quantity, 4> kQuantities{{
    {"voltage", QT_TRANSLATE_NOOP("widgets::InstallationEditor", "Voltage L-N"),
     QT_TRANSLATE_NOOP("widgets::InstallationEditor", "V rms between terminal and neutral"),
     " V", kVoltageRange},
    {"voltage_angle", QT_TRANSLATE_NOOP("widgets::InstallationEditor", "Voltage angle"),
     QT_TRANSLATE_NOOP("widgets::InstallationEditor",
                       "Degrees of the voltage's phasor; -120 on B and 120 on C is the healthy order"),
     "\xc2\xb0", kAngleRange},
    {"current", QT_TRANSLATE_NOOP("widgets::InstallationEditor", "Current"),
     QT_TRANSLATE_NOOP("widgets::InstallationEditor", "A rms in the conductor"),
     " A", kCurrentRange},
    {"angle",   QT_TRANSLATE_NOOP("widgets::InstallationEditor", "Lag angle"),
     QT_TRANSLATE_NOOP("widgets::InstallationEditor",
                       "Degrees by which the current lags its voltage; negative when it leads"),
     "\xc2\xb0", kAngleRange},
}};
// clang-format on

QDoubleSpinBox* spin_box(const SettingRange& range, const char* suffix, QWidget* parent) {
    auto* box = new QDoubleSpinBox{parent};
    box->setRange(range.least, range.most);
    box->setDecimals(range.decimals);
    box->setSingleStep(range.step);
    box->setSuffix(QString::fromUtf8(suffix));
    box->setAlignment(Qt::AlignRight);
    box->setKeyboardTracking(false);
    box->setAccelerated(true);
    return box;
}

void show_value(QDoubleSpinBox& box, double value) {
    if (box.hasFocus()) return;
    const QSignalBlocker quiet{box};
    box.setValue(value);
}

// What a box says; what was shown in it, to its last digit, while nobody has changed it.
double value_of(const QDoubleSpinBox& box, double shown) {
    const double half_step = 0.51 * std::pow(10.0, -box.decimals());
    return std::abs(box.value() - shown) < half_step ? shown : box.value();
}

std::array<double, 3> values(const std::array<QDoubleSpinBox*, 3>& boxes,
                             const std::array<double, 3>& shown) {
    return {value_of(*boxes[0], shown[0]), value_of(*boxes[1], shown[1]),
            value_of(*boxes[2], shown[2])};
}

}  // namespace

InstallationEditor::InstallationEditor(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("installation"));
    auto* grid = new QGridLayout{this};
    grid->setContentsMargins(10, 8, 10, 8);
    grid->setHorizontalSpacing(8);
    for (int phase = 0; phase < 3; ++phase) {
        auto* head =
            new QLabel{tr("Phase %1").arg(QChar{u'A' + static_cast<char16_t>(phase)}), this};
        head->setAlignment(Qt::AlignHCenter);
        grid->addWidget(head, 0, phase + 1);
    }
    balanced_ = new QCheckBox{tr("Balanced"), this};
    balanced_->setObjectName(QStringLiteral("balanced"));
    balanced_->setToolTip(tr("Phases B and C follow phase A"));
    for (int quantity = 0; quantity < 4; ++quantity) add_row(*grid, quantity + 1, quantity);

    auto* label = new QLabel{tr("&Frequency"), this};
    frequency_ = spin_box(kFrequencyRange, " Hz", this);
    frequency_->setObjectName(QStringLiteral("frequency"));
    frequency_->setAccessibleName(tr("Frequency"));
    frequency_->setToolTip(tr("Hz, of all three phases"));
    label->setBuddy(frequency_);
    grid->addWidget(label, 5, 0);
    grid->addWidget(frequency_, 5, 1);
    grid->addWidget(balanced_, 5, 2, 1, 2);
    grid->setRowStretch(6, 1);
    setTabOrder(frequency_, balanced_);

    connect(frequency_, &QDoubleSpinBox::valueChanged, this, [this] { changed(); });
    connect(balanced_, &QCheckBox::toggled, this, [this](bool on) {
        lock(on);
        if (on) changed();
    });
    balanced_->setChecked(true);
}

void InstallationEditor::add_row(QGridLayout& grid, int row, int quantity) {
    const Quantity& q = kQuantities[static_cast<std::size_t>(quantity)];
    auto* label = new QLabel{tr(q.name), this};
    label->setToolTip(tr(q.tip));
    grid.addWidget(label, row, 0);
    for (int phase = 0; phase < 3; ++phase) {
        const QChar letter{u'A' + static_cast<char16_t>(phase)};
        QDoubleSpinBox* box = spin_box(q.range, q.suffix, this);
        box->setObjectName(
            QStringLiteral("%1_%2").arg(QLatin1String{q.object}).arg(letter.toLower()));
        box->setAccessibleName(tr("%1 of phase %2").arg(tr(q.name)).arg(letter));
        box->setToolTip(tr(q.tip));
        connect(box, &QDoubleSpinBox::valueChanged, this, [this] { changed(); });
        grid.addWidget(box, row, phase + 1);
        boxes_[static_cast<std::size_t>(quantity)][static_cast<std::size_t>(phase)] = box;
    }
}

void InstallationEditor::show_settings(const InstallationSettings& settings) {
    if (!is_balanced(settings, angles_) && balanced_->isChecked()) {
        const QSignalBlocker quiet{balanced_};
        balanced_->setChecked(false);
        lock(false);
    }
    shown_ = settings;
    const std::array rows{&settings.voltage, &settings.voltage_angle, &settings.current,
                          &settings.angle};
    for (std::size_t q = 0; q < rows.size(); ++q) {
        for (std::size_t phase = 0; phase < 3; ++phase) {
            show_value(*boxes_[q][phase], (*rows[q])[phase]);
        }
    }
    show_value(*frequency_, settings.frequency);
}

InstallationSettings InstallationEditor::settings() const {
    return {value_of(*frequency_, shown_.frequency), values(boxes_[0], shown_.voltage),
            values(boxes_[2], shown_.current),       values(boxes_[3], shown_.angle),
            values(boxes_[1], shown_.voltage_angle), shown_.harmonics};
}

void InstallationEditor::lock(bool balanced) {
    for (const Boxes& row : boxes_) {
        row[1]->setEnabled(!balanced);
        row[2]->setEnabled(!balanced);
    }
}

bool InstallationEditor::balanced_locked() const { return balanced_->isChecked(); }

void InstallationEditor::edit(const InstallationSettings& settings) {
    const InstallationSettings wanted = balanced_locked() ? balanced(settings, angles_) : settings;
    show_settings(wanted);
    Q_EMIT edited(wanted);
}

void InstallationEditor::changed() {
    if (!balanced_->isChecked()) return Q_EMIT edited(settings());
    const InstallationSettings even = balanced(settings(), angles_);
    show_settings(even);
    Q_EMIT edited(even);
}

}  // namespace widgets
