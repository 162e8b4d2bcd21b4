// The log's ring, its filter and its CSV.
#include "app/line/log.h"

#include <gmock/gmock.h>

#include <sstream>
#include <stdexcept>

#include "app/line/log_csv.h"
#include "tests/app/line/conversation.h"

namespace line {
namespace {

using namespace test;
using test::Frame;
using testing::ElementsAre;

// 1 ask 261-262, 2 its answer, 3 ask 53 (TCP), 4 exception, 5 ask 131, 6 bad CRC, 7 write 131.
Conversation some_talk() {
    Conversation talk;
    talk.at(1).ask(rtu({7, 3, 1, 4, 0, 2})).answer(rtu({7, 3, 4, 0x42, 0xAC, 0xB8, 0x36}));
    talk.at(2).by({"127.0.0.1:1502", 3}, Framing::mbap);
    talk.ask(mbap(1, {8, 4, 0, 52, 0, 1})).answer(mbap(1, {8, 0x84, 2}));
    talk.at(3).by({"/tmp/meter", 0}).ask(rtu({7, 3, 0, 130, 0, 1})).answer({7, 3, 2, 0, 1, 9, 9});
    talk.at(4).ask(rtu({0, 6, 0, 130, 0, 1}));
    return talk;
}

std::vector<std::uint64_t> numbers(const char* filter) {
    const Conversation talk = some_talk();
    std::vector<std::uint64_t> out;
    const LogFilter wanted{filter};
    for (const Record& record : talk.records)
        if (wanted.passes(record)) out.push_back(record.number);
    return out;
}

TEST(LogFilter, SearchesTheWordsThatAreShown) {
    const auto german = [](const char*, const char* text) -> std::string {
        return std::string_view{text} == "write {} ({})" ? "schreiben {} ({})" : text;
    };
    const Record record = some_talk().records[6];
    EXPECT_TRUE(LogFilter("text=schreiben", german).passes(record));
    EXPECT_FALSE(LogFilter("text=write", german).passes(record));
    EXPECT_TRUE(LogFilter("text=write").passes(record));
}

TEST(LogFilter, Terms) {
    EXPECT_THAT(numbers(""), ElementsAre(1, 2, 3, 4, 5, 6, 7));
    EXPECT_THAT(numbers("address=7"), ElementsAre(1, 2, 5, 6));
    EXPECT_THAT(numbers("address=0,8"), ElementsAre(3, 4, 7));
    EXPECT_THAT(numbers("!address=7"), ElementsAre(3, 4, 7));
    EXPECT_THAT(numbers("function=0x04"), ElementsAre(3, 4));
    EXPECT_THAT(numbers("function=4,6"), ElementsAre(3, 4, 7));
    EXPECT_THAT(numbers("register=262"), ElementsAre(1, 2));
    EXPECT_THAT(numbers("register=f_kw_total,53"), ElementsAre(1, 2, 3, 4));
    EXPECT_THAT(numbers("register=100-200"), ElementsAre(5, 6, 7));
    EXPECT_THAT(numbers("errors"), ElementsAre(4, 6));
    EXPECT_THAT(numbers("error=bad_crc"), ElementsAre(6));
    EXPECT_THAT(numbers("!errors direction=answer"), ElementsAre(2));
    EXPECT_THAT(numbers("client=1502"), ElementsAre(3, 4));
    EXPECT_THAT(numbers("client=127.0.0.1:1502#3"), ElementsAre(3, 4));
    EXPECT_THAT(numbers("client=127.0.0.1:1502#1"), ElementsAre());
    EXPECT_THAT(numbers("framing=mbap direction=request"), ElementsAre(3));
    EXPECT_THAT(numbers("from=2 until=4s"), ElementsAre(3, 4, 5, 6));
    EXPECT_THAT(numbers("text=CT_Primary"), ElementsAre(5, 7));
}

TEST(LogFilter, Wrong) {
    const struct {
        const char* filter;
        const char* error;
    } rows[] = {
        {"adress=3",
         "log filter \"adress=3\": unknown key 'adress', did you mean 'address'?, allowed is "
         "address, function,"},
        {"address", "no value, allowed is address=VALUE"},
        {"address=", "'', allowed is 0 to 255"},
        {"address=256", "'256', allowed is 0 to 255"},
        {"errors address=x", "log filter \"address=x\": 'x', allowed is 0 to 255"},
        {"register=kw_totl", "'kw_totl', allowed is a number, a range like 257-300 or a name"},
        {"register=9-3", "'9-3', allowed is"},
        {"direction=up", "'up', allowed is request or answer"},
        {"framing=ascii", "'ascii', allowed is rtu or mbap"},
        {"error=crc", "'crc', allowed is exception, bad_crc, truncated"},
        {"from=-1", "'-1', allowed is seconds"},
    };
    for (const auto& row : rows) {
        try {
            LogFilter{row.filter};
            ADD_FAILURE() << row.filter;
        } catch (const std::invalid_argument& error) {
            EXPECT_THAT(error.what(), testing::HasSubstr(row.error));
        }
    }
}

TEST(LineLog, KeepsTheNewest) {
    LineLog log{LogDecoder{}, 3};
    Conversation sink;
    log.tell(sink);
    for (const Traffic& traffic : some_talk().traffic) log.heard(traffic);
    EXPECT_EQ(sink.records.size(), 7U);
    ASSERT_EQ(log.records().size(), 3U);
    EXPECT_EQ(log.records().front().number, 5U);
    EXPECT_EQ(log.since(6, {}).size(), 1U);
    EXPECT_EQ(log.since(0, LogFilter{"errors"}).size(), 1U);
    EXPECT_EQ(log.since(0, {}, 2).front().number, 6U);
    log.clear();
    EXPECT_TRUE(log.since(0, {}).empty());
}

TEST(LogCsv, OneLinePerRecord) {
    std::ostringstream out;
    CsvWriter csv(out);
    FilteredSink some(LogFilter{"address=8"}, csv);
    for (const Record& record : some_talk().records) some.add(record);
    EXPECT_EQ(out.str(),
              "number,tick,end_tick,time_s,port,client,direction,framing,bytes,address,function,"
              "first_register,count,error,error_text,round_trip_ms,request,description\n"
              "3,65536,65636,2.000000,127.0.0.1:1502,3,request,mbap,"
              "00 01 00 00 00 06 08 04 00 34 00 01,8,4,53,1,,,,,read register 53 (none) (53)\n"
              "4,65686,65786,2.004578,127.0.0.1:1502,3,answer,mbap,00 01 00 00 00 03 08 84 02,8,4,"
              "53,1,exception,exception 02 illegal data address,1.526,3,"
              "exception 02 illegal data address\n");
}

TEST(LogCsv, Quotes) {
    EXPECT_EQ(csv_field("a,b"), "\"a,b\"");
    EXPECT_EQ(csv_field("say \"a\""), "\"say \"\"a\"\"\"");
    EXPECT_EQ(csv_field("plain"), "plain");
}

}  // namespace
}  // namespace line
