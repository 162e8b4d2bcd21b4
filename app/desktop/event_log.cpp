#include "app/desktop/event_log.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <array>
#include <limits>

#include "app/desktop/register_text.h"
#include "app/desktop/wiring.h"
#include "core/registers/codec.h"
#include "core/registers/table.h"

namespace desktop {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(desktop::EventLog)
};

constexpr int kOpen = -1;  // the piece is not known yet

constexpr std::array kKinds{
    QT_TRANSLATE_NOOP("desktop::EventLog", "Key"),
    QT_TRANSLATE_NOOP("desktop::EventLog", "Write"),
    QT_TRANSLATE_NOOP("desktop::EventLog", "Alert"),
    QT_TRANSLATE_NOOP("desktop::EventLog", "Contact"),
    QT_TRANSLATE_NOOP("desktop::EventLog", "Fault"),
    QT_TRANSLATE_NOOP("desktop::EventLog", "Installation"),
    QT_TRANSLATE_NOOP("desktop::EventLog", "Run"),
};
constexpr std::array kKeys{
    QT_TRANSLATE_NOOP("desktop::EventLog", "Back"), QT_TRANSLATE_NOOP("desktop::EventLog", "Minus"),
    QT_TRANSLATE_NOOP("desktop::EventLog", "Plus"), QT_TRANSLATE_NOOP("desktop::EventLog", "Next")};

constexpr std::array<const char*, 16> kAlerts{
    QT_TRANSLATE_NOOP("desktop::EventLog", "over-voltage A"),
    QT_TRANSLATE_NOOP("desktop::EventLog", "over-voltage B"),
    QT_TRANSLATE_NOOP("desktop::EventLog", "over-voltage C"),
    QT_TRANSLATE_NOOP("desktop::EventLog", "over-current A"),
    QT_TRANSLATE_NOOP("desktop::EventLog", "over-current B"),
    QT_TRANSLATE_NOOP("desktop::EventLog", "over-current C"),
    QT_TRANSLATE_NOOP("desktop::EventLog", "frequency out of range"),
    QT_TRANSLATE_NOOP("desktop::EventLog", "reserved bit 7"),
    QT_TRANSLATE_NOOP("desktop::EventLog", "phase loss A"),
    QT_TRANSLATE_NOOP("desktop::EventLog", "phase loss B"),
    QT_TRANSLATE_NOOP("desktop::EventLog", "phase loss C"),
    QT_TRANSLATE_NOOP("desktop::EventLog", "low power factor A"),
    QT_TRANSLATE_NOOP("desktop::EventLog", "low power factor B"),
    QT_TRANSLATE_NOOP("desktop::EventLog", "low power factor C"),
    QT_TRANSLATE_NOOP("desktop::EventLog", "pulse overrun"),
    QT_TRANSLATE_NOOP("desktop::EventLog", "pulse configuration"),
};

double value_of(const meter::RegisterRow& row, const meter::Points& points) {
    const meter::Value value = row.get(points);
    return static_cast<double>(value.whole) + value.nano * 1e-9;
}

void compare_settings(const bench::View& before, const bench::View& after, EventLog& log) {
    for (const meter::RegisterRow& row : meter::register_table()) {
        if (row.setting == nullptr) continue;
        if (before.points.config.*row.setting == after.points.config.*row.setting) continue;
        log.add(after.simulated_seconds, EventKind::write,
                Words::tr("%1 (%2): %3 to %4 %5")
                    .arg(QString::fromLatin1(row.name))
                    .arg(row.number)
                    .arg(value_of(row, before.points))
                    .arg(value_of(row, after.points))
                    .arg(units_of(row)));
    }
    if (!(before.points.config.line == after.points.config.line))
        log.add(after.simulated_seconds, EventKind::write, Words::tr("line settings changed"));
}

void compare_alerts(const bench::View& before, const bench::View& after, EventLog& log) {
    const unsigned changed = before.points.alerts ^ after.points.alerts;
    for (int bit = 0; bit < 16; ++bit) {
        if ((changed >> bit & 1U) == 0) continue;
        const bool on = (after.points.alerts >> bit & 1U) != 0;
        log.add(after.simulated_seconds, EventKind::alert,
                (on ? Words::tr("%1: on") : Words::tr("%1: off")).arg(alert_text(bit)));
    }
}

QString difference(const signals::Installation& before, const signals::Installation& after) {
    QStringList parts;
    const auto phases = [&](const QString& name, const std::array<double, 3>& a,
                            const std::array<double, 3>& b, const QString& unit) {
        if (a == b) return;
        const bool same = b[0] == b[1] && b[1] == b[2];
        parts.append(same ? QStringLiteral("%1 %2 %3").arg(name).arg(b[0]).arg(unit)
                          : QStringLiteral("%1 %2/%3/%4 %5")
                                .arg(name)
                                .arg(b[0])
                                .arg(b[1])
                                .arg(b[2])
                                .arg(unit));
    };
    if (before.frequency != after.frequency)
        parts.append(QStringLiteral("f %1 Hz").arg(after.frequency));
    phases(QStringLiteral("V"), before.voltage, after.voltage, QStringLiteral("V"));
    phases(QStringLiteral("I"), before.current, after.current, QStringLiteral("A"));
    phases(Words::tr("lag"), before.angle, after.angle, QStringLiteral("\u00b0"));
    phases(Words::tr("V angle"), before.voltage_angle, after.voltage_angle,
           QStringLiteral("\u00b0"));
    if (!(before.harmonics == after.harmonics))
        parts.append(Words::tr("%1 harmonics").arg(after.harmonics.size()));
    return parts.join(QStringLiteral(", "));
}

QString wiring_text(const bench::View& view) {
    const QStringList faults =
        widgets::wiring_faults(picture_of(view.wiring, view.points.config.system_type));
    return faults.isEmpty() ? Words::tr("wired correctly") : faults.join(QStringLiteral(", "));
}

}  // namespace

QString text_of(EventKind kind) { return Words::tr(kKinds[static_cast<std::size_t>(kind)]); }

QString alert_text(int bit) { return Words::tr(kAlerts[static_cast<std::size_t>(bit)]); }

void EventLog::compare(const bench::View& before, const bench::View& after) {
    compare_settings(before, after, *this);
    compare_alerts(before, after, *this);
    if (before.contacts.alarm != after.contacts.alarm)
        add(after.simulated_seconds, EventKind::contact,
            after.contacts.alarm ? Words::tr("alarm contact closed")
                                 : Words::tr("alarm contact open"));
    if (!(before.installation == after.installation))
        add(after.simulated_seconds, EventKind::installation,
            difference(before.installation, after.installation));
    if (!(before.wiring == after.wiring))
        add(after.simulated_seconds, EventKind::installation, wiring_text(after));
    if (before.paused != after.paused)
        add(after.simulated_seconds, EventKind::run,
            after.paused ? Words::tr("paused") : Words::tr("running"));
    if (!after.failure.empty() && before.failure != after.failure)
        add(after.simulated_seconds, EventKind::run, QString::fromStdString(after.failure));
}

void EventLog::key(double seconds, meter::Key key, bool down) {
    add(seconds, EventKind::key,
        (down ? Words::tr("%1 down") : Words::tr("%1 up"))
            .arg(Words::tr(kKeys[static_cast<std::size_t>(key)])));
}

void EventLog::add(double seconds, EventKind kind, const QString& text) {
    const bool whole_line = kind == EventKind::run || kind == EventKind::fault;
    const QString of_meter =
        meter_ && !whole_line ? Words::tr("Meter %1: %2").arg(*meter_ + 1).arg(text) : text;
    events_.push_back(
        {seconds, kind, of_meter, looking_ ? kOpen : lineage_.newest_piece(present_)});
    if (events_.size() <= kMost) return;
    events_.pop_front();
    ++forgotten_;
}

void EventLog::follow(const bench::TimeView& time) {
    if (time.branches && time.branches != branches_) {
        branches_ = time.branches;
        lineage_.follow(*branches_);
    }
    present_ = time.number_of(time.present);
    looking_ = time.looking;
    if (looking_) return;
    for (auto event = events_.rbegin(); event != events_.rend() && event->piece == kOpen; ++event)
        event->piece = lineage_.newest_piece(present_);
}

void EventLog::about(std::size_t meter, std::size_t meters) {
    meter_ = meters > 1 ? std::optional{meter} : std::nullopt;
}

void EventLog::clear() {
    forgotten_ += static_cast<std::int64_t>(events_.size());
    events_.clear();
    lineage_.clear();
    branches_.reset();
}

EventLog::Past EventLog::past(const bench::TimeView& time) const {
    constexpr std::int64_t kNow = std::numeric_limits<std::int64_t>::max();
    return lineage_.past(time.number_of(time.branch), time.looking ? time.goal : kNow);
}

// At the end of a part something is the next one's; there is none behind the newest.
bool EventLog::is_in(const Past& past, const Event& event) {
    using signals::seconds_of;
    return std::any_of(past.begin(), past.end(), [&](const bench::Lineage::Part& part) {
        const bool newest = &part == past.data();
        return event.piece == part.piece && event.seconds >= seconds_of(part.from) &&
               (event.seconds < seconds_of(part.to) ||
                (newest && event.seconds == seconds_of(part.to)));
    });
}

}  // namespace desktop
