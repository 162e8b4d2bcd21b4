// The knobs of the scope: what is shown, time base, trigger, run and cursors.
#pragma once

#include <QStringList>
#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QToolButton;

namespace widgets {

struct ScopeSettings {
    enum Mode { automatic, normal, single };

    int view = 0;         // index of the names given
    double span = 0.025;  // s across the screen
    int source = 0;       // trigger channel of the view
    double level = 0.0;   // in the channel's unit
    bool rising = true;
    Mode mode = automatic;
    bool running = true;

    bool operator==(const ScopeSettings&) const = default;
};

class ScopeControls : public QWidget {
    Q_OBJECT
 public:
    // `views`: names of the views; sources(i) sets the channels of view i.
    ScopeControls(const QStringList& views, QWidget* parent = nullptr);

    void show_sources(const QStringList& names, const QString& unit);
    // Shows settings without a signal.
    void show_settings(const ScopeSettings& settings);
    [[nodiscard]] const ScopeSettings& settings() const { return settings_; }
    void show_cursors(bool on);

 Q_SIGNALS:
    void changed(const widgets::ScopeSettings& settings);
    void cursors_toggled(bool on);

 private:
    void read();
    QToolButton* button(const char* name, const QString& text, const QString& tip);
    QComboBox* combo(const char* name, const QStringList& items, const QString& tip);

    ScopeSettings settings_;
    QComboBox* view_;
    QComboBox* time_;
    QComboBox* source_;
    QDoubleSpinBox* level_;
    QComboBox* edge_;
    QComboBox* mode_;
    QToolButton* run_;
    QToolButton* cursors_;
};

}  // namespace widgets
