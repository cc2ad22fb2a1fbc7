/* notice_merge.c - a notice out of the program: a sheet for a mail merge, or a
 * draft for each who gets it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/notice_merge.h"

#include <stdlib.h>
#include <sys/stat.h>

#include "app/notice_letters.h"
#include "base/clock.h"
#include "base/csv.h"
#include "base/mail.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/utf8.h"
#include "model/fields.h"
#include "model/tables.h"

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
notice_merge(struct app *app, int64_t notice, struct buf *out,
    struct strs *left, struct err *e)
{
	static const char *const heads[] = { "ref", "name", "email", "school",
	    "organisation", "subject", "text", "attachments" };
	struct letters m = { .app = app, .left = left };
	enum status st = letters_read(&m, notice, e);

	if (st == ST_OK)
		add_row(heads, COUNT_OF(heads), out);
	for (size_t i = 0; i < m.n && st == ST_OK; i++) {
		const struct letter *l = &m.v[i];
		const char *const cells[] = { l->ref, l->value[LETTER_NAME],
		    l->email, l->value[LETTER_SCHOOL],
		    l->value[LETTER_ORGANISATION],
		    l->subject, l->text, m.files };

		add_row(cells, COUNT_OF(cells), out);
	}
	letters_clear(&m);
	return st;
}

/* --- drafts -------------------------------------------------------------- */

/* From: the address of the sender, else of the replies, else of who owns it. */
static const char *
from_address(const struct letters *m)
{
	const char *const may[] = { row_get(m->notice, F_notice_sender),
	    row_get(m->notice, F_notice_reply_to), m->email };

	for (size_t i = 0; i < COUNT_OF(may); i++)
		if (mail_address_ok(may[i]))
			return may[i];
	return NULL;
}

static const char *
from_name(const struct letters *m)
{
	const char *sender = row_get(m->notice, F_notice_sender);

	return str_empty(sender) || mail_address_ok(sender) ? m->me : sender;
}

static void
write_draft(const struct letters *m, const struct letter *l, struct buf *out)
{
	const char *reply = row_get(m->notice, F_notice_reply_to);

	mail_date(out, clock_ms());
	mail_address(out, "From", from_name(m), from_address(m));
	if (mail_address_ok(reply) && !str_eq(reply, from_address(m)))
		mail_address(out, "Reply-To", "", reply);
	mail_address(out, "To", l->value[LETTER_NAME], l->email);
	mail_header(out, "Subject", l->subject);
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
check_letters(const struct letters *m, struct err *e)
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
write_all(const struct letters *m, const char *dir, bool force, size_t *n,
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
    size_t *n, struct strs *left, struct err *e)
{
	struct letters m = { .app = app, .left = left };
	enum status st = letters_read(&m, notice, e);

	*n = 0;
	if (st == ST_OK)
		st = check_letters(&m, e);
	if (st == ST_OK)
		st = write_all(&m, dir, force, n, e);
	letters_clear(&m);
	return st;
}
