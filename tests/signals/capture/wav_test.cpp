// WAV headers and sample formats, built byte by byte from the RIFF definition.
#include "signals/capture/wav.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <ostream>

#include "tests/signals/capture/whole.h"

namespace signals {
namespace {

std::string little(std::uint64_t value, int bytes) {
    std::string out;
    for (int k = 0; k < bytes; ++k) out.push_back(static_cast<char>(value >> (8 * k)));
    return out;
}

std::string chunk(const std::string& id, const std::string& body) {
    return id + little(body.size(), 4) + body + std::string(body.size() % 2, '\0');
}

std::string fmt_chunk(unsigned tag, unsigned channels, unsigned bits, unsigned rate = 8'000) {
    const unsigned align = channels * bits / 8;
    return chunk("fmt ", little(tag, 2) + little(channels, 2) + little(rate, 4) +
                             little(rate * align, 4) + little(align, 2) + little(bits, 2));
}

std::string riff(const std::string& chunks, const char* id = "RIFF") {
    return id + little(chunks.size() + 4, 4) + "WAVE" + chunks;
}

std::string f32(float x) { return little(std::bit_cast<std::uint32_t>(x), 4); }
std::string f64(double x) { return little(std::bit_cast<std::uint64_t>(x), 8); }

struct Format {
    const char* name;
    unsigned tag;
    unsigned bits;
    std::string half;   // of full scale
    std::string minus;  // -1
};
void PrintTo(const Format& f, std::ostream* os) { *os << f.name; }

class WavFormats : public testing::TestWithParam<Format> {};

TEST_P(WavFormats, AreSharesOfFullScale) {
    const Format& f = GetParam();
    const std::string samples = f.half + f.minus + f.minus + f.half;
    const std::string extensible = chunk(
        "fmt ", little(0xFFFE, 2) + little(2, 2) + little(8'000, 4) + little(0, 4) +
                    little(f.bits / 4, 2) + little(f.bits, 2) + little(22, 2) + little(f.bits, 2) +
                    little(3, 4) + little(f.tag, 2) + std::string(14, '\0'));
    for (const std::string& head : {fmt_chunk(f.tag, 2, f.bits), extensible}) {
        const OpenCapture capture = open_wav(
            memory_bytes(riff(chunk("JUNK", "odd") + head + chunk("data", samples))), "x.wav");
        const test::Whole got = test::whole(*capture);
        ASSERT_EQ(got.header.rows, 2U);
        EXPECT_EQ(got.samples[0], (std::vector<double>{0.5, -1.0}));
        EXPECT_EQ(got.samples[1], (std::vector<double>{-1.0, 0.5}));
        EXPECT_EQ(got.time[1], 1.0 / 8'000.0);
        EXPECT_TRUE(got.header.warnings.empty());
    }
}

INSTANTIATE_TEST_SUITE_P(
    Rows, WavFormats,
    testing::Values(Format{"PCM8", 1, 8, little(192, 1), little(0, 1)},
                    Format{"PCM16", 1, 16, little(0x4000, 2), little(0x8000, 2)},
                    Format{"PCM24", 1, 24, little(0x400000, 3), little(0x800000, 3)},
                    Format{"PCM32", 1, 32, little(0x40000000, 4), little(0x80000000, 4)},
                    Format{"float32", 3, 32, f32(0.5F), f32(-1.0F)},
                    Format{"float64", 3, 64, f64(0.5), f64(-1.0)}),
    [](const auto& row) { return std::string{row.param.name}; });

TEST(Wav, LargeFilesTellTheirLengthInDs64) {
    const std::string samples = little(1, 2) + little(2, 2) + little(3, 2);
    const std::string ds64 =
        chunk("ds64", little(0, 8) + little(samples.size(), 8) + little(3, 8) + little(0, 4));
    const std::string data = "data" + little(0xFFFFFFFF, 4) + samples + chunk("LIST", "INFO");
    const OpenCapture capture =
        open_wav(memory_bytes(riff(ds64 + fmt_chunk(1, 1, 16) + data, "RF64")), "x.wav");
    EXPECT_EQ(capture->recording().rows, 3U);
    EXPECT_TRUE(capture->recording().warnings.empty());
}

TEST(Wav, AStreamThatWasCutOffIsReadToItsEnd) {
    for (const std::uint32_t size : {0U, 0xFFFFFFFFU, 1'000U}) {
        const std::string data = "data" + little(size, 4) + little(1, 2) + little(2, 2) + "x";
        const OpenCapture capture =
            open_wav(memory_bytes(riff(fmt_chunk(1, 1, 16) + data)), "x.wav");
        EXPECT_EQ(capture->recording().rows, 2U);
        EXPECT_THAT(to_string(capture->recording().warnings.at(0)),
                    testing::HasSubstr("5 are there"));
    }
}

TEST(Wav, ACommentNamesChannelsUnitsAndRate) {
    const std::string comment = "channels: VA=400 V; IA=5 A; rate=2520.5 Hz";
    const std::string list = chunk("LIST", "INFO" + chunk("ICMT", comment + std::string(1, '\0')));
    const OpenCapture capture = open_wav(
        memory_bytes(riff(list + fmt_chunk(3, 2, 32) + chunk("data", f32(0.5F) + f32(-0.5F)))),
        "x.wav");
    const test::Whole got = test::whole(*capture);
    EXPECT_EQ(got.header.analog[1].name, "IA");
    EXPECT_EQ(got.header.analog[1].unit, "A");
    EXPECT_EQ(got.samples[0][0], 200.0);
    EXPECT_EQ(got.samples[1][0], -2.5);
    EXPECT_EQ(got.header.rates[0].hertz, 2'520.5);
}

TEST(Wav, RefusesWithTheReason) {
    struct Row {
        std::string bytes;
        const char* says;
    };
    const Row rows[] = {
        {"RIFFxxxxAVI ", "no WAV file"},
        {riff(chunk("data", "1234")), "no fmt chunk"},
        {riff(fmt_chunk(1, 1, 16)), "no data chunk"},
        {riff(fmt_chunk(2, 1, 4) + chunk("data", "12")), "sample format 2 of 4 bits"},
        {riff(fmt_chunk(1, 0, 16) + chunk("data", "12")), "0 channels at 8000 Hz"},
        {riff(fmt_chunk(1, 1, 16, 0) + chunk("data", "12")), "1 channels at 0 Hz"},
        {riff(chunk("fmt ", "short") + chunk("data", "12")), "is cut off"},
    };
    for (const Row& row : rows) {
        try {
            open_wav(memory_bytes(row.bytes), "x.wav");
            ADD_FAILURE() << row.says;
        } catch (const CaptureError& error) {
            EXPECT_THAT(error.what(), testing::HasSubstr(row.says));
        }
    }
}

// Any cut and any flipped byte: rows or a CaptureError.
TEST(Wav, HostileBytesNeverCrash) {
    const std::string whole = riff(chunk("LIST", "INFO" + chunk("ICMT", "channels: a=1 V")) +
                                   fmt_chunk(1, 2, 16) + chunk("data", "12345678"));
    std::uint32_t noise = 7;
    for (int round = 0; round < 2'000; ++round) {
        std::string bytes = whole;
        for (int k = 0; k < 3; ++k) {
            noise = noise * 1'664'525U + 1'013'904'223U;
            bytes[(noise >> 8) % bytes.size()] = static_cast<char>(noise >> 24);
        }
        bytes.resize(bytes.size() - (noise >> 4) % 8);
        try {
            const OpenCapture capture = open_wav(memory_bytes(bytes), "x.wav");
            test::whole(*capture);
        } catch (const CaptureError&) {
        }
    }
}

}  // namespace
}  // namespace signals
