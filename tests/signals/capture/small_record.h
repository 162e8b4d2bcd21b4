// A small ASCII record, what can be done to it, and how it is then read.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

#include "signals/capture/comtrade.h"
#include "tests/signals/capture/whole.h"
#include "tests/support/scratch.h"

namespace signals::test {

inline constexpr const char* kCfg =
    "station,device,1999\n"
    "3,2A,1D\n"
    "1,VA,A,,V,2.0,1.0,0,-32767,32767,1,1,P\n"
    "2,IA,A,,A,0.5,0.0,0,-32767,32767,1,1,P\n"
    "1,Trip,,,0\n"
    "50\n1\n1000,3\n"
    "01/02/2020,10:00:00.000000\n01/02/2020,10:00:00.000000\n"
    "ASCII\n1\n";
inline constexpr const char* kDat = "1,0,10,20,0\n2,1000,11,21,1\n3,2000,12,22,0\n";

inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

inline std::filesystem::path write(const std::string& cfg, const std::string& dat,
                                   const char* cfg_end = ".cfg", const char* dat_end = ".dat") {
    const std::filesystem::path folder = metertwin::test::scratch_folder() / "malformed";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    std::ofstream{folder / (std::string{"x"} + cfg_end), std::ios::binary} << cfg;
    std::ofstream{folder / (std::string{"x"} + dat_end), std::ios::binary} << dat;
    return folder / (std::string{"x"} + cfg_end);
}

inline Whole read_all(const std::filesystem::path& path) {
    return test::whole(*open_comtrade(path));
}

inline std::string binary_row(std::uint32_t n, std::uint32_t stamp, std::uint16_t v,
                              std::uint16_t i, std::uint16_t status) {
    std::string out;
    const auto put = [&](std::uint32_t x, int bytes) {
        for (int k = 0; k < bytes; ++k) out.push_back(static_cast<char>((x >> (8 * k)) & 0xFF));
    };
    put(n, 4), put(stamp, 4), put(v, 2), put(i, 2), put(status, 2);
    return out;
}

}  // namespace signals::test
