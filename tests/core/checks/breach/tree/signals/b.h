#include "core/adc_frame.h"
#include "core/meter.h"
