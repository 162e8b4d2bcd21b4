// What translators are given of the tables below the window is what is in these tables.
//
// After a change of a table: cmake --build build/dev --target table-texts, then
// update-translations.
#include <gtest/gtest.h>

#include <QFile>
#include <QTranslator>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/bench/phrases.h"
#include "app/desktop/table_texts.h"
#include "app/line/phrases.h"
#include "app/poll/phrases.h"
#include "app/ports/phrases.h"
#include "core/modbus/exception_names.h"
#include "core/registers/rules.h"
#include "core/registers/table.h"
#include "signals/capture/phrases.h"
#include "signals/scenario/phrases.h"
#include "signals/scenario/system_text.h"
#include "signals/scenario/toml_words.h"

namespace desktop {
namespace {

using Entry = std::pair<std::string, std::string>;  // context, text

// In the order of the tables, each once.
class Entries {
 public:
    void add(const char* context, const char* text) {
        if (*text != '\0' && seen_.emplace(context, text).second) all_.emplace_back(context, text);
    }
    void add(const char* context, const std::vector<const char*>& texts) {
        for (const char* text : texts) add(context, text);
    }
    [[nodiscard]] const std::vector<Entry>& all() const { return all_; }

 private:
    std::set<Entry> seen_;
    std::vector<Entry> all_;
};

std::vector<Entry> entries_of_tables() {
    Entries out;
    for (const meter::RegisterRow& row : meter::register_table())
        out.add(meter::kRegisterContext, {row.description, row.units});
    for (auto error = meter::ConfigError::not_a_setting; error <= meter::ConfigError::line_parity;
         error = static_cast<meter::ConfigError>(static_cast<int>(error) + 1))
        out.add(meter::kSettingContext, meter::describe(error));
    out.add(signals::kScenarioContext, signals::scenario_texts());
    out.add(signals::kTomlContext, signals::toml_texts());
    out.add(signals::kSystemContext, signals::system_texts());
    out.add("Capture", signals::texts_of(signals::kCapture));
    out.add("Ports", signals::texts_of(ports::kPort));
    out.add("Bench", signals::texts_of(bench::kBench));
    for (const auto& exception : meter::modbus::kExceptionNames)
        out.add(meter::modbus::kExceptionContext, exception.name);
    out.add(line::kLogContext, line::log_texts());
    out.add(polling::kPollContext, polling::poll_texts());
    return out.all();
}

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + '"';
}

std::string header_of(const std::vector<Entry>& entries) {
    std::string out =
        "// The texts of the tables below the window, for lupdate; they are shown by\n"
        "// widgets/words/translated.h. Made from the tables, which a test holds it to:\n"
        "// cmake --build build/dev --target table-texts\n"
        "#pragma once\n\n#include <QCoreApplication>\n\nnamespace desktop {\n\n"
        "struct TableText {\n    const char* context;  // name of the table\n"
        "    const char* text;\n};\n\n// clang-format off\n"
        "inline constexpr TableText kTableTexts[] = {\n";
    for (const auto& [context, text] : entries)
        out += "    {" + quoted(context) + ", QT_TRANSLATE_NOOP(" + quoted(context) + ", " +
               quoted(text) + ")},\n";
    return out + "};\n// clang-format on\n\n}  // namespace desktop\n";
}

// {fmt}'s places: which argument, in which format; "2:g".
std::multiset<std::string> places_of(const std::string& text) {
    std::multiset<std::string> out;
    int next = 0;
    for (std::size_t at = text.find('{'); at != std::string::npos; at = text.find('{', at)) {
        if (text.compare(at, 2, "{{") == 0) {
            at += 2;
            continue;
        }
        const std::size_t end = text.find('}', at);
        std::string place = text.substr(at + 1, end - at - 1);
        if (place.empty() || place.front() == ':') place = std::to_string(next++) + place;
        out.insert(place);
        at = end;
    }
    return out;
}

TEST(WindowTables, TranslationsHaveThePlacesOfTheirTexts) {
    QTranslator german;
    ASSERT_TRUE(german.load(QStringLiteral("metertwin_de"), QStringLiteral(":/translations")));
    for (const TableText& each : kTableTexts) {
        const std::string text = german.translate(each.context, each.text).toStdString();
        EXPECT_FALSE(text.empty()) << each.context << ": " << each.text;
        if (std::string_view{each.context} == "Registers") continue;  // no places, any brace
        EXPECT_EQ(places_of(text), places_of(each.text)) << each.text << '\n' << text;
    }
}

TEST(WindowTables, TranslatorsAreGivenWhatIsInThem) {
    const std::vector<Entry> wanted = entries_of_tables();
    EXPECT_GT(wanted.size(), 200U);
    if (!qEnvironmentVariableIsEmpty("METERTWIN_UPDATE_TEXTS")) {
        QFile file{QStringLiteral(METERTWIN_SOURCE_DIR "/app/desktop/table_texts.h")};
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(header_of(wanted)));
        return;
    }
    std::vector<Entry> there;
    for (const TableText& each : kTableTexts) there.emplace_back(each.context, each.text);
    EXPECT_EQ(there, wanted) << "cmake --build build/dev --target table-texts";
}

}  // namespace
}  // namespace desktop
