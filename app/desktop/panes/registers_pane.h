// Every register of the map, live, with writing and with the origin of each number.
#pragma once

#include <QElapsedTimer>

#include "app/desktop/pane.h"
#include "app/desktop/register_origin.h"

namespace widgets {
class RegisterView;
}

namespace desktop {

class RegistersPane final : public Pane {
    Q_OBJECT
 public:
    RegistersPane(const Bench& bench, QWidget* parent);
    void show_view(const ViewPtr& view) override;

 private:
    void write(int number, const QString& text, bool raw);
    void show_origin();

    Bench bench_;
    ViewPtr view_;
    widgets::RegisterView* registers_;
    QElapsedTimer clock_;
    int explained_ = 0;  // register whose origin is known, in these settings
    meter::Config explained_in_;
    Origin origin_;
};

}  // namespace desktop
