// Edits of the installation that can be taken back. Taking back is an edit of its own, at the
// present: nothing that the meter has metered changes.
#pragma once

#include <QUndoCommand>
#include <functional>

#include "widgets/installation/installation_settings.h"
#include "widgets/wiring/wiring_picture.h"

namespace desktop {

struct Conductors {
    widgets::InstallationSettings settings;
    widgets::WiringPicture wiring;
};

class InstallationEdit final : public QUndoCommand {
 public:
    using Put = std::function<void(const Conductors&)>;

    // `put` lets the meter have them. Edits in a row with the same `handle` (0 or more, of a dial)
    // become one.
    InstallationEdit(Conductors before, Conductors after, int handle, Put put);

    void undo() override { put_(before_); }
    void redo() override { put_(after_); }
    [[nodiscard]] int id() const override { return handle_; }
    bool mergeWith(const QUndoCommand* newer) override;

 private:
    Conductors before_;
    Conductors after_;
    int handle_;
    Put put_;
};

// What was changed, in words: "current A".
[[nodiscard]] QString edit_text(const Conductors& before, const Conductors& after);

}  // namespace desktop
