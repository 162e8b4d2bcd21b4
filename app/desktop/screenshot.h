// Takes the window's picture when there is something to see, and ends the program.
#pragma once

#include <QObject>
#include <QString>

#include "app/bench/runner.h"

namespace desktop {

class MainWindow;

class Screenshot : public QObject {
    Q_OBJECT
 public:
    // Runs the meter to a settled frame as fast as it goes, then on at real time for a moment, so
    // that the picture shows a live meter. Exit code 0, or kFailure when the file cannot be
    // written.
    Screenshot(MainWindow& window, bench::Runner& runner, QString file);

 private:
    void look();
    void take();

    MainWindow& window_;
    bench::Runner& runner_;
    QString file_;
    bool settled_ = false;
};

}  // namespace desktop
