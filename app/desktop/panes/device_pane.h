// The meter: face with display and keys, and where its line can be reached.
#pragma once

#include "app/desktop/pane.h"

namespace widgets {
class ConnectionBar;
class MeterFace;
}  // namespace widgets

namespace desktop {

class DevicePane final : public Pane {
    Q_OBJECT
 public:
    DevicePane(const Bench& bench, QWidget* parent);

    void show_view(const ViewPtr& view) override;
    void recall(const QSettings& settings) override;
    void keep(QSettings& settings) const override;
    [[nodiscard]] widgets::MeterFace& face() const { return *face_; }

 private:
    widgets::MeterFace* face_;
    widgets::ConnectionBar* connection_;
};

}  // namespace desktop
