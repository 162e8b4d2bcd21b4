// The line: what passes on it, its ports, and the faults that are made on it.
#pragma once

#include <cstdint>
#include <memory>

#include "app/desktop/line_feed.h"
#include "app/desktop/pane.h"
#include "app/line/shared_faults.h"

class QLineEdit;
class QListWidget;

namespace widgets {
class LineView;
}

namespace desktop {

class PortsPage;

class LinePane final : public Pane {
    Q_OBJECT
 public:
    LinePane(const Bench& bench, QWidget* parent);
    void show_view(const ViewPtr& view) override;
    [[nodiscard]] PortsPage& ports() { return *ports_; }

 private:
    QWidget* make_faults();
    void set_filter(const QString& expression);
    void save(const QString& path, const QString& kind);
    void add_fault();
    void remove_fault();
    void show_faults();

    Bench bench_;
    ViewPtr view_;
    std::shared_ptr<LineFeed> feed_ = std::make_shared<LineFeed>();
    std::shared_ptr<line::SharedFaults> engine_ = std::make_shared<line::SharedFaults>();
    line::LogFilter filter_;
    std::int64_t started_;  // seconds since 1970 at tick 0 of the line clock, to the second
    widgets::LineView* log_;
    PortsPage* ports_;
    QListWidget* faults_ = nullptr;
    QLineEdit* fault_text_ = nullptr;
};

}  // namespace desktop
