#include "app/bench/workspace/workspace.h"

#include <filesystem>

#include "app/bench/phrases.h"
#include "app/bench/replay_input.h"
#include "signals/capture/content_hash.h"

namespace bench {
namespace {

namespace fs = std::filesystem;

// Keeps the recording as long as somebody plays it.
class SharedReplayInput final : public ReplayInput {
 public:
    explicit SharedReplayInput(std::shared_ptr<signals::Replay> replay)
        : ReplayInput(*replay), replay_(std::move(replay)) {}

 private:
    std::shared_ptr<signals::Replay> replay_;
};

fs::path found(const CaptureSource& source, const std::string& beside) {
    const fs::path there = source.path;
    if (beside.empty() || fs::exists(there)) return there;
    const fs::path moved = fs::path(beside).parent_path() / there.filename();
    return fs::exists(moved) ? moved : there;
}

}  // namespace

Tree tree_of(const Rig& rig) {
    Stretch stretch;
    stretch.frame = rig.frame();
    stretch.meters.push_back({std::make_shared<const PackedSnapshot>(rig.snapshot()), {}});
    Branch branch;
    branch.fork = branch.tip = rig.frame();
    branch.stretches.push_back(std::move(stretch));
    Tree tree;
    tree.branches.push_back(std::move(branch));
    return tree;
}

CaptureSource capture_source(const std::string& path, const signals::ReplayOptions& how) {
    return {fs::absolute(path).lexically_normal().string(), signals::content_hash(path), how};
}

std::shared_ptr<signals::Replay> open_replay(const CaptureSource& source,
                                             const std::string& beside) {
    const fs::path path = found(source, beside);
    auto replay = std::make_shared<signals::Replay>(path, source.how);
    if (signals::content_hash(path) != source.hash)
        throw signals::WordedError<std::runtime_error>(Sentence::after(
            path.string() + ": ", Sentence::of(kBench.other_recording, source.hash)));
    return replay;
}

MakeInput input_of(const std::shared_ptr<signals::Replay>& replay) {
    if (!replay) return {};
    return [replay](std::size_t meter) -> std::unique_ptr<Input> {
        if (meter != 0) return nullptr;
        return std::make_unique<SharedReplayInput>(replay);
    };
}

MakeInput open_capture(const std::optional<CaptureSource>& source, const std::string& beside) {
    return source ? input_of(open_replay(*source, beside)) : MakeInput{};
}

}  // namespace bench
