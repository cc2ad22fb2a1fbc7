/* users.c - those who write here or look after schools, by name.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/users.h"

#include "app/record.h"
#include "app/text.h"
#include "db/search.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/name.h"
#include "model/tables.h"

#define SAME	5		/* of one full name, looked at */

enum status
users_find(struct app *app, const char *name, int64_t *out, struct err *e)
{
	*out = 0;
	return store_by_key(app->db, entities[ENT_user], name, out, e);
}

/* Somebody's whole full name: as lists show them. */
static enum status
by_full_name(struct app *app, const char *text, int64_t *out, struct err *e)
{
	struct hits hits = { 0 };
	enum status st = search_names(app->db, "user", text, SAME, &hits, e);
	size_t n = 0;

	while (st == ST_OK && n < hits.n && hits.v[n].class == NAME_EXACT)
		n++;
	if (n == 1)
		*out = hits.v[0].id;
	if (n > 1)
		st = err_set(e, ST_AMBIGUOUS, "%zu users are called \"%s\":"
		    " write the name under which they save.", n, text);
	hits_clear(&hits);
	return st;
}

enum status
users_meant(struct app *app, const char *text, int64_t *out, struct err *e)
{
	const char *ent;
	struct err no = { 0 };
	enum status st;

	if ((st = users_find(app, text, out, e)) != ST_OK || *out != 0)
		return st;
	st = ref_resolve_in(app, "user", text, false, &ent, out, &no);
	if (st == ST_OK)
		return ST_OK;
	if (st != ST_NOT_FOUND || str_istarts(text, "user/")) {
		if (e != NULL)
			*e = no;
		return st;
	}
	*out = 0;
	if ((st = by_full_name(app, text, out, e)) != ST_OK || *out != 0)
		return st;
	return user_check_name(text, e);
}

enum status
users_make(struct app *app, const char *name, int64_t *out, struct err *e)
{
	struct row *row = record_new(app, entities[ENT_user]);
	enum status st;

	row_set(row, F_user_name, name);
	st = record_add(app, row, e);
	*out = row->id;
	row_free(row);
	return st;
}

enum status
users_me(struct app *app, int64_t *out, struct err *e)
{
	enum status st;

	*out = 0;
	if (str_ieq(app->user, USERS_MAKER))
		return ST_OK;
	st = users_find(app, app->user, out, e);
	return st != ST_OK || *out != 0 ? st :
	    users_make(app, app->user, out, e);
}

enum status
users_need(struct app *app, const char *text, int64_t *out, struct err *e)
{
	enum status st = users_meant(app, text, out, e);

	return st != ST_OK || *out != 0 ? st :
	    users_make(app, text, out, e);
}
