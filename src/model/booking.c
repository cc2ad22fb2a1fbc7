/* booking.c - choices of bookings.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/fields.h"
#include "model/tables.h"

static const struct choice booking_statuses[] = {
	{ .word = "booked", .label = "Booked" },
	{ .word = "waiting", .label = "Waiting", .also = "waiting list" },
	{ .word = "attended", .label = "Attended", .also = "came,present" },
	{ .word = "absent", .label = "Absent", .also = "did not come" },
	{ .word = "apologies", .label = "Apologies", .also = "sent apologies" },
	{ .word = "cancelled", .label = "Cancelled", .also = "canceled" },
	{ 0 }
};

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/booking.def"
};

const struct entity booking_entity = {
	.no = ENT_booking, .id = "booking", .title = "Booking",
	.plural = "Bookings", .ids = "bookings",
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = -1, .main_date = F_booking_made,
	.empty = "No bookings yet. n makes one.",
};
