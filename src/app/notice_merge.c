/* notice_merge.c - a notice out of the program: a sheet for a mail merge, or a
 * draft for each who gets it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/notice_merge.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "app/notice_int.h"
#include "app/text.h"
#include "app/users.h"
#include "base/clock.h"
#include "base/csv.h"
#include "base/date.h"
#include "base/mail.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/utf8.h"
#include "db/notice.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/letter.h"
#include "model/tables.h"

struct letter {
	char		*ref, *email;
	char		*value[LETTER_WORDS];
	char		*text;
};
struct merging {
	struct app	*app;
	struct row	*notice;
	char		*title, *me, *email, *due;	/* the same in all */
	char		*files;				/* "how-to.pdf, …" */
	struct letter	*v;
	size_t		 n;
};

static void
merging_clear(struct merging *m)
{
	for (size_t i = 0; i < m->n; i++) {
		free(m->v[i].ref);
		free(m->v[i].email);
		free(m->v[i].text);
		for (int w = 0; w < LETTER_WORDS; w++)
			free(m->v[i].value[w]);
	}
	free(m->v);
	free(m->title);
	free(m->me);
	free(m->email);
	free(m->due);
	free(m->files);
	row_free(m->notice);
}

static char *
title_of(struct app *app, enum entity_no ent, int64_t id)
{
	struct buf b;

	buf_init(&b, BUF_LINE);
	if (id != 0)
		title_text(app, entities[ent], id, &b);
	return buf_take(&b);
}

/* --- what all have ------------------------------------------------------- */

/* Its owner, else who asks for it. */
static enum status
read_me(struct merging *m, struct err *e)
{
	int64_t id = row_ref(m->notice, F_notice_owner);
	struct row *r;
	enum status st = ST_OK;

	if (id == 0)
		st = users_find(m->app, m->app->user, &id, e);
	m->me = xstrdup(m->app->user);
	m->email = xstrdup("");
	if (st != ST_OK || id == 0)
		return st;
	st = store_load(m->app->db, entities[ENT_user], id, false, &r, e);
	if (st != ST_OK)
		return st;
	free(m->me);
	free(m->email);
	m->me = xstrdup(row_is_empty(r, F_user_full_name) ?
	    row_get(r, F_user_name) : row_get(r, F_user_full_name));
	m->email = xstrdup(row_get(r, F_user_email));
	row_free(r);
	return ST_OK;
}

/* A reminder speaks of what was asked first. */
static enum status
read_title(struct merging *m, struct err *e)
{
	struct db_ids chain;
	struct row *first;
	enum status st = notice_chain(m->app->db, m->notice->id, &chain, e);

	if (st != ST_OK)
		return st;
	st = store_load(m->app->db, entities[ENT_notice], chain.v[0], false,
	    &first, e);
	db_ids_clear(&chain);
	if (st != ST_OK)
		return st;
	m->title = xstrdup(row_get(first, F_notice_title));
	row_free(first);
	return ST_OK;
}

static enum status
read_notice(struct merging *m, int64_t id, struct err *e)
{
	struct buf b;
	char day[24];
	enum status st = store_load(m->app->db, entities[ENT_notice], id,
	    false, &m->notice, e);

	if (st != ST_OK || (st = read_me(m, e)) != ST_OK ||
	    (st = read_title(m, e)) != ST_OK)
		return st;
	buf_init(&b, BUF_ROW);
	value_text(m->app, m->notice, F_notice_attachments, &b);
	m->files = buf_take(&b);
	if (row_day(m->notice, F_notice_due) != DAY_NONE) {
		day_long(row_day(m->notice, F_notice_due), day);
		m->due = xstrdup(day);
	} else if (letter_has(row_get(m->notice, F_notice_body),
	    LETTER_DUE)) {
		return err_field(e, ST_INVALID, "due", "The text says {due}, "
		    "but there is no day to reply by: set due.");
	}
	return ST_OK;
}

/* --- each ---------------------------------------------------------------- */

static bool
is_for(const struct row *r)
{
	return row_ref(r, F_recipient_contact) != 0 &&
	    (row_is(r, F_recipient_status, "to send") ||
	    row_is(r, F_recipient_status, "sent"));
}

static enum status
fill(struct merging *m, const struct row *r, struct letter *l, struct err *e)
{
	int64_t place, person = row_ref(r, F_recipient_contact);
	enum entity_no ent = notice_place(r, &place);
	struct row *contact;
	struct buf b;
	enum status st;

	st = store_load(m->app->db, entities[ENT_contact], person, true,
	    &contact, e);
	if (st != ST_OK)
		return st;
	l->value[LETTER_NAME] = xstrdup(row_get(contact, F_contact_name));
	l->value[LETTER_ORGANISATION] = place != 0 ?
	    title_of(m->app, ent, place) :
	    xstrdup(row_get(contact, F_contact_organisation));
	l->value[LETTER_SCHOOL] = xstrdup(l->value[LETTER_ORGANISATION]);
	l->value[LETTER_ME] = xstrdup(m->me);
	l->value[LETTER_TITLE] = xstrdup(m->title);
	l->value[LETTER_DUE] = xstrdup(m->due != NULL ? m->due : "");
	l->email = xstrdup(row_get(contact, F_contact_email));
	row_free(contact);
	buf_init(&b, BUF_ROW);
	ref_text(m->app, r->ent, r->id, &b);
	l->ref = buf_take(&b);
	buf_init(&b, BUF_ROW);
	letter_fill(row_get(m->notice, F_notice_body),
	    (const char *const *)l->value, &b);
	l->text = buf_take(&b);
	return ST_OK;
}

static enum status
add_letter(struct merging *m, int64_t id, struct err *e)
{
	struct row *r;
	enum status st = store_load(m->app->db, entities[ENT_recipient], id,
	    false, &r, e);

	if (st != ST_OK)
		return st;
	if (is_for(r)) {
		m->v = xreallocarray(m->v, m->n + 1, sizeof *m->v);
		m->v[m->n] = (struct letter){ 0 };
		st = fill(m, r, &m->v[m->n++], e);
	}
	row_free(r);
	return st;
}

static enum status
read_all(struct merging *m, int64_t id, struct err *e)
{
	struct db_ids ids;
	enum status st;

	if ((st = read_notice(m, id, e)) != ST_OK ||
	    (st = notice_recipients(m->app->db, id, &ids, e)) != ST_OK)
		return st;
	for (size_t i = 0; i < ids.n && st == ST_OK; i++)
		st = add_letter(m, ids.v[i], e);
	db_ids_clear(&ids);
	if (st == ST_OK && m->n == 0)
		st = err_set(e, ST_INVALID, "Nobody is left whom \"%s\" would "
		    "go to.", row_get(m->notice, F_notice_title));
	return st;
}

/* --- the sheet ----------------------------------------------------------- */

static void
add_row(const char *const *cell, size_t n, struct buf *out)
{
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			buf_addc(out, ',');
		csv_cell(out, cell[i], true);
	}
	buf_addc(out, '\n');
}

enum status
notice_merge(struct app *app, int64_t notice, struct buf *out, struct err *e)
{
	static const char *const heads[] = { "ref", "name", "email", "school",
	    "organisation", "subject", "text", "attachments" };
	struct merging m = { .app = app };
	enum status st = read_all(&m, notice, e);

	if (st == ST_OK)
		add_row(heads, COUNT_OF(heads), out);
	for (size_t i = 0; i < m.n && st == ST_OK; i++) {
		const struct letter *l = &m.v[i];
		const char *const cells[] = { l->ref, l->value[LETTER_NAME],
		    l->email, l->value[LETTER_SCHOOL],
		    l->value[LETTER_ORGANISATION],
		    row_get(m.notice, F_notice_title), l->text, m.files };

		add_row(cells, COUNT_OF(cells), out);
	}
	merging_clear(&m);
	return st;
}

/* --- drafts -------------------------------------------------------------- */

/* From: the address of the sender, else of the replies, else of who owns it. */
static const char *
from_address(const struct merging *m)
{
	const char *const may[] = { row_get(m->notice, F_notice_sender),
	    row_get(m->notice, F_notice_reply_to), m->email };

	for (size_t i = 0; i < COUNT_OF(may); i++)
		if (mail_address_ok(may[i]))
			return may[i];
	return NULL;
}

static const char *
from_name(const struct merging *m)
{
	const char *sender = row_get(m->notice, F_notice_sender);

	return str_empty(sender) || mail_address_ok(sender) ? m->me : sender;
}

static void
write_draft(const struct merging *m, const struct letter *l, struct buf *out)
{
	const char *reply = row_get(m->notice, F_notice_reply_to);

	mail_date(out, clock_ms());
	mail_address(out, "From", from_name(m), from_address(m));
	if (mail_address_ok(reply) && !str_eq(reply, from_address(m)))
		mail_address(out, "Reply-To", "", reply);
	mail_address(out, "To", l->value[LETTER_NAME], l->email);
	mail_header(out, "Subject", row_get(m->notice, F_notice_title));
	buf_add(out, "X-Unsent: 1\r\n");
	if (!str_empty(m->files))
		mail_header(out, "X-Attachments-To-Add", m->files);
	mail_body(out, l->text);
}

/* "01-ms-grace-bell.eml" */
static char *
file_name(size_t i, size_t n, const char *name)
{
	char *folded = utf8_fold(name), *out;
	size_t len = 0;

	for (char *p = folded; *p != '\0' && len < 40; p++) {
		bool good = (*p >= 'a' && *p <= 'z') ||
		    (*p >= '0' && *p <= '9');

		if (good)
			folded[len++] = *p;
		else if (len > 0 && folded[len - 1] != '-')
			folded[len++] = '-';
	}
	folded[len] = '\0';
	out = xasprintf("%0*zu-%s.eml", n > 999 ? 5 : n > 99 ? 3 : 2, i + 1,
	    len > 0 ? folded : "draft");
	free(folded);
	return out;
}

static enum status
check_letters(const struct merging *m, struct err *e)
{
	if (from_address(m) == NULL)
		return err_set(e, ST_INVALID, "A draft needs an address it "
		    "comes from: set reply_to of the notice, or the e-mail of "
		    "its owner.");
	for (size_t i = 0; i < m->n; i++)
		if (!mail_address_ok(m->v[i].email))
			return err_set(e, ST_INVALID, "The e-mail address of "
			    "%s, \"%s\", cannot stand in a draft: mend it.",
			    m->v[i].value[LETTER_NAME], m->v[i].email);
	return ST_OK;
}

static enum status
check_files(char *const *path, size_t n, struct err *e)
{
	struct stat sb;

	for (size_t i = 0; i < n; i++)
		if (lstat(path[i], &sb) == 0)
			return err_set(e, ST_CONFLICT, "%s exists; --force "
			    "writes over it.", path[i]);
	return ST_OK;
}

static enum status
write_all(const struct merging *m, const char *dir, bool force, size_t *n,
    struct err *e)
{
	char **path = xcalloc(m->n, sizeof *path);
	enum status st = path_make_dir(dir, e);

	for (size_t i = 0; i < m->n; i++) {
		char *name = file_name(i, m->n, m->v[i].value[LETTER_NAME]);

		path[i] = path_join(dir, name);
		free(name);
	}
	if (st == ST_OK && !force)
		st = check_files(path, m->n, e);
	for (size_t i = 0; i < m->n && st == ST_OK; i++) {
		struct buf b;

		buf_init(&b, BUF_ROW);
		write_draft(m, &m->v[i], &b);
		st = path_replace(path[i], b.p, b.n, force, e);
		buf_clear(&b);
		*n += st == ST_OK;
	}
	for (size_t i = 0; i < m->n; i++)
		free(path[i]);
	free(path);
	return st;
}

enum status
notice_drafts(struct app *app, int64_t notice, const char *dir, bool force,
    size_t *n, struct err *e)
{
	struct merging m = { .app = app };
	enum status st = read_all(&m, notice, e);

	*n = 0;
	if (st == ST_OK)
		st = check_letters(&m, e);
	if (st == ST_OK)
		st = write_all(&m, dir, force, n, e);
	merging_clear(&m);
	return st;
}
