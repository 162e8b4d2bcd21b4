#include "app/desktop/panes/device_pane.h"

#include <QAbstractButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/bench/runner.h"
#include "app/desktop/event_log.h"
#include "app/desktop/translate.h"
#include "widgets/connection/connection_bar.h"
#include "widgets/copying/say.h"
#include "widgets/keypad/keypad.h"
#include "widgets/lcd/lcd_widget.h"
#include "widgets/meter_face/meter_face.h"

namespace desktop {

namespace {

const QString kBacklightKey = QStringLiteral("glass/backlight");
const QString kGhostsKey = QStringLiteral("glass/unlit_segments");
const QString kContrastKey = QStringLiteral("glass/contrast");

}  // namespace

DevicePane::DevicePane(const Bench& bench, QWidget* parent)
    : Pane(parent),
      face_(new widgets::MeterFace{this}),
      connection_(new widgets::ConnectionBar{this}) {
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(8, 6, 8, 6);
    column->addWidget(face_, 1);
    column->addWidget(connection_);
    connection_->show_path(bench.port);
    setFocusProxy(face_->keypad().button(meter::Key::back));
    connect(&face_->keypad(), &widgets::Keypad::key_changed, this,
            [bench](meter::Key key, bool down) {
                const auto view = bench.runner.view();
                bench.runner.key(view->meter, key, down);
                bench.events.key(view->simulated_seconds, key, down);
            });
    connect(connection_, &widgets::ConnectionBar::copied, this,
            [this](const QString& path) { widgets::say(*this, tr("Copied %1").arg(path)); });
}

void DevicePane::show_view(const ViewPtr& view) {
    face_->show_meter(view->lcd, view->contacts.energy, view->contacts.alarm);
    connection_->show_line(line_text(view->points.config.line));
}

void DevicePane::recall(const QSettings& settings) {
    const int contrast = settings.value(kContrastKey, widgets::LcdLook::normal).toInt();
    face_->lcd().set_look({settings.value(kBacklightKey, true).toBool(),
                           settings.value(kGhostsKey, true).toBool(),
                           static_cast<widgets::LcdLook::Contrast>(std::clamp(contrast, 0, 2))});
}

void DevicePane::keep(QSettings& settings) const {
    const widgets::LcdLook& look = face_->lcd().look();
    settings.setValue(kBacklightKey, look.backlight);
    settings.setValue(kGhostsKey, look.ghosts);
    settings.setValue(kContrastKey, static_cast<int>(look.contrast));
}

}  // namespace desktop
