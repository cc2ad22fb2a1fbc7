/* quick_event.c - verbs on a planned encounter: done, cancel, moved.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "sandm mock tue": the words say school, type or employer, and day. Every way
 * of cutting them is tried, the longest name of a school first; what counts is
 * whether something of that kind is planned there.
 */
#include "app/quick_int.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/encounter.h"
#include "model/fields.h"
#include "model/name.h"

#define AHEAD	400	/* days looked forward and back */
#define SHOWN	9	/* choices in a question */

struct what {
	struct cands	 schools, types, employers;
	int		 day;		/* DAY_NONE: any */
	struct row	**v;		/* what is planned and fits */
	size_t		 n;
};

static void
what_clear(struct what *w)
{
	cands_free(&w->schools);
	cands_free(&w->types);
	cands_free(&w->employers);
	for (size_t i = 0; i < w->n; i++)
		row_free(w->v[i]);
	free(w->v);
	*w = (struct what){ .day = DAY_NONE };
}

static char *
join(const struct strs *words, size_t from, size_t to)
{
	struct strs some = { words->v + from, to - from, to - from };

	return to > from ? strs_join(&some, " ") : xstrdup("");
}

/* Candidates of KIND for TEXT, those of the best class only. */
static enum status
look_best(struct reading *r, enum name_kind kind, const char *text,
    struct cands *out, struct err *e)
{
	struct cands all = { 0 };
	int best = NAME_NONE;
	enum status st = names_look(r->look, kind, text, &all, e);

	for (size_t i = 0; i < all.n; i++)
		if (all.v[i].class > best)
			best = all.v[i].class;
	for (size_t i = 0; st == ST_OK && i < all.n; i++)
		if (all.v[i].class == best)
			cand_push(out, &all.v[i]);
	cands_free(&all);
	return st;
}

/* A day at the end of the words, cut off. */
static void
cut_day(struct reading *r, struct strs *words, struct what *w)
{
	for (size_t n = words->n < 3 ? words->n : 3; n > 0; n--) {
		struct part when = { .day = DAY_NONE, .last_day = DAY_NONE,
		    .start = -1, .finish = -1 };
		char *text = join(words, words->n - n, words->n);
		bool good = when_read(text, r->look->today, r->dir, &when) &&
		    when.fault == NULL && when.day != DAY_NONE;

		free(text);
		free(when.fault);
		if (!good)
			continue;
		w->day = when.day;
		while (n-- > 0)
			free(words->v[--words->n]);
		return;
	}
}

static bool
fits(const struct what *w, const struct row *row)
{
	bool good = w->types.n + w->employers.n == 0;

	if (w->day != DAY_NONE && row_day(row, F_encounter_date) != w->day)
		return false;
	for (size_t i = 0; i < w->types.n && !good; i++)
		good = row_is(row, F_encounter_type,
		    w->types.v[i].choice->word);
	for (size_t i = 0; i < w->employers.n && !good; i++) {
		const struct set *s = row_members(row, F_encounter_employers);

		for (size_t k = 0; k < s->n && !good; k++)
			good = member_ref(&s->m[k], EE_EMPLOYER) ==
			    w->employers.v[i].id;
	}
	return good;
}

static enum status
find_events(struct reading *r, struct what *w, struct err *e)
{
	int today = r->look->today;

	for (size_t i = 0; i < w->schools.n && i < SHOWN; i++) {
		struct ids ids = { 0 };
		enum status st = r->look->ids(r->look->arg, LOOK_PLANNED,
		    w->schools.v[i].id, today - AHEAD, today + AHEAD, &ids,
		    e);

		for (size_t k = 0; st == ST_OK && k < ids.n; k++) {
			struct row *row;

			st = r->look->load(r->look->arg,
			    entities[ENT_encounter], ids.v[k], &row, e);
			if (st != ST_OK)
				break;
			if (!fits(w, row)) {
				row_free(row);
				continue;
			}
			w->v = xreallocarray(w->v, w->n + 1, sizeof *w->v);
			w->v[w->n++] = row;
		}
		ids_clear(&ids);
		if (st != ST_OK)
			return st;
	}
	return ST_OK;
}

/* The words from K on as a type, else as an employer. */
static enum status
look_rest(struct reading *r, const struct strs *words, size_t k,
    struct what *w, struct err *e)
{
	char *rest = join(words, k, words->n);
	enum status st = ST_OK;

	if (*rest != '\0')
		st = look_best(r, NK_TYPE, rest, &w->types, e);
	if (st == ST_OK && *rest != '\0' && w->types.n == 0)
		st = look_best(r, NK_EMPLOYER, rest, &w->employers, e);
	free(rest);
	return st;
}

static enum status
screen_schools(struct reading *r, struct what *w, struct err *e)
{
	for (size_t i = 0; i < r->opts->nschools; i++) {
		struct row *row;
		enum status st = r->look->load(r->look->arg,
		    entities[ENT_school], r->opts->schools[i], &row, e);

		if (st != ST_OK)
			return st;
		cand_push(&w->schools, &(struct cand){ .kind = NK_SCHOOL,
		    .id = r->opts->schools[i],
		    .title = row->v[F_school_name] });
		row_free(row);
	}
	return ST_OK;
}

/* Cut the words before K as the school; *GOOD when all of them mean something. */
static enum status
try_cut(struct reading *r, const struct strs *words, size_t k, struct what *w,
    bool *good, struct err *e)
{
	int day = w->day;
	char *name = join(words, 0, k);
	enum status st;

	what_clear(w);
	w->day = day;
	st = k > 0 ? look_best(r, NK_SCHOOL, name, &w->schools, e) :
	    screen_schools(r, w, e);
	free(name);
	*good = false;
	if (st != ST_OK || w->schools.n == 0)
		return st;
	if ((st = look_rest(r, words, k, w, e)) != ST_OK)
		return st;
	*good = k == words->n || w->types.n + w->employers.n > 0;
	return *good ? find_events(r, w, e) : ST_OK;
}

/* Fill W from TEXT; a fault when the words mean nothing. */
static enum status
what_read(struct reading *r, const char *text, struct what *w, struct err *e)
{
	struct strs words = { 0 };
	bool good = false;
	enum status st = ST_OK;

	*w = (struct what){ .day = DAY_NONE };
	str_words(&words, text);
	cut_day(r, &words, w);
	for (size_t k = words.n + 1; k-- > 0 && st == ST_OK && !good; )
		st = try_cut(r, &words, k, w, &good, e);
	strs_clear(&words);
	if (st == ST_OK && !good)
		read_fault(r, "\"%s\": which school and what? Write %s", text,
		    r->verb->told.example);
	return st;
}

/* "Tue 24 Nov mock interview" */
static char *
event_shown(const struct reading *r, const struct row *row)
{
	char day[24];

	day_short(row_day(row, F_encounter_date), r->look->today, day);
	return xasprintf("%s %s", day, row_get(row, F_encounter_type));
}

/* Those of the side of today the verb looks at come before the others. */
static void
prefer_side(const struct reading *r, struct what *w)
{
	int today = r->look->today;
	bool forward = r->dir == DATE_FORWARD;
	size_t kept = 0;

	for (size_t i = 0; i < w->n; i++) {
		int day = row_day(w->v[i], F_encounter_date);

		kept += forward ? day >= today : day <= today;
	}
	if (kept == 0 || kept == w->n || w->day != DAY_NONE)
		return;
	kept = 0;
	for (size_t i = 0; i < w->n; i++) {
		int day = row_day(w->v[i], F_encounter_date);

		if (forward ? day >= today : day <= today)
			w->v[kept++] = w->v[i];
		else
			row_free(w->v[i]);
	}
	w->n = kept;
}

static void
tell_none(struct reading *r, const struct what *w)
{
	char day[24] = "";

	if (w->day != DAY_NONE)
		day_long(w->day, day);
	read_fault(r, "nothing%s%s%s is planned at %s%s%s",
	    w->types.n > 0 ? " like " : "",
	    w->types.n > 0 ? w->types.v[0].choice->word : "",
	    w->employers.n > 0 ? " with that employer" : "",
	    w->schools.v[0].title, *day != '\0' ? " on " : "", day);
}

/* Which one? NULL when it is asked, or none. The caller owns it. */
static struct row *
choose_event(struct reading *r, struct what *w)
{
	struct strs choices = { 0 };
	struct row *row = NULL;
	size_t picked = 0;
	char *lead;

	prefer_side(r, w);
	if (w->n == 0) {
		tell_none(r, w);
		return NULL;
	}
	for (size_t i = 0; i < w->n && i < SHOWN; i++)
		strs_take(&choices, event_shown(r, w->v[i]));
	lead = xasprintf("%zu planned at %s: ", w->n, w->schools.v[0].title);
	if (w->n == 1 || read_ask(r, lead, &choices, NULL, &picked)) {
		row = w->v[picked];
		w->v[picked] = NULL;
	}
	free(lead);
	strs_clear(&choices);
	return row;
}

/* The encounter the part behind the verb names, or NULL. */
static enum status
named_event(struct reading *r, const char *text, struct row **out,
    struct err *e)
{
	struct what w;
	enum status st = what_read(r, text, &w, e);

	*out = NULL;
	if (st == ST_OK && r->faults.n == 0) {
		*out = choose_event(r, &w);
		if (*out != NULL && w.schools.n > 0)
			read_tell(r, "school", xstrdup(w.schools.v[0].title),
			    &r->parts.v[r->verb_part + 1]);
	}
	what_clear(&w);
	return st;
}

static void
plan_put(struct reading *r, struct row *take_base, struct row *take_mine,
    const char *did)
{
	plan_change(r->q->plan, take_base, take_mine);
	r->q->plan->main = r->q->plan->n - 1;
	r->q->plan->did = did;
}

/* --- done ------------------------------------------------------------------- */

/* Numbers are of the encounter's own schools, unless the line names others. */
static enum status
own_schools(struct reading *r, const struct row *row, struct err *e)
{
	const struct set *set = row_members(row, F_encounter_schools);
	struct quick_opts opts = *r->opts;
	const struct quick_opts *was = r->opts;
	int64_t *ids = xcalloc(set->n + 1, sizeof *ids);
	enum status st;

	for (size_t i = 0; i < set->n; i++)
		ids[i] = member_ref(&set->m[i], ES_SCHOOL);
	opts.schools = ids;
	opts.nschools = set->n;
	r->opts = &opts;
	st = names_encounter(r, 0, e);
	r->opts = was;
	free(ids);
	return st;
}

enum status
plan_done(struct reading *r, struct err *e)
{
	const struct part *said = verb_text(r);
	struct row *base, *mine;
	enum status st;

	if (said == NULL)
		return ST_OK;
	st = named_event(r, said->text, &base, e);
	if (st != ST_OK || base == NULL)
		return st;
	for (size_t i = 0; i < r->q->nparts; i++) {
		free(r->q->part[i].shown);
		free(r->q->part[i].kind);
	}
	r->q->nparts = 0;
	r->stored = true;
	mine = row_copy(base);
	row_set(mine, F_encounter_status, "delivered");
	if ((st = own_schools(r, base, e)) == ST_OK)
		st = apply_said(r, mine, e);
	if (st != ST_OK) {
		row_free(base);
		row_free(mine);
		return st;
	}
	tell_encounter(r, mine);
	plan_put(r, base, mine, "Closed");
	return ST_OK;
}

/* --- cancel ----------------------------------------------------------------- */

static void
tell_event(struct reading *r, const struct row *row, const char *state)
{
	char day[24];

	day_long(row_day(row, F_encounter_date), day);
	read_tell(r, "type", xstrdup(row_get(row, F_encounter_type)), NULL);
	read_tell(r, "date", xasprintf("%s%s%s", day,
	    row_is_empty(row, F_encounter_start) ? "" : " ",
	    row_get(row, F_encounter_start)), NULL);
	read_tell(r, "status", xstrdup(state), NULL);
}

enum status
plan_cancel(struct reading *r, struct err *e)
{
	const struct part *said = verb_text(r);
	struct row *base, *mine;
	struct buf why;
	enum status st;

	if (said == NULL)
		return ST_OK;
	st = named_event(r, said->text, &base, e);
	if (st != ST_OK || base == NULL)
		return st;
	buf_init(&why, BUF_LINE);
	for (size_t i = r->verb_part + 2; i < r->parts.n; i++)
		buf_addf(&why, "%s%s", why.n > 0 ? "; " : "",
		    r->parts.v[i].text);
	mine = row_copy(base);
	row_set(mine, F_encounter_status, "cancelled");
	if (why.n > 0)
		row_set(mine, F_encounter_reason, why.p);
	tell_event(r, mine, "cancelled");
	if (why.n > 0)
		read_tell(r, "reason", xasprintf("reason: %s", why.p),
		    &r->parts.v[r->verb_part + 2]);
	buf_clear(&why);
	plan_put(r, base, mine, "Cancelled");
	return ST_OK;
}

/* --- moved ------------------------------------------------------------------ */

static void
shift_finish(struct row *row, int start)
{
	int was = time_parse(row_get(row, F_encounter_start));
	int finish = time_parse(row_get(row, F_encounter_finish));
	char text[6];

	if (was >= 0 && finish > was && start + finish - was < 24 * 60) {
		time_format(start + finish - was, text);
		row_set(row, F_encounter_finish, text);
	}
	time_format(start, text);
	row_set(row, F_encounter_start, text);
}

static void
put_when(struct row *row, const struct part *when)
{
	int was = row_day(row, F_encounter_date);
	int last = row_day(row, F_encounter_end);
	char text[11];

	if (when->day != DAY_NONE) {
		day_iso(when->day, text);
		row_set(row, F_encounter_date, text);
		if (when->last_day != DAY_NONE)
			last = when->last_day;
		else if (last != DAY_NONE && was != DAY_NONE)
			last += when->day - was;
		day_iso(last, text);
		row_set(row, F_encounter_end, text);
	}
	if (when->start >= 0)
		shift_finish(row, when->start);
	if (when->finish >= 0) {
		time_format(when->finish, text);
		row_set(row, F_encounter_finish, text);
	}
}

/* The last " to " of S, NULL when there is none. */
static const char *
last_to(const char *s)
{
	const char *found = NULL, *at = s;

	while ((at = strstr(at, " to ")) != NULL)
		found = at++;
	return found;
}

enum status
plan_moved(struct reading *r, struct err *e)
{
	const struct part *said = verb_text(r);
	const char *to;
	struct part when = { .day = DAY_NONE, .last_day = DAY_NONE,
	    .start = -1, .finish = -1 };
	struct row *base, *mine;
	char *what;
	enum status st;

	if (said == NULL)
		return ST_OK;
	if (r->parts.n > r->verb_part + 2)
		read_fault(r, "\"%s\" is too much: write %s",
		    r->parts.v[r->verb_part + 2].text, r->verb->told.example);
	if ((to = last_to(said->text)) == NULL || !when_read(to + 4, r->look->today,
	    DATE_FORWARD, &when)) {
		read_fault(r, "moved to when? Write %s",
		    r->verb->told.example);
		return ST_OK;
	}
	if (when.fault != NULL) {
		read_fault(r, "%s", when.fault);
		free(when.fault);
		return ST_OK;
	}
	what = xstrndup(said->text, (size_t)(to - said->text));
	st = named_event(r, what, &base, e);
	free(what);
	if (st != ST_OK || base == NULL)
		return st;
	mine = row_copy(base);
	put_when(mine, &when);
	if (mine->ent->check != NULL) {
		struct err why;

		if (mine->ent->check(mine, &why) != ST_OK)
			read_fault(r, "%s", why.text);
	}
	tell_event(r, mine, row_get(mine, F_encounter_status));
	plan_put(r, base, mine, "Moved");
	return ST_OK;
}
