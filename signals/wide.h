// Loops that are compiled several times: for any processor, for those with AVX2 and with AVX-512.
//
//   template <int kLanes>
//   [[gnu::always_inline]] inline void body(...) { ... }
//   METERTWIN_BY_PROCESSOR(add, body, (double* to, const double* what), (to, what))
//
// makes add() from body(), with vectors of kLanes doubles: eight where registers hold them, else
// four. All versions do the same operations on each element in the same order, without fused
// multiply-add, so that they give the same bits.
#pragma once

namespace signals {

// Element-wise vectors; GCC and Clang take one of any width to the registers that there are.
template <class Element, int kLanes>
struct VectorOf {
    using Type [[gnu::vector_size(kLanes * sizeof(Element))]] = Element;
};
template <class Element, int kLanes>
using Vector = typename VectorOf<Element, kLanes>::Type;

inline constexpr int kMostLanes = 8;

// NOLINTBEGIN(bugprone-macro-parentheses): names and lists of parameters, not values
#if defined(__x86_64__)
template <class Function>
Function* widest(Function* avx512, Function* avx2, Function* plain) {
    if (__builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq")) return avx512;
    return __builtin_cpu_supports("avx2") ? avx2 : plain;
}
#define METERTWIN_BY_PROCESSOR(name, body, parameters, arguments)                            \
    [[gnu::target("avx2,avx512f,avx512dq,avx512vl")]] static void name##_widest parameters { \
        body<8> arguments;                                                                   \
    }                                                                                        \
    [[gnu::target("avx2")]] static void name##_wide parameters { body<4> arguments; }        \
    static void name##_plain parameters { body<4> arguments; }                               \
    static const auto name = widest(name##_widest, name##_wide, name##_plain);
#else
#define METERTWIN_BY_PROCESSOR(name, body, parameters, arguments) \
    static void name parameters { body<4> arguments; }
#endif
// NOLINTEND(bugprone-macro-parentheses)

}  // namespace signals
