#include <cstdint>
#include <vector>

#include "signals/b.h"
