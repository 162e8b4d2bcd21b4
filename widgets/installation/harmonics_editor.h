// Harmonics of the installation: an editable table, ready-made spectra, and a preview of both.
#pragma once

#include <QWidget>

#include "widgets/installation/installation_settings.h"

class QTableView;

namespace widgets {

class HarmonicsModel;
class SpectrumPlot;

class HarmonicsEditor : public QWidget {
    Q_OBJECT
 public:
    explicit HarmonicsEditor(QWidget* parent = nullptr);

    // Shows harmonics without a signal.
    void show_harmonics(const std::vector<HarmonicSetting>& harmonics);
    [[nodiscard]] const std::vector<HarmonicSetting>& harmonics() const;

 Q_SIGNALS:
    void edited(const std::vector<widgets::HarmonicSetting>& harmonics);

 private:
    void changed();
    void preview();
    void remove_selected();

    HarmonicsModel* model_;
    QTableView* table_;
    SpectrumPlot* plot_;
};

}  // namespace widgets
