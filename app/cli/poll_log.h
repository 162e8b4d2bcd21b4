// The file of `poll --csv`: one line for each poll, on the disk when it has been written.
#pragma once

#include <cstdio>
#include <memory>
#include <string>

#include "app/poll/sweep.h"

namespace cli {

class PollLog {
 public:
    // Goes on with a file whose first line names the same columns; "-" is standard output. Throws
    // std::runtime_error with the path when it has other columns or cannot be written.
    PollLog(const std::string& path, const polling::Rows& rows);

    // Throws std::system_error with the path.
    void add(const polling::Sweep& sweep);

 private:
    struct Close {
        void operator()(std::FILE* file) const {
            if (file != stdout) std::fclose(file);
        }
    };
    void write(const std::string& text);

    std::string path_;
    std::unique_ptr<std::FILE, Close> file_;
};

}  // namespace cli
