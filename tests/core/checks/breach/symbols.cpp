// What core/ must never do, for the checkers to find: heap and floating point.
int* breach_heap(unsigned n) { return new int[n]; }
double breach_floating_point(double a, double b) { return a * b; }
