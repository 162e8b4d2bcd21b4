// Installation editor, speed control, readings and connection bar: what they show and what they
// say.
#include <gtest/gtest.h>

#include <QCheckBox>
#include <QClipboard>
#include <QDoubleSpinBox>
#include <QGuiApplication>
#include <QIcon>
#include <QImage>
#include <QLineEdit>
#include <QSlider>
#include <QToolButton>
#include <cmath>
#include <limits>
#include <vector>

#include "tests/widgets/support/application.h"
#include "widgets/connection/connection_bar.h"
#include "widgets/installation/installation_editor.h"
#include "widgets/meter_face/face_geometry.h"
#include "widgets/readings/readings_model.h"
#include "widgets/speed/speed_control.h"
#include "widgets/speed/speed_scale.h"

namespace widgets {
namespace {

constexpr InstallationSettings kHealthy{60,           {277, 277, 277}, {120, 120, 120},
                                        {30, 30, 30}, {0, -120, 120},  {}};
constexpr InstallationSettings kUneven{50,           {230, 231, 232}, {10, 20, 30},
                                       {-15, 0, 15}, {0, -120, 120},  {}};

class InstallationEditorTest : public test::WidgetTest {
 protected:
    InstallationEditorTest() {
        QObject::connect(&editor, &InstallationEditor::edited,
                         [this](const InstallationSettings& s) { edits.push_back(s); });
    }
    QDoubleSpinBox& box(const char* name) { return *editor.findChild<QDoubleSpinBox*>(name); }
    QCheckBox& balanced_box() { return *editor.findChild<QCheckBox*>("balanced"); }

    InstallationEditor editor;
    std::vector<InstallationSettings> edits;
};

TEST_F(InstallationEditorTest, ShowsWithoutSayingSo) {
    editor.show_settings(kHealthy);
    EXPECT_EQ(editor.settings(), kHealthy);
    editor.show_settings(kUneven);
    EXPECT_EQ(editor.settings(), kUneven);
    EXPECT_FALSE(balanced_box().isChecked()) << "uneven settings open the lock";
    EXPECT_TRUE(edits.empty());
}

TEST_F(InstallationEditorTest, BalancedPhasesFollowA) {
    editor.show_settings(kHealthy);
    EXPECT_FALSE(box("voltage_b").isEnabled());
    box("voltage_a").setValue(240);
    ASSERT_EQ(edits.size(), 1U);
    EXPECT_EQ(edits[0].voltage, (std::array<double, 3>{240, 240, 240}));
    EXPECT_EQ(edits[0].current, kHealthy.current);
}

TEST_F(InstallationEditorTest, UnbalancedPhasesAreTheirOwn) {
    editor.show_settings(kUneven);
    EXPECT_TRUE(box("angle_c").isEnabled());
    box("angle_c").setValue(-90);
    ASSERT_EQ(edits.size(), 1U);
    EXPECT_EQ(edits[0].angle, (std::array<double, 3>{-15, 0, -90}));
    balanced_box().setChecked(true);
    ASSERT_EQ(edits.size(), 2U);
    EXPECT_EQ(edits[1], balanced(edits[0]));
}

TEST_F(InstallationEditorTest, FieldsSayWhatTheyAre) {
    for (const QDoubleSpinBox* field : editor.findChildren<QDoubleSpinBox*>()) {
        EXPECT_FALSE(field->accessibleName().isEmpty()) << field->objectName().toStdString();
        EXPECT_FALSE(field->toolTip().isEmpty()) << field->objectName().toStdString();
        EXPECT_FALSE(field->suffix().isEmpty()) << field->objectName().toStdString();
    }
}

class SpeedControlTest : public test::WidgetTest {};

TEST_F(SpeedControlTest, SaysWhatAPersonDoesAndOnlyThat) {
    SpeedControl control;
    std::vector<double> speeds;
    std::vector<bool> pauses;
    std::vector<int> steps;
    QObject::connect(&control, &SpeedControl::speed_changed,
                     [&](double s) { speeds.push_back(s); });
    QObject::connect(&control, &SpeedControl::pause_requested,
                     [&](bool p) { pauses.push_back(p); });
    QObject::connect(&control, &SpeedControl::step_requested, [&](int n) { steps.push_back(n); });
    control.show_state(60, true, 3'725, 0);
    EXPECT_TRUE(speeds.empty() && pauses.empty());
    auto* slider = control.findChild<QSlider*>("speed");
    EXPECT_EQ(slider->value(), position_of(60));
    slider->setValue(slider->maximum());
    EXPECT_EQ(speeds, std::vector<double>{std::numeric_limits<double>::infinity()});
    control.findChild<QToolButton*>("pause")->click();
    EXPECT_EQ(pauses, std::vector<bool>{false}) << "it was paused";
    control.findChild<QToolButton*>("step")->click();
    EXPECT_EQ(steps, std::vector<int>{2'520});
}

// Whoever pauses; and Qt keeps the pictures of icons that are made anew.
TEST_F(SpeedControlTest, ItsIconTellsWhatAPressDoesAndIsMadeOnce) {
    SpeedControl control;
    auto* pause = control.findChild<QToolButton*>("pause");
    const QIcon icon = pause->icon();
    const auto shape = [&](QIcon::State state) {
        return icon.pixmap(24, QIcon::Normal, state).toImage();
    };
    EXPECT_NE(shape(QIcon::On), shape(QIcon::Off));
    pause->click();
    EXPECT_TRUE(pause->isChecked());
    for (const bool paused : {true, false, true}) control.show_state(1, paused, 0, 0);
    EXPECT_EQ(pause->icon().cacheKey(), icon.cacheKey());
}

TEST(SpeedScale, FindsTheNearestPosition) {
    for (std::size_t i = 0; i < kSpeeds.size(); ++i) {
        EXPECT_EQ(position_of(kSpeeds[i]), static_cast<int>(i));
    }
    EXPECT_EQ(kSpeeds[static_cast<std::size_t>(position_of(1.2))], 1.0);
    EXPECT_EQ(kSpeeds[static_cast<std::size_t>(position_of(1e9))], 1'000.0);
    EXPECT_EQ(speed_text(0.1), QStringLiteral("0.1\u00d7"));
    EXPECT_EQ(speed_text(std::numeric_limits<double>::infinity()), "max");
}

QString cell(const ReadingsModel& model, int row, int column) {
    return model.data(model.index(row, column), Qt::DisplayRole).toString();
}

TEST(ReadingsModel, ShowsErrorsWithTheirSign) {
    ReadingsModel model;
    model.show({{"V", "V", 277.277, 277.0, kNoValue, 2},
                {"P", "kW", 49.9, 50.0, 200.0, 3},
                {"same", "A", 1.0, 1.0, kNoValue, 1},
                {"missing", "V", kNoValue, kNoValue, kNoValue, 2},
                {"zero", "A", 0.001, 0.0, kNoValue, 3}});
    EXPECT_EQ(cell(model, 0, ReadingsModel::kMeasured), "277.28");
    EXPECT_EQ(cell(model, 0, ReadingsModel::kError), "+0.100");
    EXPECT_EQ(cell(model, 1, ReadingsModel::kError), QStringLiteral("\u22120.050"));
    EXPECT_EQ(cell(model, 2, ReadingsModel::kError), "0.000");
    EXPECT_EQ(cell(model, 3, ReadingsModel::kMeasured), QStringLiteral("\u2013"));
    EXPECT_EQ(cell(model, 4, ReadingsModel::kError), QStringLiteral("\u2013"));
}

class ConnectionBarTest : public test::WidgetTest {};

TEST_F(ConnectionBarTest, CopiesThePath) {
    ConnectionBar bar;
    bar.show_path("/dev/pts/7");
    QString copied;
    QObject::connect(&bar, &ConnectionBar::copied, [&](const QString& path) { copied = path; });
    bar.findChild<QToolButton*>("copy_path")->click();
    EXPECT_EQ(copied, "/dev/pts/7");
    EXPECT_EQ(QGuiApplication::clipboard()->text(), "/dev/pts/7");
    EXPECT_TRUE(bar.findChild<QLineEdit*>("path")->isReadOnly());
}

class FaceGeometryTest : public test::WidgetTest {};

TEST_F(FaceGeometryTest, PartsAreInsideTheBodyAndApart) {
    const FaceGeometry face;
    for (const QRectF& part : {face.glass, face.keys}) EXPECT_TRUE(face.front.contains(part));
    EXPECT_FALSE(face.glass.intersects(face.keys));
    EXPECT_TRUE(face.body.contains(face.front));
    for (std::size_t i = 0; i < face.groups.size(); ++i) {
        EXPECT_TRUE(face.body.contains(face.groups[i].frame)) << i;
        EXPECT_FALSE(face.front.intersects(face.groups[i].frame)) << i;
        for (std::size_t k = i + 1; k < face.groups.size(); ++k) {
            EXPECT_FALSE(face.groups[i].frame.intersects(face.groups[k].frame)) << i << ' ' << k;
        }
        for (const Terminal& terminal : face.groups[i].terminals) {
            const QPointF r{kTerminalRadius, kTerminalRadius};
            EXPECT_TRUE(
                face.groups[i].frame.contains(QRectF{terminal.centre - r, terminal.centre + r}));
        }
    }
}

TEST_F(FaceGeometryTest, ScalesAsOne) {
    const QRectF all{0, 0, kFaceWidth, kFaceHeight};
    EXPECT_EQ(place_on_face(all, {860, 1'000}), (QRectF{0, 80, 860, 840}));
}

}  // namespace
}  // namespace widgets
