#include "app/typetest/waveform.h"

#include <array>

namespace typetest {
namespace {

using signals::Harmonic;

// clang-format off
constexpr std::array kFifth{Harmonic{5, 10.0, 40.0, 0.0, 0.0}};
// Amplitudes: metrology.md 3.5, from memory. Current phases follow from the shape. Voltage phases:
// all 0, decided here; truth is computed from what is synthesized, whatever they are.
constexpr std::array kQuadriform{
    Harmonic{ 3, 3.8, 30.0, 0.0, 0.0}, Harmonic{ 5, 2.4, 18.0, 0.0, 0.0},
    Harmonic{ 7, 1.7, 14.0, 0.0, 0.0}, Harmonic{11, 1.0,  9.0, 0.0, 0.0},
    Harmonic{13, 0.8,  5.0, 0.0, 0.0}};
constexpr std::array kPeaked{
    Harmonic{ 3, 3.8, 30.0, 0.0, 180.0}, Harmonic{ 5, 2.4, 18.0, 0.0,   0.0},
    Harmonic{ 7, 1.7, 14.0, 0.0, 180.0}, Harmonic{11, 1.0,  9.0, 0.0, 180.0},
    Harmonic{13, 0.8,  5.0, 0.0,   0.0}};
// clang-format on

}  // namespace

std::span<const Harmonic> harmonics_of(Wave wave) {
    switch (wave) {
        case Wave::fifth_harmonic:
            return kFifth;
        case Wave::quadriform:
            return kQuadriform;
        case Wave::peaked:
            return kPeaked;
        default:
            return {};
    }
}

signals::Gate gate_of(Wave wave) {
    switch (wave) {
        case Wave::burst:
            return {4, {{0.0, 720.0}}};
        case Wave::phase_fired:
            return {1, {{90.0, 180.0}, {270.0, 360.0}}};
        case Wave::half_wave:
            return {1, {{0.0, 180.0}}};
        default:
            return {};
    }
}

}  // namespace typetest
