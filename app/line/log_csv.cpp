#include "app/line/log_csv.h"

#include <fmt/format.h>

#include "app/line/decode_text.h"

namespace line {
namespace {

double seconds(std::int64_t ticks) {
    return static_cast<double>(ticks) / static_cast<double>(meter::kCrystalHz);
}

std::string registers_text(const Decoded& d) {
    return d.registers ? fmt::format("{},{}", d.registers->first, d.registers->count) : ",";
}

std::string answer_text(const Decoded& d) {
    if (d.request == 0) return ",";
    return fmt::format("{:.3f},{}", 1000.0 * seconds(d.round_trip.count), d.request);
}

}  // namespace

CsvWriter::CsvWriter(std::ostream& out) : out_(out) {
    out_ << "number,tick,end_tick,time_s,port,client,direction,framing,bytes,address,function,"
            "first_register,count,error,error_text,round_trip_ms,request,description\n";
}

void CsvWriter::add(const Record& record) {
    const Traffic& t = record.traffic;
    const Decoded& d = record.decoded;
    out_ << fmt::format(
        "{},{},{},{:.6f},{},{},{},{},{},{},{},{},{},{},{},{}\n", record.number, t.begin.ticks,
        t.end.ticks, seconds(t.begin.ticks), csv_field(t.client.port), t.client.number,
        record.is_request() ? "request" : "answer", t.framing == Framing::rtu ? "rtu" : "mbap",
        hex_text(t.bytes), d.address, d.function, registers_text(d), name_of(d.trouble),
        csv_field(trouble_text(record)), answer_text(d), csv_field(describe(record)));
}

std::string csv_field(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + '"';
}

}  // namespace line
