/* contact.c - choices and rules of contacts.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/fields.h"
#include "model/tables.h"

static const struct choice contact_oks[] = {
	{ .word = "work", .label = "At work", .also = "yes" },
	{ .word = "no bulk", .label = "Not in mailings", .also = "no mailings" },
	{ .word = "none", .label = "Not at all", .also = "no" },
	{ 0 }
};

static const struct setdef contact_distinct_set = {
	.table = "contact_distinct", .shape = SET_REFS, .nkeys = 1, .ncols = 1,
	.cols = (const struct field[]){
		{ .id = "other", .type = FT_REF, .label = "Not the same as",
		  .ref = "contact", .help = "One that only looks alike." },
	},
};

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/contact.def"
};

const struct entity contact_entity = {
	.no = ENT_contact, .id = "contact", .title = "Contact",
	.plural = "Contacts", .ids = "contacts", .go = 'k',
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = -1, .main_date = -1,
	.empty = "No contacts yet. n makes one.",
};
