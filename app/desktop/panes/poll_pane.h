// A master in the window: polls a meter, ours or a real one, and shows what it
// says.
//
// The same as `metertwin-cli poll` (app/poll/poller.h): a URL, points by name
// or number, a period. Requests run on the poller's own thread; nothing here
// waits for them but the end of a poll, for the request under way.
#pragma once

#include <fstream>
#include <memory>
#include <optional>

#include "app/desktop/pane.h"
#include "app/poll/poller.h"

class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QTableWidget;
class QToolButton;

namespace desktop {

class PollPane final : public Pane {
    Q_OBJECT
 public:
    PollPane(const Bench& bench, QWidget* parent);
    ~PollPane() override;

    void show_view(const ViewPtr& /*view*/) override {}
    void recall(const QSettings& settings) override;
    void keep(QSettings& settings) const override;

    [[nodiscard]] bool polling() const { return poller_ != nullptr; }

 private:
    QWidget* make_request();
    QWidget* make_actions();
    void toggle();
    void start();
    void stop();
    void choose_log();
    void log(const polling::Sweep& sweep);
    void show_rows(const polling::Rows& rows);
    void show_sweep(const polling::Sweep& sweep);
    void show_statistics(const polling::Statistics& statistics);
    [[nodiscard]] polling::Listener listener();

    QLineEdit* url_ = nullptr;
    QLineEdit* points_ = nullptr;
    QDoubleSpinBox* period_ = nullptr;
    QToolButton* start_ = nullptr;
    QToolButton* log_to_ = nullptr;
    QTableWidget* table_ = nullptr;
    QLabel* state_ = nullptr;
    QLabel* errors_ = nullptr;
    polling::Rows rows_;
    std::optional<std::ofstream> log_;  // of the poll under way, and of those after it
    bool log_has_header_ = false;
    std::unique_ptr<polling::Poller> poller_;
};

}  // namespace desktop
