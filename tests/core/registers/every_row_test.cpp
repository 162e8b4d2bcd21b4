// Every row of the specification's register list on the line of a running meter: a test case each.
// Expected values are closed forms of the installation on the terminals.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>
#include <string>
#include <vector>

#include "tests/core/registers/spec_csv.h"
#include "tests/core/support/line_master.h"
#include "tests/core/support/meter_rig.h"

namespace meter {
namespace {

using modbus::Bytes;
using test::read_request;
using test::write_request;

constexpr const char* kSpec = METERTWIN_SHARED_DIR "/spec/registers.csv";
constexpr const char* kMissing = "registers_csv_is_missing";

// The columns of registers.csv that the tests look at.
struct Row {
    int number = 0;
    int count = 0;
    std::string name, access, format, scale;
    bool available = false;

    [[nodiscard]] bool is_float() const { return format == "Float"; }
    [[nodiscard]] std::string twin() const { return is_float() ? name.substr(2) : name; }
};

void PrintTo(const Row& row, std::ostream* os) { *os << row.name; }

std::vector<Row> rows(bool floats_only = false) {
    std::vector<Row> out;
    const auto lines = spec::read_csv(kSpec);
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const spec::Row& l = lines[i];
        out.push_back({std::stoi(l[0]), std::stoi(l[1]), l[2], l[3], l[5], l[7], l[10] != "no"});
    }
    if (floats_only) std::erase_if(out, [](const Row& row) { return !row.is_float(); });
    if (out.empty()) out.push_back({0, 0, kMissing, "", "", "", false});
    return out;
}

struct Expected {
    double value;
    double tolerance;  // relative; what is 0 has none
};

constexpr double kVolts = 277, kAmperes = 80, kSeconds = 21.5;
const double kKva = kVolts * kAmperes / 1e3;
const double kKw = kKva * std::cos(test::radians(30));
const double kKvar = kKva * std::sin(test::radians(30));
constexpr double kSteady = 2e-3;   // the chain's own errors (metrology.md 6)
constexpr double kSettling = 0.1;  // what has summed up since power-up, when the filters settled

std::map<std::string, Expected> measured() {
    std::map<std::string, Expected> m;
    const double hours = kSeconds / 3600;
    for (const std::string phase : {"a", "b", "c"}) {
        m["kw_" + phase] = {kKw, kSteady};
        m["kvar_" + phase] = {kKvar, kSteady};
        m["kva_" + phase] = {kKva, kSteady};
        m["pf_" + phase] = {kKw / kKva, kSteady};
        m["i_" + phase] = {kAmperes, kSteady};
        m["v_" + phase + "n"] = {kVolts, kSteady};
        m["real_energy_" + phase + "_kwh"] = {kKw * hours, kSettling};
    }
    for (const char* pair : {"v_ab", "v_bc", "v_ac", "v_ll_avg"})
        m[pair] = {kVolts * std::sqrt(3.0), kSteady};
    m["v_ln_avg"] = {kVolts, kSteady};
    m["i_avg"] = {kAmperes, kSteady};
    m["frequency"] = {60, 1e-4};
    m["pf_total"] = {kKw / kKva, kSteady};
    for (const std::string twice : {"real_energy_kwh", "real_energy_kwh_dup"})
        m[twice] = {3 * kKw * hours, kSettling};
    m["apparent_energy_kvah"] = m["kvah"] = {3 * kKva * hours, kSettling};
    m["reactive_energy_kvarh"] = m["kvarh"] = {3 * kKvar * hours, kSettling};
    m["pulse_counter_1"] = {3e3 * kKw * hours / 10, kSettling};
    m["pulse_counter_2"] = {3e3 * kKvar * hours / 10, kSettling};
    const auto total = [&m](const std::string& unit, double phase) {
        m[unit + "_total"] = m[unit + "_demand"] = {3 * phase, kSteady};
        m[unit + "_max_demand"] = {3 * phase, kSettling};
    };
    total("kw", kKw);
    total("kvar", kKvar);
    total("kva", kKva);
    return m;
}

// meter.md 3.3 and 3.4 for the settings of the rig: CT 100 A, 480 V, 10 Wh a pulse.
std::map<std::string, Expected> settings() {
    return {{"command", {0, 0}},
            {"system_type", {40, 0}},
            {"ct_primary", {100, 0}},
            {"pt_ratio", {1.00, 0}},
            {"system_voltage", {480, 0}},
            {"theoretical_max_power", {480 * 100 * std::sqrt(3.0) / 1e3, 1e-3}},
            {"reserved_136", {0, 0}},
            {"display_units", {1, 0}},
            {"scale_i", {-2, 0}},
            {"scale_v", {-1, 0}},
            {"scale_w", {-2, 0}},
            {"scale_e", {-3, 0}},
            {"phase_loss_v_threshold", {10, 0}},
            {"phase_loss_imbalance", {25, 0}},
            {"wh_per_pulse", {10, 0}},
            {"pulse_duration", {100, 0}},
            {"alert_bitmap", {0, 0}},
            {"energy_reset_count", {0, 0}},
            {"reserved_148", {0, 0}},
            {"demand_subintervals", {1, 0}},
            {"demand_subinterval_length", {10, 0}},
            {"reserved_151", {0, 0}},
            {"power_up_count", {1, 0}},
            {"output_config", {0, 0}},
            {"reserved_154", {0, 0}},
            {"fw_os_version", {1.037, 0}},
            {"fw_rs_version", {1.001, 0}}};
}

class EveryRow : public testing::TestWithParam<Row> {
 protected:
    void SetUp() override {
        if (GetParam().name == kMissing) GTEST_SKIP() << "not there: " << kSpec;
    }
    static Config config() {
        Config c = test::settings();
        c.demand_subintervals = 1;
        return c;
    }
    Bytes ask(const Bytes& pdu) { return master.ask(pdu); }
    // Words from `number`; empty when refused.
    std::vector<int> read(int number, int count, std::uint8_t function = 3) {
        const Bytes answer = ask(read_request(number, count, function));
        std::vector<int> words;
        for (std::size_t at = 2; answer[0] < 0x80 && at < answer.size(); at += 2)
            words.push_back(answer[at] << 8 | answer[at + 1]);
        return words;
    }
    double scale(const std::string& column) {
        const std::map<std::string, int> letters{{"I", 138}, {"V", 139}, {"W", 140}, {"E", 141}};
        if (column.empty()) return 1;
        if (!letters.contains(column)) return std::stod(column);
        return std::pow(10.0, static_cast<std::int16_t>(read(letters.at(column), 1).at(0)));
    }
    // By the book (meter.md 3.1). NaN: not valid.
    double physical(const Row& row, const std::vector<int>& words) {
        const auto wide = static_cast<std::uint32_t>(words[0] << 16 | words.back());
        float single = 0;
        std::memcpy(&single, &wide, sizeof single);
        if (row.is_float()) return static_cast<double>(single);
        if (words[0] == 0x8000) return std::nan("");
        if (row.format == "SInt") return static_cast<std::int16_t>(words[0]);
        return scale(row.scale) * (row.count == 2 ? wide : static_cast<std::uint32_t>(words[0]));
    }

    test::MeterRig rig{test::wye(), config()};
    test::LineMaster master{rig.meter, rig.board};
};

TEST_P(EveryRow, IsRead) {
    const Row& row = GetParam();
    if (!row.available) {
        for (int n = row.number; n < row.number + row.count; ++n)
            ASSERT_EQ(ask(read_request(n, 1)), (Bytes{0x83, 2})) << n;
        return;
    }
    rig.run_seconds(kSeconds);
    const std::vector<int> words = read(row.number, row.count);
    ASSERT_EQ(words.size(), static_cast<std::size_t>(row.count));
    EXPECT_EQ(read(row.number, row.count, 4), words) << "03 and 04 are the same table";
    for (int half = 0; half < row.count; ++half)
        EXPECT_EQ(read(row.number + half, 1), std::vector{words[static_cast<std::size_t>(half)]});

    auto all = measured();
    all.merge(settings());
    const auto wanted = all.find(row.twin());
    const double value = physical(row, words);
    if (wanted == all.end()) {
        EXPECT_TRUE(row.twin() == "reserved_25" || row.twin() == "reserved" ||
                    row.name == "ct_secondary");
        EXPECT_TRUE(std::isnan(value)) << value;
        return;
    }
    const bool counts = row.format == "ULong" || row.twin().starts_with("pulse_counter");
    const double count = row.is_float() ? (counts ? 1 : 0) : counts ? scale(row.scale) : 0;
    const double half_count = row.is_float() || row.format == "SInt" ? 0 : scale(row.scale) / 2;
    const Expected& e = wanted->second;
    EXPECT_NEAR(value, e.value, e.tolerance * e.value + count + half_count);
}

class FloatRow : public EveryRow {};

// Integer and float form of one point differ by the rounding of the integer only.
TEST_P(FloatRow, SaysTheSameAsItsTwin) {
    const Row& row = GetParam();
    const std::map<std::string, std::string> other_names{{"real_energy_kwh_dup", "real_energy_kwh"},
                                                         {"reserved", "reserved_25"},
                                                         {"kvah", "apparent_energy_kvah"},
                                                         {"kvarh", "reactive_energy_kvarh"}};
    const auto other = other_names.find(row.twin());
    const std::string name = other == other_names.end() ? row.twin() : other->second;
    const auto all = rows();
    const auto integer =
        std::find_if(all.begin(), all.end(), [&name](const Row& r) { return r.name == name; });
    ASSERT_NE(integer, all.end()) << name;
    rig.run_seconds(kSeconds);
    const double single = physical(row, read(row.number, row.count));
    const double whole = physical(*integer, read(integer->number, integer->count));
    ASSERT_EQ(std::isnan(single), std::isnan(whole)) << whole;
    if (std::isnan(single)) return;
    const double most = integer->format == "ULong" ? 1 : 0.5;
    EXPECT_LE(std::abs(single - whole), most * scale(integer->scale) + 1e-6 * single);
}

struct Written {
    std::vector<int> accepted, refused;  // 03
};

// The table of meter.md 3.3 at its bounds and one beyond, after `before` was written where the
// rules between settings ask for it. Rows that are not here are read-only.
const std::map<std::string, Written> kWritable{
    {"command",
     {{30078, 21211, 21212, 16498}, {0, 16497, 16499, 16640, 21210, 21213, 30077, 30079}}},
    {"system_type", {{10, 11, 12, 31, 40}, {0, 9, 13, 30, 32, 39, 41, 0xFFFF}}},
    {"ct_primary", {{5, 5000}, {0, 4, 5001, 0xFFFF}}},
    {"ct_secondary", {{}, {1, 3, 0x8000}}},
    {"pt_ratio", {{1, 32000}, {0, 32001, 0xFFFF}}},
    {"system_voltage", {{82, 660}, {0, 81, 661, 32000, 32001}}},
    {"display_units", {{0, 1}, {2, 0xFFFF}}},
    {"phase_loss_v_threshold", {{1, 99}, {0, 100}}},
    {"phase_loss_imbalance", {{1, 99}, {0, 100}}},
    {"wh_per_pulse", {{10, 100, 1000, 10000}, {0, 9, 11, 99, 101, 999, 1001, 9999, 10001}}},
    {"demand_subintervals", {{1, 6}, {0, 7}}},
    {"demand_subinterval_length", {{0, 10, 32767}, {1, 9, 32768, 0xFFFF}}},
    {"reserved_151", {{0, 1, 32767, 32768, 0xFFFF}, {}}}};

TEST_P(EveryRow, IsWrittenOrRefused) {
    const Row& row = GetParam();
    const auto found = kWritable.find(row.name);
    EXPECT_EQ(found != kWritable.end(), row.available && row.access == "R/W");
    const Written written = found == kWritable.end() ? Written{{}, {0, 1}} : found->second;
    const auto code = static_cast<std::uint8_t>(found == kWritable.end() ? 2 : 3);
    const bool reads_zero = row.name == "command" || row.name == "reserved_151";
    for (const int value : written.accepted) {
        EXPECT_EQ(ask(write_request(row.number, value)), write_request(row.number, value));
        EXPECT_EQ(read(row.number, 1), std::vector{reads_zero ? 0 : value});
        EXPECT_EQ(ask(write_request(row.number, std::vector{value})),
                  test::words(0x10, {row.number - 1, 1}));
    }
    const std::uint64_t before = rig.meter.digest();
    for (const int value : written.refused) {
        EXPECT_EQ(ask(write_request(row.number, value)), (Bytes{0x86, code})) << value;
        EXPECT_EQ(ask(write_request(row.number, std::vector{value})), (Bytes{0x90, code}));
        EXPECT_EQ(master.ask(write_request(row.number, value), 0), Bytes{});
        if (row.count == 2) {
            EXPECT_EQ(ask(write_request(row.number, {value, value})), (Bytes{0x90, code}));
        }
    }
    EXPECT_EQ(rig.meter.digest(), before) << "what is refused changes nothing";
}

// clang-format off
INSTANTIATE_TEST_SUITE_P(Spec, EveryRow, testing::ValuesIn(rows()),
                         [](const auto& row) { return row.param.name; });
INSTANTIATE_TEST_SUITE_P(Spec, FloatRow, testing::ValuesIn(rows(true)),
                         [](const auto& row) { return row.param.name; });
// clang-format on

}  // namespace
}  // namespace meter
