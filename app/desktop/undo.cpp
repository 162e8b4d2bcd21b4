#include "app/desktop/undo.h"

#include <QCoreApplication>
#include <QStringList>
#include <array>
#include <utility>

namespace desktop {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(desktop::Undo)
};

struct PhaseField {
    std::array<double, 3> widgets::InstallationSettings::*values;
    const char* name;
};
constexpr std::array kPhaseFields{
    PhaseField{&widgets::InstallationSettings::voltage,
               QT_TRANSLATE_NOOP("desktop::Undo", "voltage")},
    PhaseField{&widgets::InstallationSettings::current,
               QT_TRANSLATE_NOOP("desktop::Undo", "current")},
    PhaseField{&widgets::InstallationSettings::angle, QT_TRANSLATE_NOOP("desktop::Undo", "angle")},
    PhaseField{&widgets::InstallationSettings::voltage_angle,
               QT_TRANSLATE_NOOP("desktop::Undo", "voltage angle")}};

// "current A", "voltage" when all phases changed.
QString phase_text(const PhaseField& field, const Conductors& before, const Conductors& after) {
    const auto& from = before.settings.*field.values;
    const auto& to = after.settings.*field.values;
    QString phases;
    for (std::size_t x = 0; x < 3; ++x)
        if (from[x] != to[x]) phases += QLatin1Char("ABC"[x]);
    if (phases.isEmpty()) return {};
    return phases.size() == 3 ? Words::tr(field.name)
                              : Words::tr(field.name) + QLatin1Char{' '} + phases;
}

}  // namespace

QString edit_text(const Conductors& before, const Conductors& after) {
    QStringList parts;
    for (const PhaseField& field : kPhaseFields) {
        const QString text = phase_text(field, before, after);
        if (!text.isEmpty()) parts.append(text);
    }
    if (before.settings.frequency != after.settings.frequency) parts.append(Words::tr("frequency"));
    if (!(before.settings.harmonics == after.settings.harmonics))
        parts.append(Words::tr("harmonics"));
    if (!(before.wiring == after.wiring)) parts.append(Words::tr("wiring"));
    return parts.join(QStringLiteral(", "));
}

InstallationEdit::InstallationEdit(Conductors before, Conductors after, int handle, Put put)
    : QUndoCommand(edit_text(before, after)),
      before_(std::move(before)),
      after_(std::move(after)),
      handle_(handle),
      put_(std::move(put)) {}

bool InstallationEdit::mergeWith(const QUndoCommand* newer) {
    const auto* edit = dynamic_cast<const InstallationEdit*>(newer);
    if (edit == nullptr || handle_ < 0 || edit->handle_ != handle_) return false;
    after_ = edit->after_;
    setText(edit_text(before_, after_));
    return true;
}

}  // namespace desktop
