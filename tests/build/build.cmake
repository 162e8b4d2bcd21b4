# Tests of the build itself: style, and the same bits from every compiler and optimization.
