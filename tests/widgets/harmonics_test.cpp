// Harmonics table, distortion, spectrum geometry.
#include <gtest/gtest.h>

#include <cmath>

#include "tests/widgets/support/application.h"
#include "widgets/installation/harmonics_editor.h"
#include "widgets/installation/harmonics_model.h"
#include "widgets/spectrum/spectrum_plot.h"

namespace widgets {
namespace {

TEST(Distortion, IsTheRootOfTheSumOfSquares) {
    const Distortion thd = distortion({{3, 3, 30, 0, 0}, {5, 4, 40, 0, 0}});
    EXPECT_DOUBLE_EQ(thd.voltage, 5);
    EXPECT_DOUBLE_EQ(thd.current, 50);
    EXPECT_EQ(distortion({}).voltage, 0);
    // Of single phases: the one with most.
    EXPECT_DOUBLE_EQ(distortion({{3, 3, 30, 0, 0, 1}, {5, 4, 20, 0, 0, 6}}).voltage, 4);
    EXPECT_DOUBLE_EQ(distortion({{3, 3, 30, 0, 0, 1}, {5, 4, 20, 0, 0, 6}}).current, 30);
}

class HarmonicsModelTest : public test::WidgetTest {
 protected:
    HarmonicsModelTest() {
        model.show({{5, 3, 40, 0, 180}, {3, 1, 10, 0, 0}});
        QObject::connect(&model, &HarmonicsModel::edited, [this] { ++edits; });
        QObject::connect(&model, &HarmonicsModel::refused,
                         [this](const QString& why) { refused = why; });
    }
    bool set(int row, int column, const QVariant& value) {
        return model.setData(model.index(row, column), value, Qt::EditRole);
    }
    HarmonicsModel model;
    int edits = 0;
    QString refused;
};

TEST_F(HarmonicsModelTest, OrdersAscend) {
    ASSERT_EQ(model.rowCount(), 2);
    EXPECT_EQ(model.harmonics()[0].order, 3);
    EXPECT_TRUE(set(0, HarmonicsModel::kOrder, 11));
    EXPECT_EQ(model.harmonics()[1].order, 11);
    EXPECT_EQ(edits, 1);
}

TEST_F(HarmonicsModelTest, RefusesWithTheReason) {
    struct Case {
        int column;
        const char* value;
        const char* says;
    };
    // clang-format off
    constexpr Case kCases[]{
        {HarmonicsModel::kOrder,   "5",    "there already"}, {HarmonicsModel::kOrder, "41", "2 to 40"},
        {HarmonicsModel::kOrder,   "1",    "2 to 40"},       {HarmonicsModel::kVoltage, "-1", "0 to 1000"},
        {HarmonicsModel::kCurrent, "much", "\"much\""},
    };
    // clang-format on
    for (const Case& c : kCases) {
        refused.clear();
        EXPECT_FALSE(set(0, c.column, QString::fromLatin1(c.value)));
        EXPECT_TRUE(refused.contains(QString::fromLatin1(c.says))) << refused.toStdString();
    }
    EXPECT_EQ(edits, 0);
}

TEST_F(HarmonicsModelTest, AddsFreeOrdersUntilThereAreNone) {
    model.show({});
    for (int i = 0; i < 39; ++i) model.add();
    EXPECT_EQ(model.rowCount(), 39);
    EXPECT_EQ(edits, 39);
    model.add();
    EXPECT_EQ(model.rowCount(), 39);
    EXPECT_FALSE(refused.isEmpty());
    model.remove({0, 38});
    EXPECT_EQ(model.rowCount(), 37);
    EXPECT_EQ(model.harmonics().front().order, 3);
}

class HarmonicsEditorTest : public test::WidgetTest {};

TEST_F(HarmonicsEditorTest, PreviewShowsWhatIsEdited) {
    HarmonicsEditor editor;
    editor.show_harmonics({{5, 3, 40, 0, 0}});
    const auto& series = editor.findChild<SpectrumPlot*>()->series();
    ASSERT_EQ(series.size(), 2U);
    EXPECT_EQ(series[0].percent[4], 3);
    EXPECT_EQ(series[1].percent[4], 40);
    EXPECT_EQ(series[1].thd, 40);
}

TEST(SpectrumGeometry, BarsAreSideBySideInOrder) {
    const SpectrumGeometry geometry{{800, 200}, 3, 10};
    double right = geometry.pane.left();
    for (int order = 2; order <= kSpectrumOrders; ++order) {
        for (int series = 0; series < 3; ++series) {
            const QRectF bar = geometry.bar(order, series, 5);
            EXPECT_GE(bar.left(), right - 1e-9);
            EXPECT_NEAR(bar.height(), geometry.pane.height() / 2, 1e-9);
            EXPECT_EQ(geometry.order_at(bar.center()), order);
            right = bar.right();
        }
    }
    EXPECT_LE(right, geometry.pane.right());
    EXPECT_EQ(geometry.bar(2, 0, 50).height(), geometry.pane.height()) << "cut off";
    EXPECT_EQ(geometry.bar(2, 0, std::nan("")).height(), 0);
    EXPECT_EQ(geometry.order_at({0, 0}), 0);
}

TEST(SpectrumGeometry, FullScaleIsRound) {
    const auto full = [](double most) {
        return full_percent({{QStringLiteral("IA"), 0, 1, {}, {100, most, 0.1}, 0}});
    };
    EXPECT_EQ(full(0.2), 1);
    EXPECT_EQ(full(3), 5);
    EXPECT_EQ(full(40), 50);
    EXPECT_EQ(full(140), 200);
}

}  // namespace
}  // namespace widgets
