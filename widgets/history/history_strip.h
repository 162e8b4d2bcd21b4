// The run as a slider: branches as lanes, a handle at the moment on show, which is dragged with the
// mouse or moved with the keys.
//
//   Left Right       a second, with Ctrl a tenth       PageUp PageDown   ten seconds back, on
//   Up Down          the branch above, below           Home End          first, newest moment
//   Enter            go on from the moment on show    F2 Delete         name, give up its branch
#pragma once

#include <QWidget>
#include <vector>

#include "widgets/history/branch_geometry.h"

namespace widgets {

class HistoryStrip : public QWidget {
    Q_OBJECT
 public:
    explicit HistoryStrip(QWidget* parent = nullptr);

    // Emits nothing. While a person drags, the handle stays under the mouse.
    void show_run(std::vector<BranchLane> lanes, int present, const RunMoment& shown, bool looking);
    [[nodiscard]] BranchGeometry geometry_now() const { return {QSizeF{size()}, lanes_}; }
    [[nodiscard]] const RunMoment& shown() const { return shown_; }
    // "12.5 s of Branch 2", for people and screen readers.
    [[nodiscard]] QString moment_text() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

 Q_SIGNALS:
    void moment_requested(int branch, double seconds);
    void go_on_requested();
    void rename_requested();
    void delete_requested();

 protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

 private:
    void ask(const RunMoment& moment);
    void say_moment();

    std::vector<BranchLane> lanes_{BranchLane{}};
    int present_ = 0;
    RunMoment shown_;
    bool looking_ = false;
    bool dragging_ = false;
};

}  // namespace widgets
