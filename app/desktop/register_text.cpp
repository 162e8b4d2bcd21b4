#include "app/desktop/register_text.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "core/registers/codec.h"
#include "core/registers/rules.h"
#include "widgets/words/translated.h"

namespace desktop {

namespace {

using meter::Format;
using meter::RegisterRow;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(desktop::Registers)
};

constexpr int kCommandRegister = 129;

// Decimals of an integer row: its scale's exponent.
int decimals_of(const RegisterRow& row, const meter::Points& points) {
    if (row.scale == meter::Scale::none) return 0;
    return std::max(0, -meter::scale_exponent(row.scale, points.derived));
}

QString range_text(const RegisterRow& row) { return QString::fromLatin1(row.range); }

}  // namespace

QString description_of(const RegisterRow& row) {
    return widgets::translated(meter::kRegisterContext, row.description);
}

QString units_of(const RegisterRow& row) {
    return widgets::translated(meter::kRegisterContext, row.units);
}

std::vector<widgets::RegisterInfo> register_infos() {
    std::vector<widgets::RegisterInfo> out;
    for (const RegisterRow& row : meter::register_table())
        out.push_back({row.number, QString::fromLatin1(row.name), units_of(row),
                       QString::fromLatin1(meter::text(row.format)), description_of(row),
                       row.access == meter::Access::read_write});
    return out;
}

std::vector<widgets::RegisterContent> register_contents(const meter::Points& points) {
    std::vector<widgets::RegisterContent> out;
    for (const RegisterRow& row : meter::register_table()) {
        const meter::Words words = meter::encode(row, points);
        out.push_back({{words.begin(), words.begin() + row.count}, value_text(row, points)});
    }
    return out;
}

QString value_text(const RegisterRow& row, const meter::Points& points) {
    const meter::Words words = meter::encode(row, points);
    const std::span<const std::uint16_t> used{words.data(), row.count};
    if (row.format == Format::Word && row.scale == meter::Scale::none)
        return QStringLiteral("0x%1").arg(words[0], 4, 16, QLatin1Char{'0'});
    const meter::Physical physical = meter::decode(row, used, points.derived);
    if (!physical.valid) return QStringLiteral("\u2013");
    const double value = meter::to_real<double>(physical);
    if (row.format == Format::Float) return QString::number(value, 'g', 8);
    return QString::number(value, 'f', decimals_of(row, points));
}

std::variant<std::uint16_t, QString> parse_word(const RegisterRow& row, const QString& text,
                                                bool raw) {
    bool ok = false;
    if (raw || row.scale == meter::Scale::none) {
        const uint word = text.toUInt(&ok, text.startsWith(QLatin1String{"0x"}) ? 16 : 10);
        if (ok && word <= 0xffff) return static_cast<std::uint16_t>(word);
        return Words::tr("\"%1\" is no 16-bit number; allowed is %2, decimal or 0x\u2026")
            .arg(text, range_text(row));
    }
    const double value = text.toDouble(&ok);
    const double word = value / std::pow(10.0, meter::scale_exponent(row.scale, meter::Derived{}));
    if (ok && word >= 0 && word <= 0xffff) return static_cast<std::uint16_t>(std::lround(word));
    return Words::tr("\"%1\" is no value of this register; its range is %2 (raw)")
        .arg(text, range_text(row));
}

std::optional<QString> refusal(const RegisterRow& row, const meter::Config& config,
                               std::uint16_t word) {
    if (row.number == kCommandRegister) {
        const QStringList commands = range_text(row).split(QLatin1Char{';'});
        if (commands.contains(QString::number(word))) return std::nullopt;
        return Words::tr("%1 is no command; allowed is %2")
            .arg(word)
            .arg(commands.join(QStringLiteral(", ")));
    }
    meter::Config after;
    const meter::ConfigError error = meter::validate_write(config, row.number, word, after);
    if (error == meter::ConfigError::none) return std::nullopt;
    return widgets::translated(meter::kSettingContext, meter::describe(error));
}

}  // namespace desktop
