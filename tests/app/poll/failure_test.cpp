// What libmodbus reports, in words.
#include "app/poll/failure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <modbus/modbus.h>

#include <cerrno>
#include <vector>

#include "app/poll/phrases.h"

namespace polling {
namespace {

struct Error {
    int error;
    double elapsed_ms;
    Trouble trouble;
    const char* text;
};

TEST(Failure, InWords) {
    for (const Error& row : std::vector<Error>{
             {ETIMEDOUT, 501, Trouble::no_answer, "no answer within 500 ms (reading 1)"},
             {ETIMEDOUT, 140, Trouble::broken_off, "an answer that broke off after 140 ms"},
             {EMBBADCRC, 5, Trouble::bad_crc, "an answer with a wrong CRC (reading 1)"},
             {EMBBADSLAVE, 5, Trouble::wrong_address, "an answer from another address"},
             {EMBBADDATA, 5, Trouble::no_match, "does not fit the request"},
             {EMBXILFUN, 5, Trouble::exception, "exception 01, illegal function (reading 1)"},
             {EMBXILADD, 5, Trouble::exception, "exception 02, illegal data address"},
             {EMBXILVAL, 5, Trouble::exception, "exception 03, illegal data value"},
             {EMBXSFAIL, 5, Trouble::exception, "exception 04, server device failure"},
             {EMBXSBUSY, 5, Trouble::exception, "exception 06, server device busy"},
             {EMBXGTAR, 5, Trouble::exception, "exception 0B, gateway target device failed"},
             {ECONNRESET, 5, Trouble::closed, "the connection was closed by the other side"},
             {EIO, 5, Trouble::closed, "the device is gone"},
             {ENOMEM, 5, Trouble::closed, "Cannot allocate memory (reading 1)"},
         }) {
        const Failure failure = failure_of({row.error, row.elapsed_ms, 500.0, "reading 1"});
        EXPECT_EQ(failure.trouble, row.trouble) << failure.what();
        EXPECT_THAT(failure.what(), testing::HasSubstr(row.text));
    }
    EXPECT_EQ(failure_of({EMBXILADD, 5, 500, ""}).exception, 2);
    EXPECT_EQ(failure_of({EMBBADCRC, 5, 500, ""}).exception, 0);
    EXPECT_STREQ(failure_of({MODBUS_ENOBASE + 9, 5, 500, "reading 1"}).what(),
                 "exception 09, unknown (reading 1)");
    const auto german = [](const char*, const char* text) -> std::string {
        return std::string_view{text} == "illegal data address" ? "keine solche Adresse" : text;
    };
    const Failure failure = failure_of({EMBXILADD, 5, 500, sentence(Phrase::read_one, 60)});
    EXPECT_EQ(failure.text().in(german),
              "exception 02, keine solche Adresse (reading register 60)");
    EXPECT_STREQ(failure.what(), "exception 02, illegal data address (reading register 60)");
}

}  // namespace
}  // namespace polling
