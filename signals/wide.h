// Loops that are compiled several times: for any processor, for those with AVX2 and with AVX-512.
//
//   [[gnu::always_inline]] inline void body(...) { ... }
//   METERTWIN_BY_PROCESSOR(add, body, (double* to, const double* what), (to, what))
//
// makes add() from body(). All versions do the same operations on each element in the same order,
// without fused multiply-add, so that they give the same bits.
#pragma once

namespace signals {

#if defined(__x86_64__)
template <class Function>
Function* widest(Function* avx512, Function* avx2, Function* plain) {
    if (__builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq")) return avx512;
    return __builtin_cpu_supports("avx2") ? avx2 : plain;
}
#define METERTWIN_BY_PROCESSOR(name, body, parameters, arguments)                            \
    [[gnu::target("avx2,avx512f,avx512dq,avx512vl")]] static void name##_widest parameters { \
        body arguments;                                                                      \
    }                                                                                        \
    [[gnu::target("avx2")]] static void name##_wide parameters { body arguments; }           \
    static void name##_plain parameters { body arguments; }                                  \
    static const auto name = widest(name##_widest, name##_wide, name##_plain);
#else
#define METERTWIN_BY_PROCESSOR(name, body, parameters, arguments) \
    static void name parameters { body arguments; }
#endif

}  // namespace signals
