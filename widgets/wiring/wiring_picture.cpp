#include "widgets/wiring/wiring_picture.h"

#include <algorithm>

namespace widgets {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(widgets::Wiring)
};

std::array<int, 3>& leads(WiringPicture& picture, LeadKind kind) {
    return kind == LeadKind::voltage ? picture.voltage : picture.rope;
}

QChar letter(int conductor) { return QLatin1String{"ABCN"}[conductor]; }

bool reachable(const WiringPicture& picture, Lead lead, int conductor) {
    const WiringType& type = wiring_type(picture.system_type);
    if (conductor == kOpen) return true;
    if (conductor == kNeutral) return type.neutral && lead.kind == LeadKind::voltage;
    return conductor >= 0 && conductor < type.conductors;
}

QString fault_of(const WiringPicture& picture, Lead lead) {
    const int at = conductor_of(picture, lead);
    const QString what =
        (lead.kind == LeadKind::voltage ? Words::tr("voltage %1") : Words::tr("rope %1"))
            .arg(letter(lead.index));
    if (at == lead.index) return {};
    if (at == kOpen) return Words::tr("%1 is open").arg(what);
    return Words::tr("%1 is on %2").arg(what, letter(at));
}

}  // namespace

const WiringType& wiring_type(int code) {
    const auto* found = std::find_if(kWiringTypes.begin(), kWiringTypes.end(),
                                     [code](const WiringType& type) { return type.code == code; });
    return found != kWiringTypes.end() ? *found : kWiringTypes.back();
}

WiringPicture correct_wiring(int system_type) {
    WiringPicture picture;
    picture.system_type = system_type;
    return picture;
}

bool exists(const WiringPicture& picture, Lead lead) {
    const WiringType& type = wiring_type(picture.system_type);
    return lead.index < (lead.kind == LeadKind::voltage ? type.voltages : type.ropes);
}

int conductor_of(const WiringPicture& picture, Lead lead) {
    const auto i = static_cast<std::size_t>(lead.index);
    return lead.kind == LeadKind::voltage ? picture.voltage[i] : picture.rope[i];
}

WiringPicture connected(WiringPicture picture, Lead lead, int conductor) {
    if (reachable(picture, lead, conductor))
        leads(picture, lead.kind)[static_cast<std::size_t>(lead.index)] = conductor;
    return picture;
}

WiringPicture swapped(WiringPicture picture, Lead lead, int conductor) {
    if (!reachable(picture, lead, conductor) || conductor == kOpen) return picture;
    const int from = conductor_of(picture, lead);
    for (int i = 0; i < 3; ++i) {
        const Lead other{lead.kind, i};
        if (i == lead.index || !exists(picture, other)) continue;
        if (conductor_of(picture, other) == conductor) {
            picture = connected(picture, other, from);
            break;
        }
    }
    return connected(picture, lead, conductor);
}

WiringPicture turned_round(WiringPicture picture, int rope) {
    bool& reversed = picture.reversed[static_cast<std::size_t>(rope)];
    reversed = !reversed;
    return picture;
}

QStringList wiring_faults(const WiringPicture& picture) {
    QStringList faults;
    for (const LeadKind kind : {LeadKind::voltage, LeadKind::rope}) {
        for (int i = 0; i < 3; ++i) {
            const Lead lead{kind, i};
            if (!exists(picture, lead)) continue;
            const QString fault = fault_of(picture, lead);
            if (!fault.isEmpty()) faults.append(fault);
            if (kind == LeadKind::rope && picture.reversed[static_cast<std::size_t>(i)])
                faults.append(Words::tr("rope %1 is reversed").arg(letter(i)));
        }
    }
    return faults;
}

}  // namespace widgets
