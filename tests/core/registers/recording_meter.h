// A meter for tests of the bank and the slave: points and a record of what was asked of it.
#pragma once

#include <vector>

#include "core/registers/bank.h"
#include "core/registers/derived.h"
#include "core/registers/points.h"

namespace meter {

class RecordingMeter final : public BankActions {
 public:
    RecordingMeter() { points.derived = derive(points.config); }

    void apply(const Config& config) override {
        points.config = config;
        points.derived = derive(config);
        ++applied;
    }
    void command(Command command) override { commands.push_back(command); }

    Points points;
    Bank bank{points, *this};
    int applied = 0;
    std::vector<Command> commands;
};

}  // namespace meter
