/* chase_page.c - who was asked, when, and who has not answered.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/chase_page.h"

#include <stdlib.h>
#include <string.h>

#include "app/notice_int.h"
#include "app/text.h"
#include "base/date.h"
#include "base/mem.h"
#include "db/notice.h"
#include "db/store.h"
#include "model/fields.h"
#include "model/tables.h"

enum { TIMES = 3 };		/* columns: the last of them */

/* Somebody's rows of the chain: each time they were asked. */
struct asked {
	struct chase_row at;
	struct row	*last;		/* the newest that they got, else any */
	char		*when[TIMES];
	char		*reply;
	char		*next;
	char		*why;		/* left out of the newest; "" not */
	int64_t		 first;		/* the person who was asked first */
	bool		 out;		/* left out of all */
	bool		 closed;
};
struct making {
	struct app	*app;
	struct report	*r;
	struct row	*notice;	/* whose page it is */
	struct db_ids	 chain;
	struct letter_form form;	/* of the next reminder; role borrowed */
	struct letter_book *book;
	struct asked	*v;
	size_t		 n, open;	/* … of them, that are to answer */
	size_t		 first;		/* of the chain, that has a column */
	bool		 places;	/* is any of them a place? */
};

void
chase_rows_clear(struct chase_rows *r)
{
	free(r->v);
	*r = (struct chase_rows){ 0 };
}

static void
making_clear(struct making *m)
{
	for (size_t i = 0; i < m->n; i++) {
		row_free(m->v[i].last);
		free(m->v[i].reply);
		free(m->v[i].next);
		free(m->v[i].why);
		for (int t = 0; t < TIMES; t++)
			free(m->v[i].when[t]);
	}
	free(m->v);
	row_free(m->notice);
	db_ids_clear(&m->chain);
	letter_book_free(m->book);
}

/* "2 Nov", in another academic year "2 Nov 2025". */
static char *
day_text(const struct app *app, int day)
{
	char text[24];
	char *out;

	if (day == DAY_NONE)
		return xstrdup("");
	day_long(day, text);
	out = xstrdup(text + 4);
	if (year_of_day(day) == year_of_day(app->today))
		out[strlen(out) - 5] = '\0';
	return out;
}

/* --- gathering ----------------------------------------------------------- */

static struct asked *
find(struct making *m, int64_t place, int64_t contact)
{
	for (size_t i = 0; i < m->n; i++)
		if (m->v[i].at.place == place &&
		    (place != 0 || m->v[i].at.contact == contact))
			return &m->v[i];
	m->v = xreallocarray(m->v, m->n + 1, sizeof *m->v);
	m->v[m->n] = (struct asked){ .at = { .place = place }, .out = true,
	    .reply = xstrdup(""), .next = xstrdup(""), .why = xstrdup("") };
	return &m->v[m->n++];
}

static void
replace(char **at, char *take_text)
{
	free(*at);
	*at = take_text;
}

/* On the K-th notice of the chain. */
static void
take(struct making *m, size_t k, struct row *take_row)
{
	struct row *r = take_row;
	bool left = row_is(r, F_recipient_status, "left out");
	int64_t place;
	enum entity_no ent = notice_place(r, &place);
	struct asked *a = find(m, place, row_ref(r, F_recipient_contact));

	if (a->first == 0)
		a->first = row_ref(r, F_recipient_contact);
	m->places = m->places || ent != ENT_MAX;
	if (k >= m->first && !left)
		replace(&a->when[k - m->first],
		    row_is_empty(r, F_recipient_sent) ?
		    xstrdup(row_get(r, F_recipient_status)) :
		    day_text(m->app, row_day(r, F_recipient_sent)));
	if (!row_is_empty(r, F_recipient_next))
		replace(&a->next, day_text(m->app,
		    row_day(r, F_recipient_next)));
	if (!left || a->last == NULL || !row_same(a->last, r,
	    F_recipient_notice))
		replace(&a->why, xstrdup(left ?
		    row_get(r, F_recipient_reason) : ""));
	if (left && a->last != NULL) {
		row_free(r);
		return;
	}
	a->out = a->out && left;
	if (!row_is_empty(r, F_recipient_reply))
		replace(&a->reply, xstrdup(row_get(r, F_recipient_reply)));
	a->closed = row_is(r, F_recipient_status, "replied") ||
	    row_is(r, F_recipient_status, "declined");
	if (a->closed && *a->reply == '\0')
		replace(&a->reply, xstrdup(row_get(r, F_recipient_status)));
	if (row_is(r, F_recipient_status, "bounced"))
		replace(&a->reply, xstrdup("bounced"));
	a->at.open = !a->closed && (a->at.open ||
	    !row_is_empty(r, F_recipient_sent));
	a->at.recipient = r->id;
	a->at.contact = row_ref(r, F_recipient_contact);
	row_free(a->last);
	a->last = r;
}

static bool
is_unsent(const struct row *r)
{
	return row_is(r, F_recipient_status, "to send");
}

/* The recipients of a notice; who is yet to be sent it is judged as of now. */
static enum status
read_present(struct making *m, int64_t id, struct notice_present *now,
    struct err *e)
{
	struct row *notice;
	enum status st = store_load(m->app->db, entities[ENT_notice], id,
	    false, &notice, e);

	if (st != ST_OK)
		return st;
	st = notice_present_read(m->app, id, now, e);
	if (st == ST_OK && row_is(notice, F_notice_direction, "out") &&
	    (st = notice_as_of_now(m->app, notice, now, is_unsent, e)) != ST_OK)
		notice_present_clear(now);
	row_free(notice);
	return st;
}

static enum status
gather(struct making *m, struct err *e)
{
	struct notice_present now;
	enum status st = ST_OK;

	m->first = m->chain.n > TIMES ? m->chain.n - TIMES : 0;
	for (size_t k = 0; k < m->chain.n && st == ST_OK; k++) {
		st = read_present(m, m->chain.v[k], &now, e);
		if (st != ST_OK)
			return st;
		for (size_t i = 0; i < now.n; i++) {
			take(m, k, now.v[i]);
			now.v[i] = NULL;
		}
		notice_present_clear(&now);
	}
	return st;
}

/* --- what is next -------------------------------------------------------- */

/* Whose turn it is: the role that the next reminder goes to. */
static enum status
find_turn(struct making *m, struct asked *a, struct err *e)
{
	const struct notice_turn turn = { m->form.role, "", a->first };
	struct notice_people may;
	struct buf why;
	int64_t place;
	size_t at;
	enum status st;

	if (!a->at.open || *a->next != '\0' || str_empty(m->form.role) ||
	    notice_place(a->last, &place) != ENT_school)
		return ST_OK;
	st = notice_next(m->app, a->last, &turn, &may, e);
	buf_init(&why, BUF_LINE);
	if (st == ST_OK) {
		at = notice_pick(&may, m->open > 1, m->app->today, &why);
		if (!str_empty(may.v[at].verdict.role))
			replace(&a->next, xstrdup(may.v[at].verdict.role));
	}
	buf_clear(&why);
	notice_people_clear(&may);
	return st;
}

static enum status
read_next(struct making *m, struct err *e)
{
	const struct letter_form *f;
	enum status st = notice_book(m->app, &m->book, e);

	if (st != ST_OK)
		return st;
	f = letter_book_attempt(m->book, (int)m->chain.n + 1);
	if (f != NULL)
		m->form = *f;
	for (size_t i = 0; i < m->n; i++)
		m->open += m->v[i].at.open;
	for (size_t i = 0; i < m->n && st == ST_OK; i++)
		st = find_turn(m, &m->v[i], e);
	return st;
}

/* --- the page ------------------------------------------------------------ */

static void
put_heads(struct making *m)
{
	static const char *const nth[] = { "th", "st", "nd", "rd" };
	struct buf b;

	buf_init(&b, BUF_LINE);
	buf_add(&b, m->places ? "School|To" : "Person|");
	for (size_t k = m->first; k < m->chain.n; k++)
		buf_addf(&b, "|%zu%s", k + 1, nth[(k + 1) % 100 / 10 != 1 &&
		    (k + 1) % 10 < 4 ? (k + 1) % 10 : 0]);
	buf_add(&b, "|Reply|Next");
	report_table(m->r, "", b.p);
	buf_clear(&b);
}

static void
put_who(struct making *m, const struct asked *a)
{
	struct buf b;
	int64_t place, person = a->at.contact;
	enum entity_no ent = notice_place(a->last, &place);

	buf_init(&b, BUF_LINE);
	if (place != 0)
		title_text(m->app, entities[ent], place, &b);
	else
		title_text(m->app, entities[ENT_contact], person, &b);
	report_cell(m->r, b.p);
	report_opens(m->r, entities[place != 0 ? ent : ENT_contact],
	    place != 0 ? place : person);
	buf_reset(&b);
	if (place != 0 && person != 0)
		title_text(m->app, entities[ENT_contact], person, &b);
	report_cell(m->r, b.p);
	buf_clear(&b);
}

static void
put_row(struct making *m, const struct asked *a)
{
	put_who(m, a);
	for (size_t k = m->first; k < m->chain.n; k++)
		report_cell(m->r, a->when[k - m->first] != NULL ?
		    a->when[k - m->first] : "");
	if (*a->why != '\0' && (a->out || *a->reply == '\0'))
		report_cell(m->r, a->why);
	else
		report_cell(m->r, *a->reply != '\0' ? a->reply : "-");
	report_cell(m->r, a->next);
}

/* Those who are still to answer, those who did, those left out. */
static int
part_of(const struct asked *a)
{
	return a->out ? 2 : a->closed ? 1 : 0;
}

static void
put_rows(struct making *m, struct chase_rows *rows)
{
	rows->v = xcalloc(m->n + 1, sizeof *rows->v);
	put_heads(m);
	for (int part = 0; part < 3; part++)
		for (size_t i = 0; i < m->n; i++) {
			const struct asked *a = &m->v[i];

			if (part_of(a) != part)
				continue;
			put_row(m, a);
			rows->v[rows->n++] = a->at;
			rows->asked += !a->out;
			rows->replied += !a->out && a->closed;
			rows->open += a->at.open;
		}
}

static void
put_source(struct making *m, const struct chase_rows *rows)
{
	char day[24];

	day_long(row_day(m->notice, F_notice_date), day);
	report_source(m->r, "%s %s   asked %zu   replied %zu   open %zu",
	    row_get(m->notice, F_notice_status),
	    row_is_empty(m->notice, F_notice_date) ? "" : day, rows->asked,
	    rows->replied, rows->open);
}

static enum status
make(struct making *m, int64_t notice, struct chase_rows *rows, struct err *e)
{
	enum status st = store_load(m->app->db, entities[ENT_notice], notice,
	    false, &m->notice, e);

	if (st != ST_OK)
		return st;
	report_begin(m->r, row_get(m->notice, F_notice_title),
	    m->app->today);
	m->r->flat = true;
	if ((st = notice_chain(m->app->db, notice, &m->chain, e)) != ST_OK ||
	    (st = gather(m, e)) != ST_OK || (st = read_next(m, e)) != ST_OK)
		return st;
	put_rows(m, rows);
	put_source(m, rows);
	if (m->n == 0) {
		report_text(m->r, "");
		report_cell(m->r, "Nobody yet. n adds somebody; so does an "
		    "audience.");
	}
	return ST_OK;
}

enum status
chase_page(struct app *app, int64_t notice, struct chase_rows *rows,
    struct report *r, struct err *e)
{
	struct making m = { .app = app, .r = r };
	enum status st;

	*rows = (struct chase_rows){ 0 };
	st = make(&m, notice, rows, e);
	making_clear(&m);
	return st;
}

enum status
chase_report(struct app *app, const struct report_args *args,
    struct report *r, struct err *e)
{
	struct chase_rows rows = { 0 };
	const char *ent;
	int64_t id;
	enum status st;
	char *text;

	if (args->words->n == 0)
		return err_set(e, ST_USAGE, "name one notice: caseload report "
		    "chasing notice/REF");
	text = strs_join(args->words, " ");
	st = ref_resolve_in(app, "notice", text, true, &ent, &id, e);
	free(text);
	if (st == ST_OK)
		st = chase_page(app, id, &rows, r, e);
	chase_rows_clear(&rows);
	return st;
}
