#include "widgets/lcd/lcd_geometry.h"

#include <QFont>
#include <QTransform>
#include <algorithm>

#include "widgets/lcd/icons.h"

namespace widgets {

namespace {

using meter::Annunciator;

constexpr double kSlant = -0.09;  // x per y: digits lean to the right

struct CellRow {
    double left, top, pitch, width, height, thickness;
    [[nodiscard]] QRectF cell(int i) const { return {left + i * pitch, top, width, height}; }
};
constexpr CellRow kLabelRow{22, 42, 40, 30, 46, 4.2};
constexpr CellRow kValueRow{50, 102, 47, 33, 62, 7.2};

struct Word {
    Annunciator annunciator;
    const char* text;
    double x, baseline;
    double height;  // of a capital letter
};
// clang-format off
constexpr std::array<Word, 18> kWords{{
    {Annunciator::phase_a,       "A",   18,  30, 13}, {Annunciator::phase_b, "B",   42,  30, 13},
    {Annunciator::phase_c,       "C",   66,  30, 13},
    {Annunciator::kilo,          "k",   16, 190, 11}, {Annunciator::mega,    "M",   29, 190, 11},
    {Annunciator::watt,          "W",   46, 190, 11}, {Annunciator::va,      "VA",  66, 190, 11},
    {Annunciator::var,           "VAR", 92, 190, 11}, {Annunciator::hour,    "h",  128, 190, 11},
    {Annunciator::volt,          "V",  146, 190, 11}, {Annunciator::ampere,  "A",  162, 190, 11},
    {Annunciator::hertz,         "Hz", 179, 190, 11}, {Annunciator::pf,      "PF", 203, 190, 11},
    {Annunciator::line_line,     "L-L", 228, 190, 11}, {Annunciator::line_neutral, "L-N", 256, 190, 11},
    {Annunciator::max,           "MAX", 286, 190, 11}, {Annunciator::demand, "D",  322, 190, 11},
    {Annunciator::percent,       "%",  318, 84, 11},
}};
struct Icon {
    Annunciator annunciator;
    QPainterPath (*outline)(double size);
    double x;
};
constexpr std::array<Icon, 4> kIcons{{
    {Annunciator::wrench, wrench_icon, 212}, {Annunciator::heart, heart_icon, 244},
    {Annunciator::pulse,  pulse_icon,  276}, {Annunciator::lock,  lock_icon,  308},
}};
// clang-format on
constexpr double kIconTop = 14;
constexpr double kIconSize = 17;

constexpr QRectF kMinus{20, 129.5, 18, 7.2};

QTransform slant_about(double y) {
    QTransform transform;
    transform.translate(0, y);
    transform.shear(kSlant, 0);
    transform.translate(0, -y);
    return transform;
}

// Letters as an outline whose capitals have the wanted height, so that no font size matters.
QPainterPath word_path(const Word& word) {
    QFont font{QStringLiteral("DejaVu Sans Condensed")};
    font.setStyleHint(QFont::SansSerif);
    font.setPixelSize(100);
    font.setBold(true);
    QPainterPath capital;
    capital.addText(0, 0, font, QStringLiteral("H"));
    QPainterPath text;
    text.addText(0, 0, font, QString::fromLatin1(word.text));
    const QRectF bounds = text.boundingRect();
    const double scale = word.height / std::max(capital.boundingRect().height(), 1.0);
    QTransform place;
    place.translate(word.x - bounds.left() * scale, word.baseline);
    place.scale(scale, scale);
    return place.map(text);
}

QPainterPath minus_path() {
    QPainterPath path;
    path.addRect(kMinus);
    return path;
}

}  // namespace

LcdGeometry::LcdGeometry() {
    const QTransform label_slant = slant_about(kLabelRow.top + kLabelRow.height);
    const QTransform value_slant = slant_about(kValueRow.top + kValueRow.height);
    for (int c = 0; c < meter::kLabelCells; ++c) {
        for (int s = 0; s < kLabelSegments; ++s) {
            label[static_cast<std::size_t>(c)][static_cast<std::size_t>(s)] =
                label_slant.map(label_segment_shape(s, kLabelRow.cell(c), kLabelRow.thickness));
        }
    }
    for (int c = 0; c < meter::kValueCells; ++c) {
        const QRectF cell = kValueRow.cell(c);
        for (int s = 0; s < kValueSegments; ++s) {
            value[static_cast<std::size_t>(c)][static_cast<std::size_t>(s)] =
                value_slant.map(value_segment_shape(s, cell, kValueRow.thickness));
        }
        const double size = kValueRow.thickness;
        point[static_cast<std::size_t>(c)] = {cell.right() + 3.4, cell.bottom() - size, size, size};
    }
    for (const Word& word : kWords) {
        annunciator[static_cast<std::size_t>(word.annunciator)] = word_path(word);
    }
    for (const Icon& icon : kIcons) {
        annunciator[static_cast<std::size_t>(icon.annunciator)] =
            icon.outline(kIconSize).translated(icon.x, kIconTop);
    }
    annunciator[static_cast<std::size_t>(Annunciator::minus)] = minus_path();
}

QRectF fit_glass(const QSizeF& size) {
    const double scale = std::min(size.width() / kGlassWidth, size.height() / kGlassHeight);
    const QSizeF glass{kGlassWidth * scale, kGlassHeight * scale};
    return {{(size.width() - glass.width()) / 2, (size.height() - glass.height()) / 2}, glass};
}

}  // namespace widgets
