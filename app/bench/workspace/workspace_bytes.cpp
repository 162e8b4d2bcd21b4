// Workspaces to bytes and back (workspace_file.h).

#include <type_traits>

#include "app/bench/archive.h"
#include "app/bench/envelope.h"
#include "app/bench/phrases.h"
#include "app/bench/workspace/workspace_file.h"

namespace bench {
namespace {

constexpr std::uint64_t kMostBranchNumber = 1U << 30;

// A list whose elements take much more memory than bytes: grows as they are really there.
template <class A, class T>
void list(A& archive, std::vector<T>& elements) {
    const std::size_t count = archive.length(elements.size(), 8);
    if constexpr (std::is_same_v<A, ArchiveReader>) {
        for (std::size_t i = 0; i < count; ++i) {
            T element;
            transfer(archive, element);
            elements.push_back(std::move(element));
        }
    } else {
        for (T& element : elements) transfer(archive, element);
    }
}

template <class A, class T>
void maybe(A& archive, std::optional<T>& value) {
    bool has = value.has_value();
    archive(has);
    if (!has) return;
    if (!value) value.emplace();
    archive(*value);
}

}  // namespace

template <class A>
void transfer(A& archive, std::shared_ptr<const Chunk>& chunk) {
    Chunk copy = chunk ? *chunk : Chunk{};
    archive(copy);
    if (!chunk) chunk = std::make_shared<const Chunk>(std::move(copy));
}

// In a file as it is: how memory is saved is nobody else's business.
template <class A>
void transfer(A& archive, SharedSnapshot& snapshot) {
    std::vector<std::uint8_t> bytes;
    if (snapshot) bytes = snapshot->unpacked();
    archive(bytes);
    if (!snapshot) snapshot = std::make_shared<const PackedSnapshot>(bytes);
}

template <class A>
void transfer(A& archive, MeterStretch& m) {
    archive(m.snapshot);
    list(archive, m.chunks);
}

template <class A>
void transfer(A& archive, Stretch& s) {
    archive(s.frame, s.exact);
    list(archive, s.meters);
}

template <class A>
void transfer(A& archive, Branch& b) {
    archive(b.name, b.parent, b.fork, b.tip);
    list(archive, b.stretches);
}

template <class A>
void transfer(A& archive, Tree& t) {
    list(archive, t.branches);
    archive(t.current);
}

template <class A>
void transfer(A& archive, CaptureSource& c) {
    signals::ReplayOptions& how = c.how;
    archive(c.path, c.hash);
    maybe(archive, how.capture.rate);
    maybe(archive, how.map);
    maybe(archive, how.scale);
    maybe(archive, how.from);
    maybe(archive, how.to);
    archive(how.side, how.hold.where, how.hold.seconds, how.resampling, how.loop,
            how.settle_seconds, how.map_file);
}

namespace {

using Sections = std::map<std::string, std::vector<std::uint8_t>>;

template <class... Args>
void expect(bool fits, signals::Fitting<std::type_identity_t<Args>...> what, const Args&... args) {
    if (!fits) throw Problem(Sentence::of(what, args...));
}

std::span<const std::uint8_t> checked_body(std::span<const std::uint8_t> bytes) {
    expect(begins_with(bytes, kWorkspaceMagic), kBench.no_workspace);
    const auto [version, size, digest, body] = envelope_of(kWorkspaceMagic, bytes);
    expect(version <= kWorkspaceVersion, kBench.newer, version, kWorkspaceVersion);
    expect(version != 0, kBench.format_zero);
    expect(body.size() >= size, kBench.cut_off, body.size(), size);
    expect(body.size() <= size, kBench.too_long, body.size(), size);
    expect(digest_of(body) == digest, kBench.damaged, digest_of(body), digest);
    return body;
}

Sections sections_of(std::span<const std::uint8_t> body) {
    ArchiveReader reader(body);
    Sections out;
    for (std::size_t left = reader.length(0, 16); left > 0; --left) {
        std::string name;
        std::vector<std::uint8_t> bytes;
        reader(name, bytes);
        expect(out.emplace(name, std::move(bytes)).second, kBench.section_twice, name);
    }
    expect(reader.at_end(), kBench.more_bytes);
    return out;
}

// Takes the section out and reads its fields; false when there is none.
template <class... T>
bool take(Sections& sections, const char* name, T&... fields) {
    const auto found = sections.find(name);
    if (found == sections.end()) return false;
    try {
        from_archive(found->second, fields...);
    } catch (const std::exception& error) {
        throw Problem(Sentence::of(kBench.section, name, signals::sentence_of(error)));
    }
    sections.erase(found);
    return true;
}

void check_capture(const CaptureSource& source) {
    using Where = signals::Hold::Where;
    expect(source.how.hold.where <= Where::at &&
               source.how.side <= signals::TransformerSide::secondary &&
               source.how.resampling <= signals::Resampling::hardware,
           kBench.section, "capture", Sentence::of(kBench.no_such_choice));
}

const char* const kNumbers = "branch numbers";

std::vector<std::uint64_t> numbers_of(const Tree& tree) {
    std::vector<std::uint64_t> out;
    for (const Branch& branch : tree.branches)
        out.push_back(static_cast<std::uint64_t>(branch.number));
    return out;
}

// 1, 2, ... unless branches were deleted; a program that does not know the section keeps it, but
// may have added branches.
void take_numbers(Sections& sections, Tree& tree) {
    std::vector<std::uint64_t> numbers;
    const bool there = take(sections, kNumbers, numbers) && numbers.size() == tree.branches.size();
    for (std::size_t b = 0; b < tree.branches.size(); ++b) {
        expect(!there || numbers[b] <= kMostBranchNumber, kBench.number_range);
        tree.branches[b].number = static_cast<int>(there ? numbers[b] : b + 1);
    }
}

bool are_plain(const std::vector<std::uint64_t>& numbers) {
    for (std::size_t b = 0; b < numbers.size(); ++b)
        if (numbers[b] != b + 1) return false;
    return true;
}

Workspace parsed(Sections sections) {
    Workspace out;
    CaptureSource source;
    expect(take(sections, "about", out.program), kBench.section_missing, "about");
    expect(take(sections, "scenario", out.scenario_name, out.scenario), kBench.section_missing,
           "scenario");
    if (take(sections, "capture", source)) {
        check_capture(source);
        out.capture = std::move(source);
    }
    expect(take(sections, "history", out.history), kBench.section_missing, "history");
    take_numbers(sections, out.history);
    check(out.history);
    out.extras = std::move(sections);
    return out;
}

}  // namespace

std::vector<std::uint8_t> to_bytes(const Workspace& workspace) {
    Workspace w = workspace;
    Sections sections = w.extras;
    sections["about"] = to_archive(w.program);
    sections["scenario"] = to_archive(w.scenario_name, w.scenario);
    if (w.capture) sections["capture"] = to_archive(*w.capture);
    sections["history"] = to_archive(w.history);
    auto numbers = numbers_of(w.history);
    if (!are_plain(numbers)) sections[kNumbers] = to_archive(numbers);
    ArchiveWriter body;
    body.length(sections.size(), 16);
    for (auto& [name, bytes] : sections) {
        std::string copy = name;
        body(copy, bytes);
    }
    return enveloped(kWorkspaceMagic, kWorkspaceVersion, body.take());
}

Workspace from_bytes(std::span<const std::uint8_t> bytes, const std::string& name) {
    try {
        return parsed(sections_of(checked_body(bytes)));
    } catch (const std::exception& error) {
        throw WorkspaceError(Sentence::after(name + ": ", signals::sentence_of(error)));
    }
}

}  // namespace bench
