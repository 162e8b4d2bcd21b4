#include "app/typetest/report_html.h"
namespace typetest {
std::string to_html(const Report&) { return {}; }
}  // namespace typetest
