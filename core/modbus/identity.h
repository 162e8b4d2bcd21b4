// Who the meter says it is: functions 11 (report slave id) and 2B/0E (read device identification).
// Strings and layout are meter.md 1.4; the rules of 2B are metrology.md 4.2.
//
// Report id: count, id byte F7, status FF (operating system) or 00 (reset system), text.
//
// Device identification: 0E, code as asked, conformity level 01, more follows 00, next object 00,
// number of objects, and for each its id, length and text. The meter has the three basic objects,
// and they always fit: 00 VendorName, 01 ProductCode, 02 MajorMinorRevision (this numbering is
// inferred: the guide prints 01..03).
//   code 1, 2, 3   basic, regular, extended: the basic objects from the id asked for, or from 00
//                  when there is no such id; the meter's level is the lowest
//   code 4         the object asked for; exception 02 when there is none. That the meter knows it
//                  is inferred: its conformity level promises streams only
//   other codes    exception 03
#pragma once

#include <cstdint>
#include <span>

#include "core/modbus/exception.h"
#include "core/modbus/pdu.h"
#include "core/registers/bank.h"

namespace meter::modbus {

// Rows of the function table (pdu.h).
Exception report_id(Bank& bank, std::span<const std::uint8_t> body, PduWriter& answer);
Exception read_device_identification(Bank& bank, std::span<const std::uint8_t> body,
                                     PduWriter& answer);

}  // namespace meter::modbus
