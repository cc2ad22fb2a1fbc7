/* claim_freeze.c - a claim as it was submitted, and what changed since.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <inttypes.h>

#include "app/claim.h"
#include "app/options.h"
#include "base/date.h"
#include "base/json.h"
#include "base/str.h"
#include "model/fields.h"
#include "model/suppress.h"

#define FROZEN_VERSION	2		/* of claim.frozen: 1 had no kept */

/* --- as it is kept -------------------------------------------------------- */

static void
put_text(struct buf *b, bool *first, const char *key, const char *text)
{
	if (*text == '\0')
		return;
	json_key(b, key, first);
	json_string(b, text);
}

static void
put_count(struct buf *b, bool *first, const char *key, int64_t n)
{
	if (n < 0)
		return;
	json_key(b, key, first);
	buf_addf(b, "%" PRId64, n);
}

static void
put_figure(struct buf *b, bool *first, const char *key, double n)
{
	if (n < 0)
		return;
	json_key(b, key, first);
	claim_number(n, b);
}

static void
put_line(const struct claim_rec *r, struct buf *b)
{
	bool first = true;

	buf_addc(b, '{');
	put_count(b, &first, "line", r->id);
	put_text(b, &first, "deliverable", r->deliverable);
	put_text(b, &first, "entity", r->entity);
	put_count(b, &first, "about", r->about != 0 ? r->about : -1);
	put_text(b, &first, "title", r->title);
	put_text(b, &first, "from", r->first);
	put_text(b, &first, "to", r->last);
	put_text(b, &first, "state", r->state);
	put_figure(b, &first, "quantity", r->quantity);
	put_figure(b, &first, "amount", r->amount);
	put_text(b, &first, "month", r->month);
	put_text(b, &first, "evidence", r->evidence);
	put_count(b, &first, "pupils", r->pupils);
	put_count(b, &first, "disadvantaged", r->disadvantaged);
	put_count(b, &first, "send", r->send);
	buf_addc(b, '}');
}

static void
put_kept(const struct claim_kept *k, struct buf *b)
{
	bool first = true;

	buf_addc(b, '{');
	put_count(b, &first, "line", k->line != 0 ? k->line : -1);
	put_text(b, &first, "what", k->what);
	put_text(b, &first, "key", k->key);
	put_text(b, &first, "shown", k->shown);
	buf_addc(b, '}');
}

void
claim_freeze(const struct claim_view *v, struct buf *out)
{
	bool first = true;

	buf_addc(out, '{');
	put_count(out, &first, "version", FROZEN_VERSION);
	put_text(out, &first, "funder", v->funder);
	put_text(out, &first, "from", row_get(v->row, F_claim_from));
	put_text(out, &first, "to", row_get(v->row, F_claim_to));
	put_text(out, &first, "amount", row_get(v->row, F_claim_amount));
	json_key(out, "lines", &first);
	buf_addc(out, '[');
	for (size_t i = 0; i < v->now.n; i++) {
		buf_add(out, i > 0 ? "," : "");
		put_line(&v->now.v[i], out);
	}
	buf_addc(out, ']');
	json_key(out, "kept", &first);
	buf_addc(out, '[');
	for (size_t i = 0; i < v->kept.n; i++) {
		buf_add(out, i > 0 ? "," : "");
		put_kept(&v->kept.v[i], out);
	}
	buf_add(out, "]}");
}

/* --- what changed since --------------------------------------------------- */

static void
begin(struct buf *out, size_t from)
{
	if (out->n > from)
		buf_add(out, "; ");
}

static void
add_days(const struct claim_rec *r, struct buf *out)
{
	char from[24], to[24];
	int first = day_from_iso(r->first), last = day_from_iso(r->last);

	if (first == DAY_NONE) {
		buf_add(out, "no day");
		return;
	}
	day_long(first, from);
	buf_add(out, from);
	if (last != DAY_NONE && last != first) {
		day_long(last, to);
		buf_addf(out, " to %s", to);
	}
}

static void
add_small(int64_t n, long small, struct buf *out)
{
	suppress_text((long)n, n > 0 && n < small ? SUP_SMALL : SUP_SHOWN,
	    small, out);
}

static const struct claim_kept *
kept_now(const struct claim_view *v, const struct claim_kept *was)
{
	for (size_t i = 0; i < v->kept.n; i++)
		if (v->kept.v[i].line == was->line &&
		    str_eq(v->kept.v[i].what, was->what))
			return &v->kept.v[i];
	return NULL;
}

static bool
is_same(const struct claim_kept *a, const struct claim_kept *b)
{
	return str_eq(a->key, b->key) && (*a->key != '\0' ||
	    str_eq(a->shown, b->shown));
}

static const char *
or_none(const char *text)
{
	return *text != '\0' ? text : "none";
}

void
claim_kept_changed(const struct claim_view *v, int64_t line, struct buf *out)
{
	static const struct claim_kept none = { 0, (char *)(uintptr_t)"",
	    (char *)(uintptr_t)"", (char *)(uintptr_t)"" };
	size_t from = out->n;

	for (size_t i = 0; i < v->was.n; i++) {
		const struct claim_kept *was = &v->was.v[i], *now;

		if (was->line != line)
			continue;
		if ((now = kept_now(v, was)) == NULL)
			now = &none;
		if (is_same(was, now))
			continue;
		begin(out, from);
		buf_addf(out, "%s %s, now %s", was->what, or_none(was->shown),
		    *was->shown != '\0' && str_eq(was->shown, now->shown) ?
		    "another of that name" : or_none(now->shown));
	}
}

void
claim_changed(const struct claim_view *v, size_t i, struct buf *out)
{
	const struct claim_rec *was = &v->sent.v[i], *now = NULL;
	long small = option_int(v->app->opt, OPT_SMALL);
	size_t from = out->n;
	struct buf kept;

	for (size_t k = 0; k < v->now.n; k++)
		if (v->now.v[k].id == was->id)
			now = &v->now.v[k];
	if (now == NULL) {
		buf_add(out, "its line is gone");
		return;
	}
	if (!str_eq(was->state, now->state))
		buf_addf(out, "%s, now %s", *was->state != '\0' ? was->state :
		    "no status", now->state);
	if (!str_eq(was->first, now->first) || !str_eq(was->last, now->last)) {
		begin(out, from);
		add_days(was, out);
		buf_add(out, ", now ");
		add_days(now, out);
	}
	for (int k = 0; k < 3; k++) {
		static const char *const what[] = { " pupils",
		    " disadvantaged", " with SEND" };
		int64_t old = k == 0 ? was->pupils : k == 1 ?
		    was->disadvantaged : was->send;
		int64_t new = k == 0 ? now->pupils : k == 1 ?
		    now->disadvantaged : now->send;

		if (old == new)
			continue;
		begin(out, from);
		add_small(old, k == 0 ? 0 : small, out);
		buf_addf(out, "%s, now ", what[k]);
		add_small(new, k == 0 ? 0 : small, out);
	}
	buf_init(&kept, BUF_ROW);
	claim_kept_changed(v, was->id, &kept);
	if (kept.n > 0) {
		begin(out, from);
		buf_add(out, kept.p);
	}
	buf_clear(&kept);
}
