// What can be undone of each meter's installation. Undo and redo are about the meter on show: its
// edits stay while another one is looked at, and nobody else's are touched.
#pragma once

#include <QUndoGroup>
#include <QUndoStack>
#include <cstddef>
#include <map>
#include <memory>

namespace desktop {

class UndoStacks final {
 public:
    UndoStacks() { show(0); }

    // By the meter's place on the line; empty when nothing was edited there.
    [[nodiscard]] QUndoStack& of(std::size_t meter) {
        std::unique_ptr<QUndoStack>& stack = stacks_[meter];
        if (!stack) stack = std::make_unique<QUndoStack>(&group_);
        return *stack;
    }
    void show(std::size_t meter) { group_.setActiveStack(&of(meter)); }
    [[nodiscard]] QUndoStack& shown() { return *group_.activeStack(); }
    // Its actions follow the meter on show.
    [[nodiscard]] QUndoGroup& group() { return group_; }
    // Another run, or another branch of it: what the edits were made on is not there any more.
    void clear() {
        for (const auto& [meter, stack] : stacks_) stack->clear();
    }

 private:
    QUndoGroup group_;
    std::map<std::size_t, std::unique_ptr<QUndoStack>> stacks_;
};

}  // namespace desktop
