// Simulation speed: a slider from 0.1 times real time to as fast as it goes, pause, and steps.
#pragma once

#include <QWidget>

class QLabel;
class QSlider;
class QToolButton;

namespace widgets {

// What the steps mean: one frame of the sample chain, about a mains cycle, about a reading window.
struct Step {
    const char* name;  // translated when shown
    int frames;
};

class SpeedControl : public QWidget {
    Q_OBJECT
 public:
    explicit SpeedControl(QWidget* parent = nullptr);

    // Shows where the bench is, without emitting anything. `achieved` is times real time.
    void show_state(double speed, bool paused, double simulated_seconds, double achieved);

 Q_SIGNALS:
    void speed_changed(double speed);
    void pause_requested(bool pause);
    void step_requested(int frames);

 protected:
    void changeEvent(QEvent* event) override;

 private:
    void make_icons();
    void show_speed(double speed);
    void show_paused(bool paused);

    QSlider* slider_ = nullptr;
    QLabel* speed_ = nullptr;
    QLabel* clock_ = nullptr;
    QToolButton* pause_ = nullptr;
    QToolButton* step_ = nullptr;
};

}  // namespace widgets
