// The register table: what is marked, found, edited.
#include <gtest/gtest.h>

#include <QComboBox>
#include <QLineEdit>
#include <QTableView>

#include "tests/widgets/support/application.h"
#include "widgets/copying/copying.h"
#include "widgets/registers/register_filter.h"
#include "widgets/registers/register_view.h"

namespace widgets {
namespace {

std::vector<RegisterInfo> infos() {
    return {{3, "kw_total", "kW", "UInt", "Total real power", false},
            {131, "ct_primary", "A", "UInt", "CT primary amps", true},
            {138, "scale_i", "exponent", "SInt", "Scale of currents", false},
            {261, "f_kw_total", "kW", "Float", "Total real power", false}};
}
std::vector<RegisterContent> contents(std::uint16_t kw) {
    return {{{kw}, QString::number(kw / 100.0)},
            {{400}, "400"},
            {{0xFFFE}, "-2"},
            {{0x42AC, 0xB857}, "86.36"}};
}

class RegisterViewTest : public test::WidgetTest {
 protected:
    RegisterViewTest() : view(infos()), model(view.model()) {
        table = view.findChild<QTableView*>("registers");
        search = view.findChild<QLineEdit*>("register_search");
        form = view.findChild<QComboBox*>("register_form");
        model.show(contents(8'636), 0);
    }
    QString cell(int row, int column) {
        return model.data(model.index(row, column), Qt::DisplayRole).toString();
    }
    void choose_form(int i) {
        form->setCurrentIndex(i);
        Q_EMIT form->activated(i);
    }
    RegisterView view;
    RegisterModel& model;
    QTableView* table = nullptr;
    QLineEdit* search = nullptr;
    QComboBox* form = nullptr;
};

TEST_F(RegisterViewTest, ShowsEveryForm) {
    EXPECT_EQ(cell(0, RegisterModel::kRaw), "8636");
    EXPECT_EQ(cell(0, RegisterModel::kHex), "21BC");
    EXPECT_EQ(cell(2, RegisterModel::kRaw), "-2") << "signed";
    EXPECT_EQ(cell(3, RegisterModel::kHex), "42AC B857");
    EXPECT_EQ(cell(3, RegisterModel::kRaw), "1118615639");
    EXPECT_EQ(cell(1, RegisterModel::kAccess), "R/W");
}

TEST_F(RegisterViewTest, MarksChangesAndLetsThemFade) {
    EXPECT_EQ(model.freshness(0), 0) << "the first content is no change";
    model.show(contents(8'700), 1'000);
    EXPECT_EQ(model.freshness(0), 1);
    EXPECT_EQ(model.freshness(1), 0);
    model.show(contents(8'700), 1'000 + RegisterModel::kFadeTime / 2);
    EXPECT_DOUBLE_EQ(model.freshness(0), 0.5);
    const QVariant mark = model.data(model.index(0, 0), Qt::BackgroundRole);
    EXPECT_EQ(mark.value<QColor>().alpha(), 75);
    model.show(contents(8'700), 1'000 + RegisterModel::kFadeTime);
    EXPECT_FALSE(model.data(model.index(0, 0), Qt::BackgroundRole).isValid());
}

TEST_F(RegisterViewTest, SearchWantsEveryWord) {
    struct Case {
        const char* text;
        int form, rows;
    };
    // clang-format off
    constexpr Case kCases[]{
        {"", RegisterFilter::all, 4},        {"kw", RegisterFilter::all, 2},
        {"TOTAL kw", RegisterFilter::floats, 1}, {"131", RegisterFilter::all, 1},
        {"", RegisterFilter::writable, 1},   {"", RegisterFilter::integers, 3},
        {"nothing", RegisterFilter::all, 0}, {"", RegisterFilter::changed, 0},
    };
    // clang-format on
    for (const Case& c : kCases) {
        search->setText(c.text);
        choose_form(c.form);
        EXPECT_EQ(table->model()->rowCount(), c.rows) << c.text;
    }
}

TEST_F(RegisterViewTest, OnlyWritableRowsCanBeEdited) {
    int number = 0;
    QString text;
    bool raw = false;
    QObject::connect(&model, &RegisterModel::write_requested,
                     [&](int n, const QString& t, bool r) { number = n, text = t, raw = r; });
    EXPECT_FALSE(model.setData(model.index(0, RegisterModel::kRaw), "1", Qt::EditRole));
    EXPECT_FALSE(model.setData(model.index(1, RegisterModel::kName), "x", Qt::EditRole));
    EXPECT_EQ(number, 0);
    EXPECT_TRUE(model.setData(model.index(1, RegisterModel::kRaw), "0x64", Qt::EditRole));
    EXPECT_EQ(number, 131);
    EXPECT_EQ(text, "0x64");
    EXPECT_TRUE(raw);
    EXPECT_EQ(cell(1, RegisterModel::kRaw), "400") << "the meter decides, not the table";
}

TEST_F(RegisterViewTest, ChoosingFindsRowsThatAreFilteredAway) {
    search->setText("scale");
    view.choose(261);
    EXPECT_EQ(view.chosen(), 261);
    EXPECT_TRUE(search->text().isEmpty());
}

TEST_F(RegisterViewTest, CopiesAsTextAndCsv) {
    choose_form(RegisterFilter::writable);
    EXPECT_EQ(table_csv(*table).section('\n', 1, 1), "131,ct_primary,400,A,400,0190,UInt,R/W");
    EXPECT_EQ(table_text(*table).section('\n', 1, 1).count('\t'), 7);
    EXPECT_EQ(csv_cell("a,b"), "\"a,b\"");
    EXPECT_EQ(csv_cell("say \"no\""), "\"say \"\"no\"\"\"");
    EXPECT_EQ(csv_cell("plain"), "plain");
}

}  // namespace
}  // namespace widgets
