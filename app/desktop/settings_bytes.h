// Settings of the window as the bytes of an INI file, for workspaces.
#pragma once

#include <QByteArray>
#include <functional>
#include <memory>

class QSettings;

namespace desktop {

// What `keep` puts into settings.
[[nodiscard]] QByteArray settings_bytes(const std::function<void(QSettings&)>& keep);
// Lives as long as its file, which goes with it.
[[nodiscard]] std::shared_ptr<QSettings> settings_of(const QByteArray& bytes);

}  // namespace desktop
