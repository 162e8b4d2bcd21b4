#include <QWidget>

#include "core/meter.h"
