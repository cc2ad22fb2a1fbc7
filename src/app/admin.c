/* admin.c - care of the database: its name, its health.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/admin.h"

#include <stdlib.h>
#include <unistd.h>

#include "app/assess_check.h"
#include "app/backup.h"
#include "app/may.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/utf8.h"
#include "db/check.h"
#include "db/db.h"
#include "db/repair.h"
#include "db/rescue.h"
#include "db/steps.h"

#define NAME_MAX_CHARS	100

const char *
admin_path(const struct app *app)
{
	return db_path(app->db);
}

enum status
admin_set_name(struct app *app, const char *name, struct err *e)
{
	enum status st;

	if ((st = app_may_write(app, e)) != ST_OK ||
	    (st = may_do(app, DO_NAME, NULL, e)) != ST_OK ||
	    (st = utf8_check(name, false, NAME_MAX_CHARS, e)) != ST_OK ||
	    (st = db_begin(app->db, e)) != ST_OK)
		return st;
	return db_end(app->db, meta_set(app->db, "name", name, e), e);
}

enum status
admin_check(struct app *app, void (*fn)(void *, const char *, const char *,
    const char *), void *arg, struct err *e)
{
	enum status st = db_check(app->db, fn, arg, e);

	return st == ST_OK ? assess_check(app, fn, arg, e) : st;
}

struct telling {
	void		(*fn)(void *arg, const char *done);
	void		*arg;
};

static void
tell_anew(void *arg, const char *what)
{
	struct telling *t = arg;
	char *text = xasprintf("Made anew: %s.", what);

	t->fn(t->arg, text);
	free(text);
}

static void
tell_count(struct telling *t, int64_t n, const char *one, const char *many)
{
	char *text;

	if (n == 0)
		return;
	text = xasprintf("%lld %s", (long long)n, n == 1 ? one : many);
	t->fn(t->arg, text);
	free(text);
}

static void
tell_repaired(const struct repaired *r, struct telling *t)
{
	if (r->parts)
		t->fn(t->arg, "Indexes and triggers are again those of "
		    "Caseload.");
	tell_count(t, r->made, "record was missing, and is made again from the "
	    "history.", "records were missing, and are made again from the "
	    "history.");
	tell_count(t, r->emptied, "reference to a record that is not there is "
	    "emptied.", "references to records that are not there are "
	    "emptied.");
	tell_count(t, r->noted, "record stood otherwise than the history says: "
	    "it stays, and the history has the change now (caseload history "
	    "user:caseload).", "records stood otherwise than the history "
	    "says: they stay, and the history has the changes now (caseload "
	    "history user:caseload).");
}

enum status
admin_repair(struct app *app, void (*fn)(void *, const char *), void *arg,
    struct err *e)
{
	struct telling t = { fn, arg };
	struct repaired r;
	char *kept = NULL, *text;
	enum status st;

	if ((st = app_may_write(app, e)) != ST_OK ||
	    (st = may_do(app, DO_REPAIR, NULL, e)) != ST_OK)
		return st;
	if ((st = backup_aside(app->db, "before-repair", &kept, e)) != ST_OK)
		return err_prefix(e, "No copy could be kept, so nothing was "
		    "repaired: ");
	if ((st = db_repair(app->db, tell_anew, &t, &r, e)) == ST_OK) {
		tell_repaired(&r, &t);
		text = xasprintf("What was there is kept as %s.", kept);
		fn(arg, text);
		free(text);
	} else {
		(void)unlink(kept);	/* all is as it was */
	}
	free(kept);
	return st;
}

/* The newest of FILE's backups that is whole; NULL when there is none. */
static char *
good_backup(const char *file)
{
	struct strs all = { 0 };
	char *found = NULL;

	backup_list(file, &all);
	for (size_t i = 0; i < all.n && found == NULL; i++)
		if (backup_look(all.v[i], NULL, NULL) == ST_OK)
			found = xstrdup(all.v[i]);
	strs_clear(&all);
	return found;
}

static void
tell_rescued(const struct rescued *r, const char *backup, struct telling *t)
{
	char *text = xasprintf("Read %lld record%s from the damaged file, %lld "
	    "from %s, made %lld again from the history.", (long long)r->read,
	    r->read == 1 ? "" : "s", (long long)r->backup, backup != NULL ?
	    backup : "no backup, there is none", (long long)r->history);

	t->fn(t->arg, text);
	free(text);
	if (r->whole) {
		t->fn(t->arg, "The history is whole: no record is missing.");
		return;
	}
	if (r->filled > 0) {
		text = xasprintf("Of %lld record%s parts were filled from the "
		    "history or the backup.", (long long)r->filled,
		    r->filled == 1 ? "" : "s");
		t->fn(t->arg, text);
		free(text);
	}
	text = xasprintf("It cannot be known that all is there: %lld place%s "
	    "could not be read and %lld reference%s to what is lost %s emptied; "
	    "what was saved last may be missing. Compare it with what you "
	    "know.",
	    (long long)r->holes, r->holes == 1 ? "" : "s",
	    (long long)r->emptied, r->emptied == 1 ? "" : "s",
	    r->emptied == 1 ? "was" : "were");
	t->fn(t->arg, text);
	free(text);
}

enum status
admin_rescue(const char *file, char **out, bool *whole,
    void (*fn)(void *, const char *), void *arg, struct err *e)
{
	struct telling t = { fn, arg };
	struct rescued r;
	char *backup = good_backup(file), *before;
	enum status st;

	before = xasprintf("%s.rescued", file);
	*out = backup_stamped(before);
	free(before);
	st = db_rescue(file, backup, *out, &r, e);
	*whole = st == ST_OK && r.whole;
	if (st == ST_OK)
		tell_rescued(&r, backup, &t);
	free(backup);
	if (st != ST_OK) {
		free(*out);
		*out = NULL;
	}
	return st;
}
