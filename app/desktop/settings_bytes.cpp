#include "app/desktop/settings_bytes.h"

#include <QFile>
#include <QSettings>
#include <QTemporaryFile>

namespace desktop {

namespace {

std::shared_ptr<QTemporaryFile> draft(const QByteArray& bytes) {
    auto file = std::make_shared<QTemporaryFile>();
    if (file->open()) file->write(bytes);
    file->close();
    return file;
}

}  // namespace

// QSettings replaces its file by another one of the same name, so it is read by name.
QByteArray settings_bytes(const std::function<void(QSettings&)>& keep) {
    const auto file = draft({});
    QSettings settings{file->fileName(), QSettings::IniFormat};
    keep(settings);
    settings.sync();
    QFile written{file->fileName()};
    return written.open(QFile::ReadOnly) ? written.readAll() : QByteArray{};
}

std::shared_ptr<QSettings> settings_of(const QByteArray& bytes) {
    const auto file = draft(bytes);
    return {new QSettings{file->fileName(), QSettings::IniFormat},
            [file](QSettings* settings) { delete settings; }};
}

}  // namespace desktop
