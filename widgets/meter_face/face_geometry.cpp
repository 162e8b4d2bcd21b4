#include "widgets/meter_face/face_geometry.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <array>

namespace widgets {

namespace {

constexpr double kPitch = 25.0;
constexpr double kGroupHeight = 34.0;

struct GroupRow {
    const char* title;  // translated when shown
    bool top;
    double left;
    std::array<const char*, 4> labels;
};
// clang-format off
constexpr std::array<GroupRow, 6> kGroups{{
    {QT_TRANSLATE_NOOP("widgets::MeterFace", "VOLTAGE"),       true,   36, {"A", "B", "C", "N"}},
    {QT_TRANSLATE_NOOP("widgets::MeterFace", "CONTROL POWER"), true,  326, {"1", "2"}},
    {QT_TRANSLATE_NOOP("widgets::MeterFace", "ROPE CT"),       false,  36, {"A", "B", "C"}},
    {QT_TRANSLATE_NOOP("widgets::MeterFace", "RS-485"),        false, 137, {"+", "\u2212", "S"}},
    {QT_TRANSLATE_NOOP("widgets::MeterFace", "ENERGY"),        false, 254, {"K", "Y"}},
    {QT_TRANSLATE_NOOP("widgets::MeterFace", "ALARM"),         false, 336, {"K", "Y"}},
}};
// clang-format on
constexpr double kTopRow = 12.0;
constexpr double kBottomRow = kFaceHeight - 12.0 - kGroupHeight;

TerminalGroup group_of(const GroupRow& row) {
    TerminalGroup group;
    group.title = QCoreApplication::translate("widgets::MeterFace", row.title);
    group.top = row.top;
    const double top = row.top ? kTopRow : kBottomRow;
    const double y = top + (row.top ? 12.0 : kGroupHeight - 12.0);
    int count = 0;
    for (const char* label : row.labels) {
        if (label == nullptr) continue;
        const double x = row.left + kPitch * (count + 0.5);
        group.terminals.push_back({{x, y}, QString::fromUtf8(label)});
        ++count;
    }
    group.frame = {row.left, top, kPitch * count, kGroupHeight};
    return group;
}

}  // namespace

FaceGeometry::FaceGeometry()
    : rail{0, 172, kFaceWidth, 70},
      body{14, 2, kFaceWidth - 28, kFaceHeight - 4},
      front{26, 66, kFaceWidth - 52, 272},
      glass{46, 78, 338, 198.8},
      keys{62, 286, 306, 40},
      name{36, 342, kFaceWidth - 72, 16},
      energy_lamp{258, 350},
      alarm_lamp{340, 350} {
    for (const GroupRow& row : kGroups) groups.push_back(group_of(row));
}

QRectF fit_face(const QSizeF& size) {
    const double scale = std::min(size.width() / kFaceWidth, size.height() / kFaceHeight);
    const QSizeF face{kFaceWidth * scale, kFaceHeight * scale};
    return {{(size.width() - face.width()) / 2, (size.height() - face.height()) / 2}, face};
}

QRectF place_on_face(const QRectF& part, const QSizeF& size) {
    const QRectF face = fit_face(size);
    const double scale = face.width() / kFaceWidth;
    return {face.topLeft() + part.topLeft() * scale, part.size() * scale};
}

}  // namespace widgets
