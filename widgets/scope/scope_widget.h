// The screen of a scope: traces in two panes, time window, two cursors.
//
// Mouse: wheel zooms about the pointer, drag pans, dragging a cursor moves it. Keys: + - zoom,
// Left Right pan, Home shows the newest, C cursors on and off, Ctrl and Shift with Left Right move
// the first and the second cursor. What a person does to the window is a signal; the owner
// answers with another picture.
#pragma once

#include <QStringList>
#include <QWidget>
#include <array>

#include "widgets/picture/picture_colours.h"
#include "widgets/scope/scope_geometry.h"

class QPainter;

namespace widgets {

class ScopeWidget : public QWidget {
    Q_OBJECT
 public:
    explicit ScopeWidget(QWidget* parent = nullptr);

    void show_picture(ScopePicture picture);
    [[nodiscard]] const ScopePicture& picture() const { return picture_; }
    [[nodiscard]] double per_division(int pane) const;

    // Cursors keep their place on the screen while the window moves.
    void show_cursors(bool on);
    [[nodiscard]] bool cursors_shown() const { return cursors_on_; }
    [[nodiscard]] std::array<double, 2> cursor_times() const;
    // Times, difference, frequency and one line per trace with its two values.
    [[nodiscard]] QString cursor_text() const;
    // What of it is written in a pane: the times in the upper one, in both their traces.
    [[nodiscard]] QStringList cursor_lines(int pane) const;

    // Pixels across a pane: how many parts a trace needs.
    [[nodiscard]] int columns() const;
    [[nodiscard]] QSize sizeHint() const override { return {640, 320}; }

 Q_SIGNALS:
    void zoom_requested(double factor, double at);
    void pan_requested(double part);
    void newest_requested();
    void cursors_toggled(bool on);

 protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

 private:
    void paint_pane(QPainter& painter, int pane, const QRectF& rect) const;
    void paint_trace(QPainter& painter, const ScopeTrace& trace, const QRectF& rect) const;
    void paint_legend(QPainter& painter, int pane, const QRectF& rect) const;
    void paint_foot(QPainter& painter, const QRectF& last) const;
    void paint_cursors(QPainter& painter) const;
    [[nodiscard]] QStringList time_lines() const;
    [[nodiscard]] QString value_line(const ScopeTrace& trace) const;
    [[nodiscard]] int cursor_near(double x) const;
    void move_cursor(int cursor, double at);
    [[nodiscard]] const PictureColours& colours() const;

    ScopePicture picture_;
    std::array<double, kScopePanes> per_division_{};
    bool cursors_on_ = false;
    std::array<double, 2> cursors_{0.25, 0.75};  // 0 left, 1 right
    int dragged_ = -1;                           // a cursor; -1: the window
    double drag_x_ = 0.0;
};

}  // namespace widgets
