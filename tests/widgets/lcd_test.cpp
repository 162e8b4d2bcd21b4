// The drawn glass: everything has its own place, and what is lit in the bitmap is lit in the
// picture.
#include <gtest/gtest.h>

#include <QImage>
#include <string_view>
#include <vector>

#include "tests/widgets/support/application.h"
#include "widgets/lcd/lcd_geometry.h"
#include "widgets/lcd/lcd_widget.h"

namespace widgets {
namespace {

class LcdTest : public test::WidgetTest {};

meter::Lcd glass(std::string_view text) {
    meter::Lcd lcd{};
    EXPECT_TRUE(meter::lcd_parse({text.data(), text.size()}, lcd)) << text;
    return lcd;
}

QPainterPath outline(const QPolygonF& polygon) {
    QPainterPath path;
    path.addPolygon(polygon);
    path.closeSubpath();
    return path;
}

// Every lit part of the glass with its bit.
struct Part {
    QPainterPath path;
    meter::Lcd alone{};
};

std::vector<Part> parts_of(const LcdGeometry& geometry) {
    std::vector<Part> parts;
    for (std::size_t c = 0; c < geometry.label.size(); ++c) {
        for (std::size_t s = 0; s < geometry.label[c].size(); ++s) {
            parts.push_back({outline(geometry.label[c][s])});
            parts.back().alone.label[c] = static_cast<std::uint16_t>(1U << s);
        }
    }
    for (std::size_t c = 0; c < geometry.value.size(); ++c) {
        for (std::size_t s = 0; s < geometry.value[c].size(); ++s) {
            parts.push_back({outline(geometry.value[c][s])});
            parts.back().alone.value[c] = static_cast<std::uint8_t>(1U << s);
        }
        QPainterPath point;
        point.addEllipse(geometry.point[c]);
        parts.push_back({point});
        parts.back().alone.points = static_cast<std::uint8_t>(1U << c);
    }
    for (std::size_t a = 0; a < geometry.annunciator.size(); ++a) {
        parts.push_back({geometry.annunciator[a]});
        parts.back().alone.set(static_cast<meter::Annunciator>(a));
    }
    return parts;
}

TEST_F(LcdTest, EverySegmentIsOnTheGlassAndTouchesNoOther) {
    const std::vector<Part> parts = parts_of(LcdGeometry{});
    ASSERT_EQ(parts.size(), 5U * 14 + 6 * 7 + 6 + 23);
    const QRectF glass{0, 0, kGlassWidth, kGlassHeight};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        EXPECT_FALSE(parts[i].path.isEmpty()) << i;
        EXPECT_TRUE(glass.contains(parts[i].path.boundingRect())) << i;
        for (std::size_t k = i + 1; k < parts.size(); ++k) {
            if (!parts[i].path.boundingRect().intersects(parts[k].path.boundingRect())) continue;
            EXPECT_FALSE(parts[i].path.intersects(parts[k].path)) << i << " touches " << k;
        }
    }
}

int brightness(const QImage& image, const QPointF& at) { return qGray(image.pixel(at.toPoint())); }

// A point well inside a shape: the middle of a filled run on the line through its bounds' centre.
QPointF inside(const QPainterPath& path) {
    const QRectF bounds = path.boundingRect();
    for (double y = bounds.center().y(); y < bounds.bottom(); y += 0.5) {
        for (double x = bounds.left(); x < bounds.right(); x += 0.5) {
            const QRectF dot{x - 0.5, y - 0.5, 1, 1};
            if (path.contains(dot)) return dot.center();
        }
    }
    return bounds.center();
}

TEST_F(LcdTest, LightsExactlyWhatTheBitmapSays) {
    constexpr int kScale = 2;
    LcdWidget widget;
    widget.resize(static_cast<int>(kGlassWidth) * kScale, static_cast<int>(kGlassHeight) * kScale);
    widget.show_lcd({});
    const QImage dark = widget.grab().toImage();
    for (const Part& part : parts_of(LcdGeometry{})) {
        widget.show_lcd(part.alone);
        const QImage image = widget.grab().toImage();
        const QPointF at = inside(part.path) * kScale;
        EXPECT_GT(brightness(image, at), brightness(dark, at) + 60) << widget.text().toStdString();
        EXPECT_GT(brightness(dark, at), 0);
        int changed = 0;
        const QRect own = QRectF{part.path.boundingRect().topLeft() * kScale,
                                 part.path.boundingRect().size() * kScale}
                              .toAlignedRect()
                              .adjusted(-3, -3, 3, 3);
        for (int y = 0; y < image.height(); y += 3) {
            for (int x = 0; x < image.width(); x += 3) {
                if (!own.contains(x, y) && image.pixel(x, y) != dark.pixel(x, y)) ++changed;
            }
        }
        EXPECT_EQ(changed, 0) << "lights something else: " << widget.text().toStdString();
    }
}

TEST_F(LcdTest, TextFormIsTheAccessibleDescription) {
    LcdWidget widget;
    widget.show_lcd(glass("A.. heart|V AN | 277.01|V L-N"));
    EXPECT_EQ(widget.text(), "A.. heart|V AN | 277.01|V L-N");
    EXPECT_EQ(widget.accessibleDescription(), widget.text());
    EXPECT_FALSE(widget.accessibleName().isEmpty());
}

// A segment stands out from the glass in every look, and an unlit one can be hidden.
TEST_F(LcdTest, CanBeReadInEveryLook) {
    for (const bool backlight : {true, false}) {
        for (const auto contrast : {LcdLook::low, LcdLook::normal, LcdLook::high}) {
            const LcdColours colours = lcd_colours({backlight, true, contrast});
            EXPECT_GT(colours.lit.lightness(), colours.centre.lightness() + 80);
            EXPECT_LT(colours.ghost.alpha(), 40);
        }
    }
    LcdWidget widget;
    widget.resize(680, 400);
    const QImage ghosts = widget.grab().toImage();
    widget.set_look({true, false, LcdLook::normal});
    const QImage none = widget.grab().toImage();
    const QPointF at = inside(parts_of(LcdGeometry{}).front().path) * 2;
    EXPECT_GT(brightness(ghosts, at), brightness(none, at));
}

TEST(FitGlass, KeepsTheShapeAndCentres) {
    EXPECT_EQ(fit_glass({680, 400}), (QRectF{0, 0, 680, 400}));
    EXPECT_EQ(fit_glass({680, 600}), (QRectF{0, 100, 680, 400}));
    EXPECT_EQ(fit_glass({440, 200}), (QRectF{50, 0, 340, 200}));
}

}  // namespace
}  // namespace widgets
