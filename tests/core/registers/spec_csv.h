// The specification's register list, read for comparison: registers.csv of the shared folder.
#pragma once

#include <fstream>
#include <string>
#include <vector>

namespace spec {

using Row = std::vector<std::string>;

// Fields of one line; quoted fields may hold commas (the file has no line breaks inside quotes).
inline Row split(const std::string& line) {
    Row fields(1);
    bool quoted = false;
    for (const char c : line) {
        if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            fields.emplace_back();
        } else if (c != '\r') {
            fields.back() += c;
        }
    }
    return fields;
}

// Every line, the header first; empty when the file is not there.
inline std::vector<Row> read_csv(const std::string& path) {
    std::ifstream file(path);
    std::vector<Row> rows;
    for (std::string line; std::getline(file, line);) rows.push_back(split(line));
    return rows;
}

}  // namespace spec
