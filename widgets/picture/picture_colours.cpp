#include "widgets/picture/picture_colours.h"

namespace widgets {

namespace {

constexpr QColor rgb(int value) { return {value >> 16, value >> 8 & 0xff, value & 0xff}; }

// clang-format off
constexpr PictureColours kDark{
    rgb(0x10161f), rgb(0x0b1017), rgb(0x2a3544), rgb(0x5b6b80), rgb(0xdbe3ec), rgb(0x93a1b2),
    rgb(0xf0e442), rgb(0xff8a5c),
    {rgb(0xffb41f), rgb(0x56b4e9), rgb(0xf0f0e8), rgb(0xcc79a7)}};  // orange sky white purple
constexpr PictureColours kLight{
    rgb(0xf4f5f7), rgb(0xffffff), rgb(0xdde2e8), rgb(0x8a96a3), rgb(0x1c242d), rgb(0x5a6673),
    rgb(0x7a4fd0), rgb(0xb23a00),
    {rgb(0xc25a00), rgb(0x0072b2), rgb(0x1d2329), rgb(0x9c3f73)}};  // vermilion blue black purple
// clang-format on

}  // namespace

bool is_dark(const QPalette& palette) {
    return palette.color(QPalette::Window).lightness() <
           palette.color(QPalette::WindowText).lightness();
}

const PictureColours& picture_colours(const QPalette& palette) {
    return is_dark(palette) ? kDark : kLight;
}

QPen phase_pen(const PictureColours& colours, int phase, double width) {
    QPen pen{colours.phase[static_cast<std::size_t>(phase)], width};
    if (phase == 1) pen.setDashPattern({7, 2.5});
    if (phase == 2) pen.setDashPattern({2.5, 2});
    if (phase == 3) pen.setDashPattern({7, 2, 1.5, 2});
    pen.setCapStyle(Qt::FlatCap);
    return pen;
}

QChar phase_letter(int phase) { return QLatin1String{"ABCN"}[phase]; }

}  // namespace widgets
