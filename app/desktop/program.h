// The window as a program: from options to exit code.
#pragma once

#include "app/desktop/options.h"

namespace desktop {

// Opens the bench, its line and the window, and runs until the window closes. Needs a
// QApplication. Returns the exit code; what failed is one line on stderr.
int run(const Options& options);

}  // namespace desktop
