/* user.c - those who write and look after schools.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "model/fields.h"
#include "model/tables.h"

enum status
user_check_name(const char *name, struct err *e)
{
	enum status st = utf8_check(name, false, USER_NAME_MAX, e);

	if (st != ST_OK)
		return st;
	if (str_empty(name))
		return err_set(e, ST_INVALID, "the name of a user is empty");
	if (strpbrk(name, ",\"") != NULL)
		return err_set(e, ST_INVALID, "\"%s\" cannot be the name of a"
		    " user: it may hold no comma and no quote", name);
	return ST_OK;
}

static enum status
user_check_field(const struct field *f, const char *value, struct err *e)
{
	enum status st = user_check_name(value, e);

	if (st != ST_OK && e != NULL)
		snprintf(e->field, sizeof e->field, "%s", f->id);
	return st;
}

/* In order: each may do what the one before may. */
const struct choice user_roles[] = {
	{ .word = "viewer", .also = "view" },
	{ .word = "editor", .also = "edit" },
	{ .word = "coordinator" },
	{ .word = "admin", .also = "administrator" },
	{ .word = NULL }
};

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
