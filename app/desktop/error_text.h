// What is shown of an error (signals/scenario/worded_error.h): its text in the window's language.
#pragma once

#include <QString>
#include <exception>

#include "signals/scenario/worded_error.h"
#include "widgets/words/translated.h"

namespace desktop {

[[nodiscard]] inline QString error_text(const std::exception& error) {
    return QString::fromStdString(signals::sentence_of(error).in(widgets::words));
}

}  // namespace desktop
