#include "app/desktop/panes/registers_pane.h"

#include <QVBoxLayout>
#include <array>

#include "app/bench/runner.h"
#include "app/desktop/event_log.h"
#include "app/desktop/register_text.h"
#include "core/modbus/pdu.h"
#include "widgets/registers/register_view.h"

namespace desktop {

RegistersPane::RegistersPane(const Bench& bench, QWidget* parent)
    : Pane(parent), bench_(bench), registers_(new widgets::RegisterView{register_infos(), this}) {
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(registers_);
    setFocusProxy(registers_);
    clock_.start();
    connect(&registers_->model(), &widgets::RegisterModel::write_requested, this,
            &RegistersPane::write);
    connect(registers_, &widgets::RegisterView::chosen_changed, this, &RegistersPane::show_origin);
}

void RegistersPane::show_view(const ViewPtr& view) {
    const bool first = !view_;
    view_ = view;
    registers_->model().show(register_contents(view->points), clock_.elapsed());
    if (first && registers_->chosen() == 0) registers_->choose(3);
    show_origin();
}

void RegistersPane::show_origin() {
    const meter::RegisterRow* row =
        meter::find_register(static_cast<std::uint16_t>(registers_->chosen()));
    if (row == nullptr || !view_) return;
    const meter::Config& config = view_->points.config;
    if (explained_ != row->number || !(explained_in_ == config)) {
        explained_ = row->number;
        explained_in_ = config;
        origin_ = origin_of(*row, view_->points);
    }
    registers_->explain(origin_html(*row, origin_, value_text(*row, view_->points)));
}

// Judged here for the reason in words, then asked for as on the line: function 06.
void RegistersPane::write(int number, const QString& text, bool raw) {
    const meter::RegisterRow* row = meter::find_register(static_cast<std::uint16_t>(number));
    if (row == nullptr || !view_) return;
    const auto word = parse_word(*row, text, raw);
    if (const QString* wrong = std::get_if<QString>(&word)) return registers_->tell(*wrong, true);
    const auto value = std::get<std::uint16_t>(word);
    if (const auto why = refusal(*row, view_->points.config, value))
        return registers_->tell(tr("Refused: %1").arg(*why), true);
    const int address = number - 1;
    bench_.runner.enter(view_->meter, [address, value](bench::Rig& rig) {
        const std::array<std::uint8_t, 5> request{
            6, static_cast<std::uint8_t>(address >> 8), static_cast<std::uint8_t>(address & 0xff),
            static_cast<std::uint8_t>(value >> 8), static_cast<std::uint8_t>(value & 0xff)};
        std::array<std::uint8_t, meter::modbus::kMaxPdu> answer{};
        rig.request(request, answer);
    });
    registers_->tell(
        tr("Wrote %1 to %2 (%3)").arg(value).arg(number).arg(QString::fromLatin1(row->name)),
        false);
    if (row->setting == nullptr)
        bench_.events.add(
            view_->simulated_seconds, EventKind::write,
            tr("%1 (%2) \u2190 %3").arg(QString::fromLatin1(row->name)).arg(number).arg(value));
}

}  // namespace desktop
