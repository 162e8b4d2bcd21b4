#include "widgets/speed/speed_control.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QSlider>
#include <QStyle>
#include <QToolButton>
#include <array>
#include <cmath>

#include "widgets/picture/tinted_icon.h"
#include "widgets/speed/speed_scale.h"

namespace widgets {

namespace {

// 2520 frames are one reading window (metrology.md 1.3), 42 a cycle of 60 Hz.
constexpr std::array<Step, 3> kSteps{{
    {QT_TRANSLATE_NOOP("widgets::SpeedControl", "One reading window (1 s)"), 2'520},
    {QT_TRANSLATE_NOOP("widgets::SpeedControl", "One cycle (42 frames)"), 42},
    {QT_TRANSLATE_NOOP("widgets::SpeedControl", "One frame (0.4 ms)"), 1},
}};

QString clock_text(double seconds) {
    const auto whole = static_cast<qint64>(seconds);
    const auto two = [](qint64 n) { return QStringLiteral("%1").arg(n, 2, 10, QLatin1Char{'0'}); };
    return QStringLiteral("%1:%2:%3").arg(two(whole / 3600), two(whole / 60 % 60), two(whole % 60));
}

}  // namespace

SpeedControl::SpeedControl(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("speed_control"));
    pause_ = new QToolButton{this};
    pause_->setObjectName(QStringLiteral("pause"));
    pause_->setCheckable(true);
    pause_->setAccessibleName(tr("Pause"));
    pause_->setToolTip(tr("Pause or resume metering time; the line keeps answering"));

    step_ = new QToolButton{this};
    step_->setObjectName(QStringLiteral("step"));
    step_->setAccessibleName(tr("Step"));
    step_->setToolTip(tr("Pause and advance metering time by one step"));
    step_->setPopupMode(QToolButton::MenuButtonPopup);
    auto* menu = new QMenu{step_};
    for (const Step& s : kSteps) {
        menu->addAction(tr(s.name), this,
                        [this, frames = s.frames] { Q_EMIT step_requested(frames); });
    }
    step_->setMenu(menu);

    slider_ = new QSlider{Qt::Horizontal, this};
    slider_->setObjectName(QStringLiteral("speed"));
    slider_->setRange(0, static_cast<int>(kSpeeds.size()) - 1);
    slider_->setPageStep(1);
    slider_->setTickPosition(QSlider::TicksBelow);
    slider_->setAccessibleName(tr("Simulation speed"));
    slider_->setToolTip(tr("Metering time, times real time"));
    speed_ = new QLabel{this};
    speed_->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("1000×  ")));
    clock_ = new QLabel{this};
    clock_->setToolTip(tr("Simulated time since power-up, and speed reached (times real time)"));

    auto* layout = new QHBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget* w : std::array<QWidget*, 5>{pause_, step_, slider_, speed_, clock_}) {
        layout->addWidget(w, w == slider_ ? 1 : 0);
    }
    connect(pause_, &QToolButton::toggled, this, &SpeedControl::pause_requested);
    connect(step_, &QToolButton::clicked, this,
            [this] { Q_EMIT step_requested(kSteps[0].frames); });
    connect(slider_, &QSlider::valueChanged, this, [this](int position) {
        const double speed = kSpeeds[static_cast<std::size_t>(position)];
        show_speed(speed);
        Q_EMIT speed_changed(speed);
    });
    make_icons();
    show_state(1.0, false, 0.0, 1.0);
}

void SpeedControl::show_state(double speed, bool paused, double simulated_seconds,
                              double achieved) {
    if (!slider_->isSliderDown()) {
        const QSignalBlocker quiet{slider_};
        slider_->setValue(position_of(speed));
        show_speed(speed);
    }
    if (pause_->isChecked() != paused) show_paused(paused);
    const QString rate =
        paused ? tr("paused") : QStringLiteral("%1×").arg(achieved, 0, 'f', achieved < 10 ? 1 : 0);
    clock_->setText(QStringLiteral("%1  %2").arg(clock_text(simulated_seconds), rate));
}

void SpeedControl::show_paused(bool paused) {
    const QSignalBlocker quiet{pause_};
    pause_->setChecked(paused);
}

// Once, not at each pause: Qt keeps the pictures of icons that were, up to 10 MB of them.
void SpeedControl::make_icons() {
    const auto icon = [this](QStyle::StandardPixmap which) { return style()->standardIcon(which); };
    pause_->setIcon(tinted_icon(icon(QStyle::SP_MediaPause), icon(QStyle::SP_MediaPlay), *this));
    step_->setIcon(tinted_icon(icon(QStyle::SP_MediaSkipForward), *this));
}

void SpeedControl::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) make_icons();
    QWidget::changeEvent(event);
}

void SpeedControl::show_speed(double speed) { speed_->setText(speed_text(speed)); }

}  // namespace widgets
