#include "widgets/registers/register_view.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QTableView>
#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>
#include <array>

#include "widgets/copying/copying.h"
#include "widgets/picture/picture_colours.h"
#include "widgets/registers/register_filter.h"

namespace widgets {

namespace {

constexpr std::array kForms{
    QT_TRANSLATE_NOOP("widgets::RegisterView", "All forms"),
    QT_TRANSLATE_NOOP("widgets::RegisterView", "Integers"),
    QT_TRANSLATE_NOOP("widgets::RegisterView", "Floats"),
    QT_TRANSLATE_NOOP("widgets::RegisterView", "Writable"),
    QT_TRANSLATE_NOOP("widgets::RegisterView", "Changed just now"),
};
static_assert(kForms.size() == RegisterFilter::kForms);

constexpr std::array kWidths{46, 190, 92, 52, 84, 80, 52, 52};

}  // namespace

RegisterView::RegisterView(std::vector<RegisterInfo> rows, QWidget* parent)
    : QWidget(parent),
      model_(new RegisterModel{std::move(rows), this}),
      filter_(new RegisterFilter{this}),
      search_(new QLineEdit{this}),
      form_(new QComboBox{this}),
      table_(new QTableView{this}),
      explanation_(new QTextBrowser{this}),
      message_(new QLabel{this}) {
    setObjectName(QStringLiteral("register_view"));
    filter_->setSourceModel(model_);
    table_->setObjectName(QStringLiteral("registers"));
    table_->setAccessibleName(tr("Registers"));
    table_->setModel(filter_);
    table_->setSortingEnabled(true);
    table_->sortByColumn(RegisterModel::kNumber, Qt::AscendingOrder);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    table_->setTabKeyNavigation(false);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 5);
    for (int c = 0; c < static_cast<int>(kWidths.size()); ++c)
        table_->setColumnWidth(c, kWidths[static_cast<std::size_t>(c)]);
    table_->horizontalHeader()->setStretchLastSection(true);
    offer_copying(*table_, QStringLiteral("registers"));
    explanation_->setObjectName(QStringLiteral("register_origin"));
    explanation_->setAccessibleName(tr("Where the number comes from"));
    explanation_->setOpenLinks(false);
    message_->setObjectName(QStringLiteral("register_message"));
    message_->setWordWrap(true);
    message_->setText(tr("Double-click or F2 on a value or raw number of an R/W row writes it"));
    make_filters();
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { Q_EMIT chosen_changed(chosen()); });
    connect(explanation_, &QTextBrowser::anchorClicked, this,
            [this](const QUrl& url) { choose(url.toString().toInt()); });
    setFocusProxy(search_);
}

void RegisterView::make_filters() {
    search_->setObjectName(QStringLiteral("register_search"));
    search_->setPlaceholderText(tr("Search: number, name, unit, description"));
    search_->setAccessibleName(tr("Search registers"));
    search_->setToolTip(tr("Words that must all occur in number, name, unit or description"));
    search_->setClearButtonEnabled(true);
    form_->setObjectName(QStringLiteral("register_form"));
    form_->setAccessibleName(tr("Which registers"));
    form_->setToolTip(
        tr("Most values exist twice: as scaled integers (001 on) and as 32-bit "
           "floating point twins (257 on)"));
    for (const char* form : kForms) form_->addItem(tr(form));
    connect(search_, &QLineEdit::textChanged, filter_, &RegisterFilter::search);
    connect(form_, &QComboBox::activated, filter_,
            [this](int i) { filter_->set_form(static_cast<RegisterFilter::Form>(i)); });
    auto* row = new QHBoxLayout;
    row->addWidget(search_, 1);
    row->addWidget(form_);
    auto* splitter = new QSplitter{Qt::Horizontal, this};
    splitter->addWidget(table_);
    splitter->addWidget(explanation_);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({620, 260});
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(4, 4, 4, 4);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(splitter, 1);
    column->addWidget(message_);
}

int RegisterView::chosen() const {
    const QModelIndex index = table_->currentIndex();
    return index.isValid() ? model_->info(filter_->mapToSource(index).row()).number : 0;
}

void RegisterView::choose(int number) {
    const int row = model_->row_of(number);
    if (row < 0) return;
    const QModelIndex index = filter_->mapFromSource(model_->index(row, RegisterModel::kValue));
    if (!index.isValid()) {
        search_->clear();
        form_->setCurrentIndex(0);
        filter_->set_form(RegisterFilter::all);
        return choose(number);
    }
    table_->setCurrentIndex(index);
    table_->scrollTo(index);
}

void RegisterView::explain(const QString& html) {
    if (html == explained_) return;
    explained_ = html;
    explanation_->setHtml(html);
}

void RegisterView::tell(const QString& text, bool refused) {
    message_->setText((refused ? QStringLiteral("\u26a0 ") : QString{}) + text);
    QPalette colours = palette();
    if (refused) colours.setColor(QPalette::WindowText, picture_colours(palette()).warning);
    message_->setPalette(colours);
}

}  // namespace widgets
