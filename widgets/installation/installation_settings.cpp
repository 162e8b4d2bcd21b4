#include "widgets/installation/installation_settings.h"

namespace widgets {

bool is_balanced(const InstallationSettings& settings) { return balanced(settings) == settings; }

InstallationSettings balanced(InstallationSettings settings) {
    settings.voltage.fill(settings.voltage[0]);
    settings.current.fill(settings.current[0]);
    settings.angle.fill(settings.angle[0]);
    return settings;
}

}  // namespace widgets
