/* user.c - those who write and look after schools.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/fields.h"
#include "model/tables.h"

static const struct field fields[] = {
#define FIELD FIELD_ROW
#include "model/user.def"
};

const struct entity user_entity = {
	.no = ENT_user, .id = "user", .title = "User",
	.plural = "Users", .ids = "users", .go = 'u',
	.fields = fields, .nfields = COUNT_OF(fields),
	.key = F_user_name, .main_date = -1,
	.empty = "No users yet. n makes one; so does a first save.",
};
