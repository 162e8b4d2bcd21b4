// A fixture with a QApplication that needs no display.
#pragma once

#include <gtest/gtest.h>

#include <QApplication>

namespace widgets::test {

class WidgetTest : public testing::Test {
 public:
    static void SetUpTestSuite() {
        if (QApplication::instance() != nullptr) return;
        qputenv("QT_QPA_PLATFORM", "offscreen");
        static int count = 1;
        static char name[] = "test-widgets";
        static char* arguments[] = {name, nullptr};
        [[maybe_unused]] static const auto* application = new QApplication{count, arguments};
    }
};

}  // namespace widgets::test
