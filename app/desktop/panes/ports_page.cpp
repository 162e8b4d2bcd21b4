#include "app/desktop/panes/ports_page.h"

#include <QAction>
#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QToolButton>
#include <QVBoxLayout>
#include <array>
#include <exception>
#include <optional>

#include "app/bench/runner.h"
#include "app/desktop/error_text.h"
#include "widgets/copying/copying.h"
#include "widgets/copying/say.h"

namespace desktop {

namespace {

struct PortKind {
    const char* title;  // translated when shown
    const char* where;  // what to fill in; translated
    const char* example;
    std::string (*open)(bench::Runner& runner, const std::string& where);
};

// clang-format off
constexpr std::array kKinds{
    PortKind{QT_TRANSLATE_NOOP("desktop::Ports", "Modbus/TCP"),
             QT_TRANSLATE_NOOP("desktop::Ports", "[HOST:]PORT; without a host this machine only"), "1502",
             [](bench::Runner& r, const std::string& at) { return r.open_tcp(ports::Protocol::mbap, at); }},
    PortKind{QT_TRANSLATE_NOOP("desktop::Ports", "RTU over TCP"),
             QT_TRANSLATE_NOOP("desktop::Ports", "[HOST:]PORT; without a host this machine only"), "1503",
             [](bench::Runner& r, const std::string& at) { return r.open_tcp(ports::Protocol::rtu, at); }},
    PortKind{QT_TRANSLATE_NOOP("desktop::Ports", "Serial port over TCP (RFC 2217)"),
             QT_TRANSLATE_NOOP("desktop::Ports", "[HOST:]PORT; without a host this machine only"), "2217",
             [](bench::Runner& r, const std::string& at) { return r.open_rfc2217(at); }},
    PortKind{QT_TRANSLATE_NOOP("desktop::Ports", "Serial device"),
             QT_TRANSLATE_NOOP("desktop::Ports", "Path of the device; it is set to the meter's rate and parity"), "/dev/ttyUSB0",
             [](bench::Runner& r, const std::string& at) { return r.open_serial(at); }},
    PortKind{QT_TRANSLATE_NOOP("desktop::Ports", "Virtual serial port (pty)"),
             QT_TRANSLATE_NOOP("desktop::Ports", "Link to make, or nothing"), "/tmp/meter",
             [](bench::Runner& r, const std::string& at) {
                 return r.open_pty(at.empty() ? std::nullopt : std::optional{at}); }},
};
// clang-format on

QString text(const char* source) { return QCoreApplication::translate("desktop::Ports", source); }

QToolButton* button(const char* name, const QString& label, const QString& tip, QWidget* parent) {
    auto* made = new QToolButton{parent};
    made->setObjectName(QString::fromLatin1(name));
    made->setText(label);
    made->setToolTip(tip);
    return made;
}

}  // namespace

PortsPage::PortsPage(const Bench& bench, QWidget* parent)
    : QWidget(parent), bench_(bench), ports_(new QListWidget{this}), message_(new QLabel{this}) {
    auto* column = new QVBoxLayout{this};
    column->addWidget(make_form());
    column->addWidget(ports_, 1);
    column->addWidget(message_);
    ports_->setObjectName(QStringLiteral("ports"));
    ports_->setAccessibleName(tr("Open ports"));
    ports_->setToolTip(tr("Where masters reach the meter; Delete closes the chosen one"));
    widgets::offer_copying(*ports_, QStringLiteral("ports"));
    message_->setObjectName(QStringLiteral("port_message"));
    message_->setWordWrap(true);
    message_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    message_->hide();
    auto* close_key = new QAction{tr("Close this port"), ports_};
    close_key->setShortcut(Qt::Key_Delete);
    close_key->setShortcutContext(Qt::WidgetShortcut);
    ports_->addAction(close_key);
    connect(close_key, &QAction::triggered, this, &PortsPage::close);
    add(text(kKinds.back().title), bench_.port);
}

QWidget* PortsPage::make_form() {
    auto* form = new QWidget{this};
    kind_ = new QComboBox{form};
    kind_->setObjectName(QStringLiteral("port_kind"));
    // Titles may be long words; a dock must not be as wide as the longest.
    kind_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    kind_->setMinimumContentsLength(10);
    kind_->setAccessibleName(tr("Kind of port"));
    for (const PortKind& kind : kKinds) kind_->addItem(text(kind.title));
    where_ = new QLineEdit{form};
    where_->setObjectName(QStringLiteral("port_where"));
    where_->setAccessibleName(tr("Where"));
    auto* open = button("port_open", tr("Open"), tr("Open this port (Enter)"), form);
    auto* close = button("port_close", tr("Close"),
                         tr("Close the chosen port; its clients are cut off"), form);
    auto* row = new QHBoxLayout{form};
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(kind_);
    row->addWidget(where_, 1);
    row->addWidget(open);
    row->addWidget(close);
    connect(kind_, &QComboBox::currentIndexChanged, this, &PortsPage::show_kind);
    connect(open, &QToolButton::clicked, this, &PortsPage::open);
    connect(close, &QToolButton::clicked, this, &PortsPage::close);
    connect(where_, &QLineEdit::returnPressed, this, &PortsPage::open);
    show_kind();
    return form;
}

void PortsPage::show_kind() {
    const PortKind& kind = kKinds.at(static_cast<std::size_t>(kind_->currentIndex()));
    where_->setToolTip(text(kind.where));
    where_->setPlaceholderText(text(kind.where));
    where_->setText(QString::fromLatin1(kind.example));
}

void PortsPage::open() {
    const PortKind& kind = kKinds.at(static_cast<std::size_t>(kind_->currentIndex()));
    try {
        const std::string address =
            kind.open(bench_.runner, where_->text().trimmed().toStdString());
        add(text(kind.title), QString::fromStdString(address));
        tell({});
        widgets::say(*this, tr("Listening on %1").arg(QString::fromStdString(address)));
    } catch (const std::exception& error) {
        tell(error_text(error));
    }
}

void PortsPage::close() {
    const QListWidgetItem* item = ports_->currentItem();
    if (item == nullptr) return tell(tr("Choose the port to close in the list"));
    const QString address = item->data(Qt::UserRole).toString();
    bench_.runner.close_port(address.toStdString(),
                             [page = QPointer{this}, address](bool was_open) {
                                 QMetaObject::invokeMethod(
                                     QCoreApplication::instance(),
                                     [page, address, was_open] {
                                         if (page) page->forget(address, was_open);
                                     },
                                     Qt::QueuedConnection);
                             });
}

void PortsPage::forget(const QString& address, bool was_open) {
    for (int i = 0; i < ports_->count(); ++i)
        if (ports_->item(i)->data(Qt::UserRole).toString() == address) delete ports_->takeItem(i);
    tell({});
    widgets::say(*this, (was_open ? tr("Closed %1") : tr("%1 was closed already")).arg(address));
}

void PortsPage::add(const QString& kind, const QString& address) {
    auto* item = new QListWidgetItem{QStringLiteral("%1  %2").arg(kind, address), ports_};
    item->setData(Qt::UserRole, address);
    ports_->setCurrentItem(item);
}

void PortsPage::tell(const QString& text) {
    message_->setText(text);
    message_->setVisible(!text.isEmpty());
}

}  // namespace desktop
