// The three phases side by side, where a processor has vectors of integers: the filters of the
// chain are written over a type of number (filters.h), and this is such a type.
//
//   lane      0   1   2   3
//   Lanes     A   B   C   idle, always zero
//
// A host's processor does one instruction for all phases where firmware does three; the integers
// are the same. Nothing here knows a processor: GCC and Clang take vectors of any width apart where
// it has none.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "core/adc_frame.h"
#include "core/metrology/sample.h"
#include "core/metrology/window.h"

namespace meter {

// What takes or returns Lanes is inlined, never called: how they would be handed over is no matter
// (-Wno-psabi).
using Lanes [[gnu::vector_size(32)]] = std::int64_t;

// Lane of that number of a field; the compiler lets elements of a vector be reached so.
[[gnu::always_inline]] inline std::int64_t& lane_of(Lanes& lanes, std::size_t lane) {
    return reinterpret_cast<std::int64_t*>(&lanes)[lane];
}

// A unit of Lanes as its twin of plain numbers, one phase of it: visits the same names.
template <class Unit>
struct LaneView {
    Unit& unit;
    std::size_t lane;

    template <class V>
    struct Visitor {
        V& visit;
        std::size_t lane;

        void operator()(const char* name, Lanes& field) { visit(name, lane_of(field, lane)); }
        template <class Part>
        void operator()(const char* name, Part& part) {
            LaneView<Part> view{part, lane};
            visit(name, view);
        }
    };

    template <class V>
    constexpr void visit_state(V& visit) {
        Visitor<V> lanes{visit, lane};
        unit.visit_state(lanes);
    }
};

// Samples of one frame on their way from the filters to the sums.
struct LaneSamples {
    Lanes v{}, i{}, v90{};
};

// Products (window.h), the phases side by side.
struct LaneProducts {
    Lanes vv{}, ii{}, vi{}, qi{}, cross{};

    [[nodiscard]] Products in_a_list() {
        Products out;
        for (std::size_t p = 0; p < kPhases; ++p) {
            std::size_t k = p;
            for (Lanes* sum : {&vv, &ii, &vi, &qi, &cross}) {
                out.value[k] = lane_of(*sum, p);
                k += kPhases;
            }
        }
        return out;
    }
    void take(const Products& list) {
        for (std::size_t p = 0; p < kPhases; ++p) {
            std::size_t k = p;
            for (Lanes* sum : {&vv, &ii, &vi, &qi, &cross}) {
                lane_of(*sum, p) = list.value[k];
                k += kPhases;
            }
        }
    }

    template <class V>
    constexpr void visit_state(V& visit) {
        Products list = in_a_list();
        list.visit_state(visit);
        take(list);
    }
};

[[gnu::always_inline]] inline void add_products(LaneProducts& to, const LaneSamples& s) {
    const Lanes next = __builtin_shufflevector(s.v, s.v, 1, 2, 0, 3);
    to.vv += s.v * s.v;
    to.ii += s.i * s.i;
    to.vi += s.v * s.i;
    to.qi += s.v90 * s.i;
    to.cross += s.v * next;
}

}  // namespace meter
