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
#include <algorithm>
#include <array>
#include <exception>
#include <string>
#include <string_view>

#include "app/bench/port_kinds.h"
#include "app/desktop/error_text.h"
#include "widgets/copying/copying.h"
#include "widgets/copying/say.h"

namespace desktop {

// How a kind of port (port_kinds.h) is shown.
struct PortRow {
    const bench::PortKind& kind;
    const char* title;  // translated when shown
    const char* where;  // what to fill in; translated
    const char* example;
};

namespace {

constexpr int kAddress = Qt::UserRole;   // of an item
constexpr int kKind = Qt::UserRole + 1;  // by its name; empty: the window's own port

constexpr const bench::PortKind& kind_of(std::string_view name) {
    return *bench::find_port_kind(name);
}

// clang-format off
constexpr std::array kRows{
    PortRow{kind_of("tcp"), QT_TRANSLATE_NOOP("desktop::Ports", "Modbus/TCP"),
            QT_TRANSLATE_NOOP("desktop::Ports", "[HOST:]PORT; without a host this machine only"), "1502"},
    PortRow{kind_of("rtu-tcp"), QT_TRANSLATE_NOOP("desktop::Ports", "RTU over TCP"),
            QT_TRANSLATE_NOOP("desktop::Ports", "[HOST:]PORT; without a host this machine only"), "1503"},
    PortRow{kind_of("rfc2217"), QT_TRANSLATE_NOOP("desktop::Ports", "Serial port over TCP (RFC 2217)"),
            QT_TRANSLATE_NOOP("desktop::Ports", "[HOST:]PORT; without a host this machine only"), "2217"},
    PortRow{kind_of("serial"), QT_TRANSLATE_NOOP("desktop::Ports", "Serial device"),
            QT_TRANSLATE_NOOP("desktop::Ports", "Path of the device; it is set to the meter's rate and parity"), "/dev/ttyUSB0"},
    PortRow{kind_of("pty"), QT_TRANSLATE_NOOP("desktop::Ports", "Virtual serial port (pty)"),
            QT_TRANSLATE_NOOP("desktop::Ports", "Link to make, or nothing"), "/tmp/meter"},
};
// clang-format on
static_assert(kRows.size() == bench::kPortKinds.size(), "every kind can be opened at the window");

QString text(const char* source) { return QCoreApplication::translate("desktop::Ports", source); }

// What to fill in to have it there again. The number of a pty cannot be asked for, its link can.
QString kept_place(const PortRow& row, const QString& address) {
    const bool numbered = address.startsWith(QLatin1String{"/dev/pts/"});
    return &row == &kRows.back() && numbered ? QString{} : address;
}

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
    add(kRows.back(), bench_.port);
}

QWidget* PortsPage::make_form() {
    auto* form = new QWidget{this};
    kind_ = new QComboBox{form};
    kind_->setObjectName(QStringLiteral("port_kind"));
    // Titles may be long words; a dock must not be as wide as the longest.
    kind_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    kind_->setMinimumContentsLength(10);
    kind_->setAccessibleName(tr("Kind of port"));
    for (const PortRow& row : kRows) kind_->addItem(text(row.title));
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
    const PortRow& row = kRows.at(static_cast<std::size_t>(kind_->currentIndex()));
    where_->setToolTip(text(row.where));
    where_->setPlaceholderText(text(row.where));
    where_->setText(QString::fromLatin1(row.example));
}

void PortsPage::open() {
    const PortRow& row = kRows.at(static_cast<std::size_t>(kind_->currentIndex()));
    try {
        const QString address = open_at(row, where_->text().trimmed());
        tell({});
        widgets::say(*this, tr("Listening on %1").arg(address));
    } catch (const std::exception& error) {
        tell(error_text(error));
    }
}

QString PortsPage::open_at(const PortRow& row, const QString& where) {
    const QString address =
        QString::fromStdString(row.kind.open(bench_.runner, where.toStdString()));
    add(row, address).setData(kKind, QString::fromStdString(std::string{row.kind.name}));
    closed_.removeAll(address);
    return address;
}

void PortsPage::close() {
    const QListWidgetItem* item = ports_->currentItem();
    if (item == nullptr) return tell(tr("Choose the port to close in the list"));
    const QString address = item->data(kAddress).toString();
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
        if (ports_->item(i)->data(kAddress).toString() == address) delete ports_->takeItem(i);
    closed_.append(address);
    tell({});
    widgets::say(*this, (was_open ? tr("Closed %1") : tr("%1 was closed already")).arg(address));
}

QListWidgetItem& PortsPage::add(const PortRow& row, const QString& address) {
    auto* item =
        new QListWidgetItem{QStringLiteral("%1  %2").arg(text(row.title), address), ports_};
    item->setData(kAddress, address);
    ports_->setCurrentItem(item);
    return *item;
}

bool PortsPage::is_open(const QString& address) const {
    for (int i = 0; i < ports_->count(); ++i)
        if (ports_->item(i)->data(kAddress).toString() == address) return true;
    return false;
}

QByteArray PortsPage::keep() const {
    QStringList lines;
    for (int i = 0; i < ports_->count(); ++i) {
        const QListWidgetItem& item = *ports_->item(i);
        const QString kind = item.data(kKind).toString();
        if (!kind.isEmpty())
            lines.append(kind + QLatin1Char{'\t'} + item.data(kAddress).toString());
    }
    return lines.join(QLatin1Char{'\n'}).toUtf8();
}

QStringList PortsPage::reopen(const QByteArray& kept) {
    QStringList said;
    for (const QString& line : QString::fromUtf8(kept).split(QLatin1Char{'\n'})) {
        const QString address = line.section(QLatin1Char{'\t'}, 1);
        const std::string kind = line.section(QLatin1Char{'\t'}, 0, 0).toStdString();
        const auto row = std::find_if(kRows.begin(), kRows.end(),
                                      [&](const PortRow& each) { return each.kind.name == kind; });
        if (row == kRows.end() || is_open(address) || closed_.contains(address)) continue;
        try {
            const QString now = open_at(*row, kept_place(*row, address));
            if (now != address) said.append(tr("%1 is now %2.").arg(address, now));
        } catch (const std::exception& error) {
            said.append(tr("%1 is not open any more: %2.").arg(address, error_text(error)));
        }
    }
    return said;
}

void PortsPage::tell(const QString& text) {
    message_->setText(text);
    message_->setVisible(!text.isEmpty());
}

}  // namespace desktop
