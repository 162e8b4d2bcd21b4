// Loops that are compiled twice: once for any processor, once for those with AVX2.
//
//   [[gnu::always_inline]] inline void body(...) { ... }
//   METERTWIN_TWICE(add, body, (double* to, const double* what), (to, what))
//
// makes add() from body(). Both versions do the same operations on each element in the same order,
// without fused multiply-add, so that they give the same bits.
#pragma once

namespace signals {

#if defined(__x86_64__)
inline bool has_wide_vectors() {
    static const bool has = __builtin_cpu_supports("avx2") != 0;
    return has;
}
#define METERTWIN_TWICE(name, body, parameters, arguments)                         \
    [[gnu::target("avx2")]] static void name##_wide parameters { body arguments; } \
    static void name##_plain parameters { body arguments; }                        \
    static const auto name = has_wide_vectors() ? name##_wide : name##_plain;
#else
#define METERTWIN_TWICE(name, body, parameters, arguments) \
    static void name parameters { body arguments; }
#endif

}  // namespace signals
