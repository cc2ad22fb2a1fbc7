/* quick_roll.c - verbs that add figures and lines to a record: roll, note,
 * evidence.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/quick_int.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/encounter.h"
#include "model/fields.h"
#include "model/id.h"
#include "model/name.h"
#include "model/tables.h"

/* --- roll ---------------------------------------------------------------- */

struct rolls {
	int	 year, as_at;
	long	 pupils[YG_KS3];	/* -1 not said */
};

/* "2027/28" among the words, taken out. */
static void
take_year(struct strs *words, struct rolls *ro)
{
	size_t kept = 0;
	int year;

	for (size_t i = 0; i < words->n; i++) {
		if (strchr(words->v[i], '/') != NULL &&
		    year_parse(words->v[i], &year)) {
			ro->year = year;
			free(words->v[i]);
			continue;
		}
		words->v[kept++] = words->v[i];
	}
	words->n = kept;
}

static bool
is_figure(const char *word)
{
	return str_digits(word) || ((*word == 'y' || *word == 'Y') &&
	    word[1] >= '0' && word[1] <= '9');
}

/* One figure a year group, in order. */
static void
read_list(struct reading *r, const struct strs *words, const struct row *school,
    struct rolls *ro)
{
	int first, last;
	size_t want;

	if (!school_groups(school, &first, &last)) {
		read_fault(r, "the years of %s are not known: write roll "
		    "y7 180, y8 178", row_get(school, F_school_name));
		return;
	}
	want = (size_t)(last - first + 1);
	if (words->n != want) {
		read_fault(r, "%zu numbers for %s, which has %zu year groups, "
		    "%s to %s", words->n, row_get(school, F_school_name),
		    want, year_groups[first].word, year_groups[last].word);
		return;
	}
	for (size_t i = 0; i < words->n; i++) {
		int64_t n;

		if (!str_int(words->v[i], 0, 9999, &n)) {
			read_fault(r, "\"%s\" is not a number of pupils",
			    words->v[i]);
			return;
		}
		ro->pupils[(size_t)first + i] = (long)n;
	}
}

/* y7 182, y8 180 */
static void
read_groups(struct reading *r, const char *text, struct rolls *ro)
{
	struct nums ns = { 0 };
	char *fault = NULL;

	if (!nums_read(text, &ns, &fault))
		fault = xasprintf("roll what? Write %s", r->verb->told.example);
	if (fault != NULL)
		read_fault(r, "%s", fault);
	for (size_t i = 0; fault == NULL && i < ns.n; i++) {
		const struct years_item *it = &ns.v[i].it;

		if (it->value != YV_COUNT || it->first != it->last ||
		    it->count < 0 || it->first >= YG_KS3)
			read_fault(r, "a roll is one number a year group: "
			    "roll y7 182, y8 180");
		else
			ro->pupils[it->first] = it->count;
	}
	nums_clear(&ns);
	free(fault);
}

static struct row *
roll_row(const struct reading *r, const struct rolls *ro, int64_t school,
    int group)
{
	struct row *row = fresh_row(r, ENT_roll);
	char year[8];

	year_format(ro->year, year);
	row_set_ref(row, F_roll_school, "school", school);
	row_set(row, F_roll_year, year);
	row_set(row, F_roll_group, year_groups[group].word);
	return row;
}

static void
set_pupils(struct row *row, const struct rolls *ro, int group)
{
	char text[24], day[11];

	snprintf(text, sizeof text, "%ld", ro->pupils[group]);
	day_iso(ro->as_at, day);
	row_set(row, F_roll_pupils, text);
	row_set(row, F_roll_source, "typed");
	row_set(row, F_roll_as_at, day);
}

static enum status
plan_rolls(struct reading *r, const struct rolls *ro, int64_t school,
    struct err *e)
{
	bool told[YG_KS3] = { false };
	struct ids ids = { 0 };
	enum status st = r->look->ids(r->look->arg, LOOK_ROLLS, school,
	    ro->year, 0, &ids, e);

	for (size_t i = 0; st == ST_OK && i < ids.n; i++) {
		struct row *base, *mine;
		int group;

		st = r->look->load(r->look->arg, entities[ENT_roll], ids.v[i],
		    &base, e);
		if (st != ST_OK)
			break;
		group = year_group(row_get(base, F_roll_group));
		if (group < 0 || group >= YG_KS3 || ro->pupils[group] < 0 ||
		    told[group]) {
			row_free(base);
			continue;
		}
		told[group] = true;
		mine = row_copy(base);
		set_pupils(mine, ro, group);
		plan_change(r->q->plan, base, mine);
	}
	ids_clear(&ids);
	for (int g = 0; st == ST_OK && g < YG_KS3; g++) {
		struct row *row;

		if (ro->pupils[g] < 0 || told[g])
			continue;
		row = roll_row(r, ro, school, g);
		set_pupils(row, ro, g);
		(void)plan_add(r->q->plan, row);
	}
	return st;
}

static void
tell_rolls(struct reading *r, const struct rolls *ro, const struct part *p)
{
	char year[8], day[24];
	struct buf b;

	tell_school(r);
	year_format(ro->year, year);
	read_tell(r, "year", xasprintf("roll %s", year), NULL);
	buf_init(&b, BUF_LINE);
	for (int g = 0; g < YG_KS3; g++)
		if (ro->pupils[g] >= 0)
			buf_addf(&b, "%s%c%s %ld", b.n > 0 ? ", " : "",
			    year_groups[g].word[0] - ('a' - 'A'),
			    year_groups[g].word + 1, ro->pupils[g]);
	read_tell(r, "pupils", buf_take(&b), p);
	day_long(ro->as_at, day);
	read_tell(r, "as at", xasprintf("typed, as at %s", day), NULL);
}

static void
roll_days(struct reading *r, struct rolls *ro)
{
	for (size_t i = 0; i < r->parts.n; i++) {
		struct part *p = &r->parts.v[i];
		int year;

		if (p->kind == PK_WHEN && p->day != DAY_NONE) {
			ro->as_at = p->day;
			ro->year = year_of_day(p->day);
		} else if (p->kind == PK_NAME && year_parse(p->text, &year)) {
			ro->year = year;
			p->kind = PK_TEXT;
		} else if (p->kind != PK_NAME && p->kind != PK_VERB &&
		    p->kind != PK_TEXT && p->fault == NULL) {
			read_fault(r, "\"%s\" is no part of a roll: write %s",
			    p->text, r->verb->told.example);
		}
	}
}

enum status
plan_roll(struct reading *r, struct err *e)
{
	const struct part *said = verb_text(r);
	struct rolls ro = { .as_at = r->look->today };
	struct strs words = { 0 };
	struct row *school = NULL;
	char *text;
	int64_t id;
	enum status st;

	if (said == NULL)
		return ST_OK;
	ro.year = year_of_day(r->look->today);
	for (int g = 0; g < YG_KS3; g++)
		ro.pupils[g] = -1;
	roll_days(r, &ro);
	str_words(&words, said->text);
	take_year(&words, &ro);
	if ((st = names_find(r, KIND(NK_SCHOOL), e)) != ST_OK ||
	    (st = verb_school(r, &words, is_figure, e)) != ST_OK ||
	    (st = names_settle(r, false, 0, e)) != ST_OK ||
	    (st = apply_schools(r, e)) != ST_OK)
		goto out;
	if ((id = verb_one_school(r)) == 0)
		goto out;
	st = r->look->load(r->look->arg, entities[ENT_school], id, &school, e);
	if (st != ST_OK)
		goto out;
	text = strs_join(&words, " ");
	if (words.n > 0 && !str_digits(words.v[0]))
		read_groups(r, text, &ro);
	else
		read_list(r, &words, school, &ro);
	free(text);
	if (r->faults.n == 0)
		st = plan_rolls(r, &ro, id, e);
	tell_rolls(r, &ro, said);
	r->q->plan->did = "Saved the roll of";
	r->q->plan->ent = entities[ENT_school];
	r->q->plan->id = id;
out:
	row_free(school);
	strs_clear(&words);
	return st;
}

/* --- note ---------------------------------------------------------------- */

static enum status
add_note(struct reading *r, const struct entity *ent, int64_t id,
    const char *text, struct err *e)
{
	struct row *base, *mine;
	enum status st = r->look->load(r->look->arg, ent, id, &base, e);

	if (st != ST_OK)
		return st;
	mine = row_copy(base);
	append_line(mine, entity_field(ent, "note"), text);
	plan_change(r->q->plan, base, mine);
	return ST_OK;
}

/* "talk; note: ..." with a school on screen is an encounter after all. */
static bool
names_a_type(const struct reading *r)
{
	bool found = false;

	for (size_t i = 0; i < r->parts.n && !found; i++) {
		struct cands cs = { 0 };

		if (r->parts.v[i].kind != PK_NAME)
			continue;
		if (names_look(r->look, NK_TYPE, r->parts.v[i].text, &cs,
		    NULL) == ST_OK)
			for (size_t k = 0; k < cs.n; k++)
				found = found ||
				    cs.v[k].class >= NAME_BEGINNINGS;
		cands_free(&cs);
	}
	return found;
}

enum status
plan_note(struct reading *r, struct err *e)
{
	const struct part *note = NULL;
	enum status st;

	if (r->opts->nschools > 0 && names_a_type(r))
		return plan_encounter(r, e);
	for (size_t i = 0; i < r->parts.n; i++)
		if (r->parts.v[i].kind == PK_FIELD)
			note = &r->parts.v[i];
	if (note == NULL || note->fault != NULL)
		return ST_OK;
	if ((st = names_find(r, KIND(NK_SCHOOL) | KIND(NK_EMPLOYER) |
	    KIND(NK_PROVIDER), e)) != ST_OK ||
	    (st = names_settle(r, false, 0, e)) != ST_OK ||
	    (st = apply_schools(r, e)) != ST_OK)
		return st;
	for (size_t i = 0; st == ST_OK && i < r->items.n; i++) {
		const struct cand *c = item_cand(&r->items.v[i]);

		if (c == NULL)
			continue;
		st = add_note(r, kind_entity(c->kind), c->id, note->value, e);
		read_tell_item(r, &r->items.v[i], NULL);
	}
	for (size_t i = 0; st == ST_OK && i < r->schools.n; i++)
		if (r->schools.v[i].item == NULL) {
			st = add_note(r, entities[ENT_school],
			    r->schools.v[i].id, note->value, e);
			read_tell(r, "school", xstrdup(r->schools.v[i].title),
			    NULL)->assumed = true;
		}
	if (r->items.n == 0 && r->schools.n == 0)
		read_fault(r, "whose note? Write %s", r->verb->told.example);
	read_tell(r, "note", xasprintf("note: %s", note->value), note);
	r->q->plan->did = "Noted";
	return st;
}

/* --- evidence ------------------------------------------------------------ */

enum status
plan_evidence(struct reading *r, struct err *e)
{
	const struct part *p = &r->parts.v[0];
	struct ids ids = { 0 };
	struct row *base, *mine;
	char day[24];
	enum status st;

	if (p->fault != NULL)
		return ST_OK;
	st = r->look->ids(r->look->arg, LOOK_LAST, 0, 0, 0, &ids, e);
	if (st == ST_OK && ids.n == 0)
		read_fault(r, "you have logged no encounter yet: add "
		    "evidence: to its line");
	if (st != ST_OK || ids.n == 0) {
		ids_clear(&ids);
		return st;
	}
	st = r->look->load(r->look->arg, entities[ENT_encounter], ids.v[0],
	    &base, e);
	ids_clear(&ids);
	if (st != ST_OK)
		return st;
	mine = row_copy(base);
	append_line(mine, F_encounter_evidence, p->value);
	plan_change(r->q->plan, base, mine);
	r->q->plan->did = "Added to";
	day_long(row_day(mine, F_encounter_date), day);
	read_tell(r, "type", xasprintf("%s, %s (your last entry)",
	    row_get(mine, F_encounter_type), day), NULL);
	read_tell(r, "evidence", xasprintf("evidence: %s", p->value), p);
	return ST_OK;
}
