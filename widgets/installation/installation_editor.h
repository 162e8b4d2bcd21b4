// Editor of voltage, its angle, current and lag per phase and of the frequency.
//
// While "balanced" is on, phases B and C follow A and cannot be edited on their own.
#pragma once

#include <QWidget>
#include <array>

#include "widgets/installation/installation_settings.h"

class QCheckBox;
class QDoubleSpinBox;
class QGridLayout;

namespace widgets {

class InstallationEditor : public QWidget {
    Q_OBJECT
 public:
    explicit InstallationEditor(QWidget* parent = nullptr);

    // Shows settings without emitting edited(). A field that has the focus keeps what the person
    // is typing. Unbalanced settings switch the lock off.
    void show_settings(const InstallationSettings& settings);
    // Of the system type; the phases of a balanced installation are that far apart.
    void set_balanced_angles(const BalancedAngles& angles) { angles_ = angles; }
    [[nodiscard]] bool balanced_locked() const;
    // As if a person had typed it; the lock holds.
    void edit(const InstallationSettings& settings);
    [[nodiscard]] InstallationSettings settings() const;

 Q_SIGNALS:
    // A person has changed something.
    void edited(const widgets::InstallationSettings& settings);

 private:
    using Boxes = std::array<QDoubleSpinBox*, 3>;

    void add_row(QGridLayout& grid, int row, int quantity);
    void lock(bool balanced);
    void changed();

    std::array<Boxes, 4> boxes_{};  // voltage, its angle, current, lag
    InstallationSettings shown_;    // to the last digit, which boxes do not show
    BalancedAngles angles_ = kThreePhase;
    QDoubleSpinBox* frequency_ = nullptr;
    QCheckBox* balanced_ = nullptr;
};

}  // namespace widgets
