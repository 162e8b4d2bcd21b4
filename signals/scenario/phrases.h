// THE table of what is said about scenarios, their files, and values as a person sets them. Its
// name as a context of translations is "Scenario" (words.h). Keys of files stay as they are: they
// are what is typed.
#pragma once

#include <vector>

#include "signals/scenario/sentence.h"

namespace signals {

inline constexpr const char* kScenarioContext = "Scenario";

struct ScenarioText : Text {
    // NOLINTNEXTLINE(google-explicit-constructor): a row is its text
    constexpr ScenarioText(const char* row) : Text{kScenarioContext, row} {}
};

// clang-format off
struct ScenarioTexts {
    // Values and what is allowed
    ScenarioText range{"{} to {}"};
    ScenarioText range_of_units{"{} to {} {}"};
    ScenarioText or_last{"{} or {}"};
    ScenarioText true_or_false{"true or false"};
    ScenarioText a_table{"a table"};
    ScenarioText an_array{"an array"};
    ScenarioText a_string{"a string"};
    ScenarioText an_integer{"an integer"};
    ScenarioText a_number{"a number"};
    ScenarioText a_date{"a date or time"};
    ScenarioText the_string{"the string \"{}\""};
    ScenarioText parities{"\"none\", \"even\" or \"odd\""};
    ScenarioText scenario_path{"the path of a scenario file"};
    ScenarioText pairs{"\"AB\", \"BC\" or \"AC\""};
    ScenarioText phase_sets{"\"A\", \"B\", \"C\", \"AB\", ... or \"ABC\""};
    ScenarioText did_you_mean{", did you mean '{}'?"};

    // Any value
    ScenarioText not_allowed{"{} is '{}', allowed is {}"};
    ScenarioText out_of_range{"{} is {}, allowed is {}"};
    ScenarioText no_number{"{} is {}, allowed is a number, {}"};
    ScenarioText no_integer{"{} is {}, allowed is an integer, {}"};
    ScenarioText no_flag{"{} is {}, allowed is true or false"};
    ScenarioText no_text{"{} is {}, allowed is a text"};
    ScenarioText no_texts{"{} is {}, allowed are texts in [ ]"};
    ScenarioText no_numbers{"{} is {}, allowed is one number or {} in [ ], {}"};
    ScenarioText elements{"{} has {} elements, allowed is one number or {} in [ ]"};
    ScenarioText missing{"{} is missing"};

    // Tables of a file
    ScenarioText no_table{"{} is {}, allowed is the table [{}]"};
    ScenarioText no_tables{"{} is {}, allowed is [[{}]]"};
    ScenarioText no_table_within{"{} holds {}, allowed is [[{}]]"};
    ScenarioText too_many{"{} is there {} times, allowed is {}"};
    ScenarioText unknown_table{"unknown table '{}'{}, allowed is {}"};
    ScenarioText unknown_key_in{"unknown key '{}' in [{}]{}, allowed is {}"};
    ScenarioText cannot_open{"cannot open: {}"};
    ScenarioText cannot_read{"cannot read: {}"};
    ScenarioText too_long{"is longer than {} bytes"};

    // Harmonics
    ScenarioText no_phase{"installation.harmonic.phase names no phase"};
    ScenarioText order_twice{"installation.harmonic.order is {} twice, allowed is once per order and phase"};
    ScenarioText order_again{"installation.harmonic.order is {} for the second time on {}, allowed is once per order and phase"};
    ScenarioText no_order{"installation.harmonic has no order, allowed is 2 to 40"};
    ScenarioText no_harmonics{"installation.harmonic is {}, allowed is [[installation.harmonic]], once per harmonic"};
    ScenarioText no_harmonic{"installation.harmonic holds {}, allowed is [[installation.harmonic]], once per harmonic"};

    // Faults
    ScenarioText fault{"fault \"{}\": {}"};
    ScenarioText unknown_key{"unknown key '{}' of {}, allowed is {}"};
    ScenarioText suggested_key{"unknown key '{}' of {}, did you mean '{}'?, allowed is {}"};
    ScenarioText no_value{"{} has no value, allowed is {}=VALUE"};
    ScenarioText unknown_kind{"unknown kind '{}', allowed is {}"};
    ScenarioText suggested_kind{"unknown kind '{}', did you mean '{}'?, allowed is {}"};
    ScenarioText registers{"registers is '{}', allowed is a number of the map like 257, or two like 257-262"};
    ScenarioText registers_type{"registers is {}, allowed is a number like 257 or a string like \"257-262\""};
    ScenarioText until_before_from{"until is {} s, allowed is 0 or more than from, {} s"};
    ScenarioText period_without_until{"period is {} s and there is no until, allowed is with one"};
    ScenarioText period_too_short{"period is {} s, allowed is 0 or at least until - from, {} s"};
    ScenarioText no_faults{"fault is {}, allowed is [[fault]], once per fault"};
    ScenarioText no_fault{"fault holds {}, allowed is [[fault]], once per fault"};
    ScenarioText no_fault_kind{"fault has no kind, allowed is kind = \"no-answer\" and others"};
    ScenarioText fault_kind_type{"fault.kind is {}, allowed is a string"};
    ScenarioText fault_form{"KIND[:KEY=VALUE,...]"};
    ScenarioText where{"where"};
    ScenarioText where_keys{"address=1..247, function=1..127, registers=N or N-M"};
    ScenarioText when{"when"};
    ScenarioText when_keys{"from, until, period (s of line time), every=N, probability=P, seed=N, first=N"};

    // Timelines
    ScenarioText no_time{"{} is \"{}\", allowed is a number of seconds, \"1.5h\", \"200ms\" or \"06:30:00\", {}"};
    ScenarioText drawn_in_one_way{"{} has to be drawn in one way: {{ uniform = [a, b] }}, {{ normal = [mean, deviation] }} or {{ exponential = mean }}"};
    ScenarioText no_two_numbers{"{} is {}, allowed are two numbers in [ ]"};
    ScenarioText no_event{"an event is a table, allowed is {{kind = \"sag\", ...}}"};
    ScenarioText no_event_kind{"event has no kind, allowed is {}"};
    ScenarioText event_kind{"event.kind is {}{}, allowed is {}"};
    ScenarioText no_parameter{"{} has no {} ({})"};
    ScenarioText step_lasts{"event.duration is not for a step: what it sets stays"};
    ScenarioText every_and_rate{"event.every and rate_per_hour exclude each other"};
    ScenarioText count_and_rate{"event.count and rate_per_hour exclude each other; use until"};
    ScenarioText count_without_every{"event.count needs every"};
    ScenarioText until_without_every{"event.until needs every or rate_per_hour"};
    ScenarioText too_often{"an event of kind {} begins more than {} times"};
    ScenarioText too_often_in_all{"events begin more than {} times"};
    ScenarioText too_many_tones{"{} tones at once at {:.3f} s, allowed is {}"};
    ScenarioText no_expected_time{"expect has no at, allowed is a time"};
    ScenarioText nothing_expected{"expect has nothing to look at, allowed is register, alerts, alarm_closed"};

    // Load profiles
    ScenarioText no_profile_file{"profile has no file, allowed is a CSV file"};
    ScenarioText rows{"more than {} rows"};
    ScenarioText no_header{"no header, allowed is a line such as time,kw,kvar"};
    ScenarioText no_rows{"no rows below the header"};
    ScenarioText no_time_column{"no column of time, allowed is time, s, min or h"};
    ScenarioText no_power_column{"no column of power, allowed is kw, kvar, kw_a, ..."};
    ScenarioText unknown_column{"unknown column '{}'{}, allowed is {}, powers also with _a, _b or _c"};
    ScenarioText column_twice{"'{}' is there a second time"};
    ScenarioText field_no_number{"'{}' is no number"};
    ScenarioText field_no_time{"'{}' is no time, allowed is 06:30, 06:30:15, 90, 15m or 2026-01-31 06:30"};
    ScenarioText fields{"{} fields, the header has {}"};
    ScenarioText fields_of_commas{"{} fields, the header has {}; with decimal commas, separate by semicolons"};
    ScenarioText time_not_later{"the time is not later than the row's before"};
    ScenarioText time_out_of_range{"the time is out of range, allowed is 0 to 4e8 s"};
    ScenarioText too_much_power{"{} is '{}', allowed is 1000 MW at most"};

    // Maps of captures
    ScenarioText map_not_opened{"cannot be opened"};
    ScenarioText map_value{"{} is not a number {}"};
    ScenarioText map_number{"{} is to be a number {}"};
    ScenarioText some_hertz{"of Hz above 0"};
    ScenarioText some_seconds{"of seconds from 0 on"};
    ScenarioText map_string{"a string is wanted, {} is there"};
    ScenarioText not_mapped{"{} is not mapped; all of VA VB VC IA IB IC are needed"};

    // Bus files
    ScenarioText no_parity{"{} is \"{}\", allowed is {}"};
    ScenarioText no_address{"meter has no address, allowed is 1 to 247"};
    ScenarioText count{"meter.count is {}, allowed is {}: the last address is {}"};
    ScenarioText too_many_meters{"these are {} meters, allowed is 1 to {} on a bus"};
    ScenarioText no_meters{"the bus has no list of meters, allowed is [[meter]], once per meter"};
    ScenarioText no_meter_within{"meter holds {}, allowed is [[meter]], once per meter"};
    ScenarioText no_meter{"the bus has no meter, allowed is [[meter]], once per meter"};
};
// clang-format on
inline constexpr ScenarioTexts kScenario;

template <class... Args>
std::string say(Words words, Fitting<std::type_identity_t<Args>...> text, const Args&... args) {
    return say(words, text.text.context, text.text.english, args...);
}

// All of the above, what faults do (fault.h), what events need (timeline/kinds.h), and the units of
// what is set: for translators.
[[nodiscard]] std::vector<const char*> scenario_texts();

}  // namespace signals
