/* users.c - those who write here or look after schools, by name.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/users.h"

#include <string.h>

#include "app/lists.h"
#include "app/record.h"
#include "app/text.h"
#include "base/buf.h"
#include "db/search.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/name.h"
#include "model/tables.h"

enum {
	SAME = 5,		/* of one full name, looked at */
	NAMES = 500,		/* among which the nearest is sought */
	NAMED = 6		/* of them in a sentence */
};

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

static enum status
read_names(struct app *app, struct strs *out, struct err *e)
{
	static const int name = F_user_name;
	struct list_page page = { 0 };
	struct lister l;
	enum status st = lister_open(&l, app, entities[ENT_user], "", e);

	if (st != ST_OK)
		return st;
	lister_columns(&l, &name, 1);
	lister_sort(&l, name, false);
	st = lister_page(&l, NULL, true, NAMES, &page, e);
	for (size_t i = 0; i < page.n; i++)
		strs_add(out, page.row[i].cell[0]);
	list_clear(&page);
	lister_close(&l);
	return st;
}

/* "; did you mean dan?" or "; there are dan, priya and sam." */
static void
say_names(const struct strs *names, const char *text, struct buf *out)
{
	const char *near = str_nearest(text,
	    (const char *const *)names->v, names->n);

	if (near != NULL || names->n == 0) {
		buf_addf(out, "%s%s%s", near != NULL ? "; did you mean " : ".",
		    near != NULL ? near : "", near != NULL ? "?" : "");
		return;
	}
	buf_add(out, names->n == 1 ? "; there is " : "; there are ");
	for (size_t i = 0; i < names->n && i < NAMED; i++)
		buf_addf(out, "%s%s", i == 0 ? "" :
		    i + 1 == names->n ? " and " : ", ", names->v[i]);
	buf_add(out, names->n > NAMED ? " and others." : ".");
}

enum status
users_none(struct app *app, const char *text, bool how, struct err *e)
{
	struct strs names = { 0 };
	struct buf b;
	enum status st = read_names(app, &names, e);

	if (st == ST_OK) {
		buf_init(&b, BUF_LINE);
		buf_addf(&b, "No user is called \"%s\"", text);
		say_names(&names, text, &b);
		if (how && user_check_name(text, NULL) == ST_OK)
			buf_addf(&b, " caseload add user name=%s%s%s makes"
			    " a new one.", strchr(text, ' ') != NULL ? "\"" : "",
			    text, strchr(text, ' ') != NULL ? "\"" : "");
		st = err_set(e, ST_NOT_FOUND, "%s", b.p);
		buf_clear(&b);
	}
	strs_clear(&names);
	return st;
}

enum status
users_known(struct app *app, const char *text, int64_t *out, struct err *e)
{
	enum status st = users_meant(app, text, out, e);

	return st != ST_OK || *out != 0 ? st : users_none(app, text, true, e);
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
