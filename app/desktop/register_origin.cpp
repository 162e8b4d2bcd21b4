#include "app/desktop/register_origin.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

#include "app/desktop/formula_table.h"
#include "app/desktop/register_text.h"
#include "app/desktop/setup_items.h"
#include "core/panel/screens.h"
#include "core/registers/codec.h"
#include "core/state.h"

namespace desktop {

namespace {

using meter::Points;
using meter::RegisterRow;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(desktop::Formulas)
};

// Changes the n-th scalar of Points by a lot, so that its register and its screen show it.
class Changer {
 public:
    explicit Changer(int wanted) : wanted_(wanted) {}
    template <meter::state::Scalar T>
    void scalar(const char* /*name*/, T& field) {
        if (count_++ != wanted_) return;
        if constexpr (std::same_as<T, bool>) {
            field = !field;
        } else if constexpr (std::is_enum_v<T>) {
            // settings of the line: no register shows them
        } else {
            field = static_cast<T>(field + (field == 0 ? 7 : field));
        }
    }
    [[nodiscard]] int count() const { return count_; }

 private:
    int wanted_;
    int count_ = 0;
};

int change(Points& points, int field) {
    Changer changer{field};
    meter::walk_state(points, changer);
    return changer.count();
}

// Points with everything in it: no zero, all alike but for the sign.
Points full_points(const Points& like) {
    Points points;
    points.config = like.config;
    points.derived = like.derived;
    auto& r = points.readings;
    r.voltage_ln_uv.fill(230'000'000);
    r.voltage_ll_uv.fill(400'000'000);
    r.current_ua.fill(12'000'000);
    r.power.fill({2'000'000'000, 1'000'000'000, 2'300'000'000, 400'000'000});
    r.total = {6'000'000'000, 3'000'000'000, 6'900'000'000, 400'000'000};
    r.voltage_ll_average_uv = 400'000'000;
    r.voltage_ln_average_uv = 230'000'000;
    r.current_average_ua = 12'000'000;
    r.frequency_uhz = 30'000'000;
    points.energies.real = points.energies.reactive = points.energies.apparent = {900'000, 0};
    points.energies.real_phase.fill({900'000, 0});
    points.demand_present = points.demand_maximum = {6'000'000'000, 3'000'000'000, 6'900'000'000};
    points.pulse_count = {77, 88};
    return points;
}

bool is_setting(const RegisterRow& row) {
    const FormulaRow* formula = find_formula(row.get);
    return formula != nullptr && formula->behind == Behind::settings;
}

bool depends(const RegisterRow& row, const Points& before, const Points& after) {
    const meter::Value a = row.get(before), b = row.get(after);
    return !(a == b);
}

QString label_of(const meter::Lcd& lcd) {
    std::array<char, meter::kLcdTextSize> out{};
    const std::size_t size = meter::lcd_text(lcd, out);
    const QString text = QString::fromLatin1(out.data(), static_cast<qsizetype>(size));
    QString phases = text.section(QLatin1Char{'|'}, 0, 0).trimmed();
    phases.remove(QLatin1Char{'.'});
    return QStringLiteral("%1 %2")
        .arg(phases, text.section(QLatin1Char{'|'}, 1, 1).trimmed())
        .trimmed();
}

constexpr std::array kRowNames{
    QT_TRANSLATE_NOOP("desktop::Formulas", "totals"),
    QT_TRANSLATE_NOOP("desktop::Formulas", "power"),
    QT_TRANSLATE_NOOP("desktop::Formulas", "demand"),
    QT_TRANSLATE_NOOP("desktop::Formulas", "volts and amps"),
    QT_TRANSLATE_NOOP("desktop::Formulas", "phase A"),
    QT_TRANSLATE_NOOP("desktop::Formulas", "phase B"),
    QT_TRANSLATE_NOOP("desktop::Formulas", "phase C"),
    QT_TRANSLATE_NOOP("desktop::Formulas", "alerts"),
    QT_TRANSLATE_NOOP("desktop::Formulas", "information"),
    QT_TRANSLATE_NOOP("desktop::Formulas", "reset"),
    QT_TRANSLATE_NOOP("desktop::Formulas", "setup"),
};

void add_screens(const Points& before, const Points& after, QStringList& out) {
    for (int r = 0; r < meter::kRows; ++r) {
        const auto row = static_cast<meter::Row>(r);
        const int count = std::max(meter::screens_in(row, before), meter::screens_in(row, after));
        for (int d = 0; d < count; ++d) {
            const meter::Cursor cursor{row, static_cast<std::uint8_t>(d)};
            if (meter::draw_screen(cursor, before) == meter::draw_screen(cursor, after)) continue;
            const QString screen = Words::tr("%1 (row %2, screen %3)")
                                       .arg(label_of(meter::draw_screen(cursor, after)),
                                            Words::tr(kRowNames[static_cast<std::size_t>(r)]))
                                       .arg(d + 1);
            if (!out.contains(screen)) out.append(screen);
        }
    }
}

// Fields before this one are config and derived (points.h).
int first_reading() {
    Points points;
    Changer config{-1}, derived{-1};
    meter::walk_state(points.config, config);
    meter::walk_state(points.derived, derived);
    return config.count() + derived.count();
}

void find_dependents(const RegisterRow& row, const Points& points, Origin& out) {
    const Points before = full_points(points);
    Points counted = before;
    const int fields = change(counted, -1);
    for (int field = first_reading(); field < fields; ++field) {
        Points after = before;
        change(after, field);
        if (depends(row, before, after)) add_screens(before, after, out.screens);
    }
    for (int field = 0; field < first_reading() && is_setting(row); ++field) {
        Points after = before;
        change(after, field);
        if (depends(row, before, after)) out.screens += setup_items_showing(before, after);
    }
}

}  // namespace

Origin origin_of(const RegisterRow& row, const Points& points) {
    Origin out;
    if (const FormulaRow* formula = find_formula(row.get)) {
        const QString which = QString::fromLatin1(formula->which);
        out.formula = Words::tr(formula->formula).replace(QStringLiteral("%1"), which);
        out.inputs = Words::tr(formula->inputs).replace(QStringLiteral("%1"), which);
        out.samples = Words::tr(text_of(formula->behind));
    }
    for (const RegisterRow& other : meter::register_table())
        if (other.get == row.get && other.number != row.number && row.get(points).valid)
            out.same_value.push_back(other.number);
    find_dependents(row, points, out);
    return out;
}

QString origin_html(const RegisterRow& row, const Origin& origin, const QString& value) {
    QStringList twins;
    for (const int number : origin.same_value)
        twins.append(QStringLiteral("<a href=\"%1\">%1</a>").arg(number));
    const auto part = [](const QString& head, const QString& text) {
        return text.isEmpty() ? QString{}
                              : QStringLiteral("<p><b>%1</b><br>%2</p>").arg(head, text);
    };
    return QStringLiteral("<h4>%1 %2 = %3 %4</h4><p>%5</p>")
               .arg(row.number)
               .arg(QString::fromLatin1(row.name), value.toHtmlEscaped(), units_of(row),
                    description_of(row)) +
           part(Words::tr("Formula"), origin.formula.toHtmlEscaped()) +
           part(Words::tr("Inputs"), origin.inputs.toHtmlEscaped()) +
           part(Words::tr("Samples"), origin.samples.toHtmlEscaped()) +
           part(Words::tr("On the glass"), origin.screens.isEmpty()
                                               ? Words::tr("on no screen")
                                               : origin.screens.join(QStringLiteral("<br>"))) +
           part(Words::tr("Same value in"), twins.join(QStringLiteral(", "))) +
           part(Words::tr("Range"), QString::fromLatin1(row.range).toHtmlEscaped()) +
           part(Words::tr("Source of the row"), QString::fromUtf8(row.source).toHtmlEscaped());
}

}  // namespace desktop
