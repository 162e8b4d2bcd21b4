// Harmonics 2..40 as bars in % of the fundamental, signals side by side, THD in the head line.
#pragma once

#include <QWidget>

#include "widgets/spectrum/spectrum_geometry.h"

class QPainter;

namespace widgets {

struct PictureColours;

class SpectrumPlot : public QWidget {
    Q_OBJECT
 public:
    explicit SpectrumPlot(const QString& title, QWidget* parent = nullptr);

    void show_series(std::vector<SpectrumSeries> series);
    [[nodiscard]] const std::vector<SpectrumSeries>& series() const { return series_; }
    // One line per order: order and each signal's %, fundamentals first.
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString csv() const;
    [[nodiscard]] QSize sizeHint() const override { return {480, 150}; }

 protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

 private:
    void paint_axes(QPainter& painter, const SpectrumGeometry& g, const PictureColours& c) const;
    void paint_head(QPainter& painter, const SpectrumGeometry& g, const PictureColours& c) const;
    [[nodiscard]] QString table(QChar separator) const;

    QString title_;
    std::vector<SpectrumSeries> series_;
    double full_ = 10.0;
};

}  // namespace widgets
