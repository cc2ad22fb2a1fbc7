/* recipient.c - choices and rules of those who get a notice.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/fields.h"
#include "model/tables.h"

static const struct choice recipient_statuses[] = {
	{ .word = "to send", .label = "To send" },
	{ .word = "sent", .label = "Sent" },
	{ .word = "replied", .label = "Replied", .also = "answered" },
	{ .word = "declined", .label = "Declined", .also = "said no" },
	{ .word = "bounced", .label = "Bounced" },
	{ .word = "left out", .label = "Left out" },
	{ 0 }
};

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/recipient.def"
};

static bool
is_new(const struct row *old, const struct row *r, int f)
{
	return (old == NULL || !row_same(old, r, f)) && !row_is_empty(r, f);
}

/* An answer has its day; a day or words of an answer are one. */
static void
recipient_derive(const struct row *old, struct row *r, int today)
{
	char day[11];

	day_iso(today, day);
	if ((old == NULL || row_same(old, r, F_recipient_status)) &&
	    row_is(r, F_recipient_status, "sent") &&
	    (is_new(old, r, F_recipient_replied) ||
	    is_new(old, r, F_recipient_reply)))
		row_set(r, F_recipient_status, "replied");
	if (row_is(r, F_recipient_status, "replied") &&
	    row_is_empty(r, F_recipient_replied))
		row_set(r, F_recipient_replied, day);
}

static enum status
recipient_check(const struct row *r, struct err *e)
{
	if (row_is_empty(r, F_recipient_contact) &&
	    row_is_empty(r, F_recipient_organisation))
		return field_refuse(e, "contact", "it goes to a person, or to "
		    "an organisation");
	return check_order(r, F_recipient_sent, F_recipient_replied, e);
}

const struct entity recipient_entity = {
	.no = ENT_recipient, .id = "recipient", .title = "Recipient",
	.plural = "Recipients", .ids = "recipients",
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = -1, .main_date = F_recipient_sent,
	.empty = "Nobody yet. n adds somebody.",
	.derive = recipient_derive, .check = recipient_check,
};
