// A flat, little-endian stream of scalars, strings of bytes and lists: the body of a snapshot.
//
// A type is listed once, in a transfer(archive, object) that works both ways:
//
//     template <class A> void transfer(A& archive, Harmonic& h) { archive(h.order, h.angle); }
//
// Doubles travel as their bits. Equal objects give equal bytes on every machine.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "app/bench/phrases.h"

namespace bench {

template <class Derived>
class Archive {
 public:
    template <class... T>
    void operator()(T&... fields) {
        (one(fields), ...);
    }

 private:
    Derived& self() { return static_cast<Derived&>(*this); }

    template <class T>
    void one(T& field) {
        if constexpr (std::is_same_v<T, double>) {
            auto bits = std::bit_cast<std::uint64_t>(field);
            self().scalar(bits);
            field = std::bit_cast<double>(bits);
        } else if constexpr (std::is_integral_v<T> || std::is_enum_v<T>) {
            auto bits = static_cast<std::uint64_t>(field);
            self().scalar(bits);
            field = static_cast<T>(bits);
        } else {
            transfer(self(), field);
        }
    }
};

class ArchiveWriter : public Archive<ArchiveWriter> {
 public:
    void scalar(std::uint64_t bits) {
        for (int i = 0; i < 8; ++i, bits >>= 8) bytes_.push_back(static_cast<std::uint8_t>(bits));
    }
    // Length of a list of things that take `each` bytes or more.
    std::size_t length(std::size_t present, std::size_t /*each*/) {
        scalar(present);
        return present;
    }
    // Bytes, one each, behind their number.
    void blob(const std::vector<std::uint8_t>& bytes) {
        scalar(bytes.size());
        bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
    }
    [[nodiscard]] std::vector<std::uint8_t> take() { return std::move(bytes_); }

 private:
    std::vector<std::uint8_t> bytes_;
};

// Throws std::invalid_argument when the bytes are not enough; nothing is allocated for a length
// that cannot be true.
class ArchiveReader : public Archive<ArchiveReader> {
 public:
    explicit ArchiveReader(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

    void scalar(std::uint64_t& bits) {
        need(8, 1);
        bits = 0;
        for (std::size_t i = 0; i < 8; ++i) bits |= std::uint64_t{bytes_[i]} << (8 * i);
        bytes_ = bytes_.subspan(8);
    }
    std::size_t length(std::size_t /*present*/, std::size_t each) {
        std::uint64_t count = 0;
        scalar(count);
        need(each, count);
        return static_cast<std::size_t>(count);
    }
    void blob(std::vector<std::uint8_t>& bytes) {
        const std::size_t size = length(0, 1);
        bytes.assign(bytes_.begin(), bytes_.begin() + static_cast<std::ptrdiff_t>(size));
        bytes_ = bytes_.subspan(size);
    }
    [[nodiscard]] bool at_end() const { return bytes_.empty(); }

 private:
    void need(std::size_t each, std::uint64_t count) const {
        if (count > bytes_.size() / each) throw Problem(Sentence::of(kBench.ends_early));
    }
    std::span<const std::uint8_t> bytes_;
};

template <class A, class T, std::size_t N>
void transfer(A& archive, std::array<T, N>& list) {
    for (T& element : list) archive(element);
}

template <class A>
void transfer(A& archive, std::vector<std::uint8_t>& bytes) {
    archive.blob(bytes);
}

template <class A>
void transfer(A& archive, std::string& text) {
    std::vector<std::uint8_t> bytes(text.begin(), text.end());
    archive.blob(bytes);
    text.assign(bytes.begin(), bytes.end());
}

template <class A, class T>
void transfer(A& archive, std::vector<T>& list) {
    list.resize(archive.length(list.size(), 8));
    for (T& element : list) archive(element);
}

template <class... T>
[[nodiscard]] std::vector<std::uint8_t> to_archive(T&&... fields) {
    ArchiveWriter writer;
    writer(fields...);
    return writer.take();
}

// Throws std::invalid_argument as ArchiveReader, and when there are more bytes than the fields
// take.
template <class... T>
void from_archive(std::span<const std::uint8_t> bytes, T&... fields) {
    ArchiveReader reader(bytes);
    reader(fields...);
    if (!reader.at_end()) throw Problem(Sentence::of(kBench.more_bytes));
}

}  // namespace bench
