#include "widgets/words/translated.h"

#include <QCoreApplication>

namespace widgets {

QString translated(const char* context, const char* text) {
    return *text == '\0' ? QString{} : QCoreApplication::translate(context, text);
}

std::string words(const char* context, const char* text) {
    return translated(context, text).toStdString();
}

}  // namespace widgets
