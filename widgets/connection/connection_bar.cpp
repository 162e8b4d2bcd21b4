#include "widgets/connection/connection_bar.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace widgets {

ConnectionBar::ConnectionBar(QWidget* parent)
    : QWidget(parent), path_(new QLineEdit{this}), settings_(new QLabel{this}) {
    setObjectName(QStringLiteral("connection"));
    path_->setObjectName(QStringLiteral("path"));
    path_->setReadOnly(true);
    path_->setMinimumWidth(path_->fontMetrics().horizontalAdvance(QStringLiteral("/dev/pts/100")) +
                           16);  // a line edit wants more than the path takes
    path_->setAccessibleName(tr("Serial port of the meter"));
    path_->setToolTip(tr("Open this port with any Modbus RTU master"));
    auto* label = new QLabel{tr("Modbus &port"), this};
    label->setBuddy(path_);
    auto* copy_button = new QToolButton{this};
    copy_button->setObjectName(QStringLiteral("copy_path"));
    copy_button->setText(tr("Copy"));
    copy_button->setAccessibleName(tr("Copy the port's path"));
    copy_button->setToolTip(tr("Copy the port's path to the clipboard"));
    settings_->setObjectName(QStringLiteral("line_settings"));

    auto* grid = new QGridLayout{this};
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(2);
    grid->addWidget(label, 0, 0);
    grid->addWidget(path_, 0, 1);
    grid->addWidget(copy_button, 0, 2);
    grid->addWidget(settings_, 1, 0, 1, 3);
    connect(copy_button, &QToolButton::clicked, this, &ConnectionBar::copy);
}

void ConnectionBar::show_path(const QString& path) { path_->setText(path); }

void ConnectionBar::show_line(const QString& settings) { settings_->setText(settings); }

QString ConnectionBar::path() const { return path_->text(); }

void ConnectionBar::copy() {
    QGuiApplication::clipboard()->setText(path());
    Q_EMIT copied(path());
}

}  // namespace widgets
