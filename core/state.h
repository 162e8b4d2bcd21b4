// One list of state per unit, and everything that walks it.
//
// A unit names each of its fields once:
//
//     template <class V> constexpr void visit_state(V& visit) {
//         visit("sum", sum_);           // an integer, bool or enum
//         visit("history", history_);   // std::array of those, or of units
//         visit("slave", slave_);       // another unit
//     }
//
// Digest, snapshot and restore below are visitors of that list; so are the
// inspector and the recording on the host. Scalars are written little-endian in
// their own size, so equal state gives equal bytes on every machine.
// tests/core/state_test.cpp holds every unit to the snapshot/restore property.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>

namespace meter {

namespace state {

template <class T>
concept Scalar = std::integral<T> || std::is_enum_v<T>;

template <Scalar T>
constexpr std::uint64_t bits_of(T value) {
    if constexpr (std::is_enum_v<T>) {
        return bits_of(static_cast<std::underlying_type_t<T>>(value));
    } else if constexpr (std::same_as<T, bool>) {
        return value ? 1U : 0U;
    } else {
        return static_cast<std::uint64_t>(static_cast<std::make_unsigned_t<T>>(value));
    }
}

template <Scalar T>
constexpr void assign_bits(T& field, std::uint64_t bits) {
    if constexpr (std::same_as<T, bool>) {
        field = bits != 0;
    } else {
        field = static_cast<T>(bits);
    }
}

// Turns visit_state() into a stream of scalars: Sink::scalar(name, T&).
template <class Sink>
class Walker {
 public:
    constexpr explicit Walker(Sink& sink) : sink_(sink) {}

    template <class T>
    constexpr void operator()(const char* name, T& field) {
        if constexpr (Scalar<T>) {
            sink_.scalar(name, field);
        } else if constexpr (requires { field.visit_state(*this); }) {
            enter(name);
            field.visit_state(*this);
            leave();
        } else {
            enter(name);
            for (auto& element : field) (*this)("", element);
            leave();
        }
    }

 private:
    constexpr void enter(const char* name) {
        if constexpr (requires { sink_.enter(name); }) sink_.enter(name);
    }
    constexpr void leave() {
        if constexpr (requires { sink_.leave(); }) sink_.leave();
    }

    Sink& sink_;
};

}  // namespace state

// FNV-1a, 64 bit, over the bytes of a snapshot. Not cryptographic: it tells runs apart.
class Digest {
 public:
    template <state::Scalar T>
    constexpr void scalar(const char*, T& field) {
        std::uint64_t bits = state::bits_of(field);
        for (std::size_t i = 0; i < sizeof(T); ++i, bits >>= 8)
            add(static_cast<std::uint8_t>(bits));
    }
    constexpr void add(std::uint8_t byte) { value_ = (value_ ^ byte) * 0x100'0000'01b3U; }
    [[nodiscard]] constexpr std::uint64_t value() const { return value_; }

 private:
    std::uint64_t value_ = 0xcbf2'9ce4'8422'2325U;
};

class SnapshotSize {
 public:
    template <state::Scalar T>
    constexpr void scalar(const char*, T&) {
        bytes_ += sizeof(T);
    }
    [[nodiscard]] constexpr std::size_t bytes() const { return bytes_; }

 private:
    std::size_t bytes_ = 0;
};

// Writes into a buffer of at least SnapshotSize bytes; ok() is false when it was too short.
class SnapshotWriter {
 public:
    constexpr explicit SnapshotWriter(std::span<std::uint8_t> out) : out_(out) {}
    template <state::Scalar T>
    constexpr void scalar(const char*, T& field) {
        std::uint64_t bits = state::bits_of(field);
        for (std::size_t i = 0; i < sizeof(T); ++i, bits >>= 8)
            put(static_cast<std::uint8_t>(bits));
    }
    [[nodiscard]] constexpr bool ok() const { return used_ == out_.size(); }

 private:
    constexpr void put(std::uint8_t byte) {
        if (used_ < out_.size()) out_[used_] = byte;
        ++used_;
    }
    std::span<std::uint8_t> out_;
    std::size_t used_ = 0;
};

class SnapshotReader {
 public:
    constexpr explicit SnapshotReader(std::span<const std::uint8_t> in) : in_(in) {}
    template <state::Scalar T>
    constexpr void scalar(const char*, T& field) {
        std::uint64_t bits = 0;
        for (std::size_t i = 0; i < sizeof(T); ++i) bits |= std::uint64_t{get()} << (8 * i);
        state::assign_bits(field, bits);
    }
    [[nodiscard]] constexpr bool ok() const { return used_ == in_.size(); }

 private:
    constexpr std::uint8_t get() {
        const std::uint8_t byte = used_ < in_.size() ? in_[used_] : std::uint8_t{0};
        ++used_;
        return byte;
    }
    std::span<const std::uint8_t> in_;
    std::size_t used_ = 0;
};

// Walks every scalar of a unit in the order of its list.
template <class Unit, class Sink>
constexpr void walk_state(Unit& unit, Sink& sink) {
    state::Walker<Sink> walker{sink};
    unit.visit_state(walker);
}

template <class Unit>
constexpr std::uint64_t digest_of(Unit& unit) {
    Digest digest;
    walk_state(unit, digest);
    return digest.value();
}

template <class Unit>
constexpr std::size_t snapshot_size(Unit& unit) {
    SnapshotSize size;
    walk_state(unit, size);
    return size.bytes();
}

}  // namespace meter
