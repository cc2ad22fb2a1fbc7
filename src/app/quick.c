/* quick.c - understand a line: verb, parts, then the verb's own plan.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/quick_int.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "model/encounter.h"
#include "model/fields.h"
#include "model/name.h"

#define LINE_MAX_CHARS	4000

const struct verb verbs[] = {
#define VERB(w, s, a, n, d, p, x, h) \
	{ { w, x, h }, s, a, n, DATE_##d, plan_##p },
#include "app/quick.def"
	{ { NULL, NULL, NULL }, false, false, 0, DATE_BACK, NULL }
};

const struct quick_verb quick_verbs[] = {
#define VERB(w, s, a, n, d, p, x, h) { w, x, h },
#include "app/quick.def"
	{ NULL, NULL, NULL }
};

const struct verb *
verb_named(const char *word)
{
	const struct verb *v = verbs;

	while (v->told.word != NULL && !str_eq(v->told.word, word))
		v++;
	return v;
}

/* --- the verb ------------------------------------------------------------ */

/* Is the whole part somebody's name, whatever word it begins with? */
static enum status
is_a_name(const struct look *look, const char *text, bool *out, struct err *e)
{
	static const enum name_kind kinds[] = {
		NK_SCHOOL, NK_PROVIDER, NK_EMPLOYER
	};
	enum status st = ST_OK;

	*out = false;
	for (size_t k = 0; k < 3 && st == ST_OK && !*out; k++) {
		struct cands cs = { 0 };

		st = look->names(look->arg, kinds[k], text, &cs, e);
		for (size_t i = 0; i < cs.n; i++)
			*out = *out || cs.v[i].class >= NAME_EXACT;
		cands_free(&cs);
	}
	return st;
}

static const struct verb *
verb_at(const struct part *p, bool first, size_t *len)
{
	*len = strcspn(p->text, " \t");
	for (const struct verb *v = verbs; v->told.word != NULL; v++) {
		size_t n = strlen(v->told.word);

		if (v->is_word && (first || v->anywhere) && n == *len &&
		    str_istarts(p->text, v->told.word))
			return v;
	}
	return NULL;
}

/* Does the line count pupils? Then "visit" is what kind of encounter. */
static bool
counts_pupils(const struct reading *r)
{
	bool found = false;

	for (size_t i = 0; i < r->parts.n && !found; i++) {
		struct nums nums = { 0 };
		char *fault = NULL;

		found = nums_read(r->parts.v[i].text, &nums, &fault);
		nums_clear(&nums);
		free(fault);
	}
	return found;
}

/* Verb V in part I, LEN bytes of it: is it meant as what it says? Else what it
 * is instead, or NULL. */
static const struct verb *
verb_meant(const struct reading *r, const struct verb *v, size_t i, size_t len)
{
	const char *rest = r->parts.v[i].text + len;

	rest += strspn(rest, " ");
	if (v->plan == plan_encounter && is_action(rest))
		return verb_named("plan N");
	if ((v->plan == plan_fact && !is_fact(v, rest)) ||
	    (v->plan == plan_placement && *rest == '\0'))
		return NULL;		/* a name, or a type of encounter */
	if (i > 0 && verb_is_visit(v) && counts_pupils(r))
		return NULL;
	if (*rest != '\0' && (v->plan == plan_todo ||
	    v->plan == plan_again || v->plan == plan_next))
		return NULL;		/* quick_follow.c */
	return v;
}

/* V is said in part I: "plan" before or behind a visit is that it is to come;
 * else a line has one verb. */
static void
take_verb(struct reading *r, const struct verb *v, size_t i)
{
	bool plan = v->plan == plan_encounter;
	bool bare = v->plan == plan_todo || v->plan == plan_again ||
	    v->plan == plan_next;

	r->plan_word = r->plan_word || plan;
	if (r->verb == NULL || (verb_is_visit(v) && r->plan_word &&
	    r->verb->plan == plan_encounter)) {
		r->verb = v;
		r->verb_part = i;
	} else if (v == r->verb && !plan) {
		read_fault(r, "\"%s\" twice in one line: write two lines",
		    v->told.word);
	} else if (bare) {		/* nothing follows it */
		read_fault(r, "\"%s\" alone: write as in %s", v->told.word,
		    v->told.example);
	} else if (v != r->verb && !(plan && verb_is_visit(r->verb))) {
		read_fault(r, "\"%s\" and \"%s\" in one line: write two "
		    "lines", r->verb->told.word, v->told.word);
	}
}

/* The word of the first verb becomes a part of its own. */
static enum status
find_verb(struct reading *r, struct err *e)
{
	enum status st;

	for (size_t i = 0; i < r->parts.n; i++) {
		size_t len;
		const struct verb *v = verb_at(&r->parts.v[i], i == 0, &len);
		bool name = false, more;

		if (v == NULL || (v = verb_meant(r, v, i, len)) == NULL)
			continue;
		more = r->parts.v[i].text[len] != '\0';
		if (more && (st = is_a_name(r->look, r->parts.v[i].text,
		    &name, e)) != ST_OK)
			return st;
		if (name)
			continue;
		if (more) {
			struct part *p;

			(void)parts_insert(&r->parts, i, len);
			p = &r->parts.v[i];
			p->text[len] = '\0';
			p->len = len;
		}
		r->parts.v[i].kind = PK_VERB;
		take_verb(r, v, i);
		/* what it takes as it is may begin with any word */
		i = v->raw == 2 ? r->parts.n : i + (size_t)v->raw;
	}
	return ST_OK;
}

/* A status typed as a word looks forward as the verb plan does. */
static bool
is_ahead_word(const struct part *p)
{
	const struct choice *c = field_choice(
	    &entities[ENT_encounter]->fields[F_encounter_status], p->text);

	return c != NULL && (str_eq(c->word, "planned") ||
	    str_eq(c->word, "confirmed"));
}

/* Whose fields "key: text" names, before the line's verb is known. */
static const struct entity *
fields_of(const struct reading *r)
{
	if (verb_is_visit(r->verb) || r->lead == PK_NEXT)
		return entities[ENT_visit];
	if (r->verb != NULL && r->verb->plan == plan_volunteer)
		return entities[ENT_activity];
	if (r->verb != NULL && r->verb->plan == plan_fact)
		return entities[ENT_fact];
	if (r->verb != NULL && r->verb->plan == plan_placement)
		return entities[ENT_placement];
	if (r->lead == PK_TODO || r->lead == PK_AGAIN ||
	    (r->verb != NULL && r->verb->plan == plan_todo))
		return entities[ENT_task];
	return entities[ENT_encounter];
}

/* How a weekday looks. */
static enum date_dir
dir_of(const struct reading *r)
{
	bool visit = verb_is_visit(r->verb);

	if (r->verb != NULL && !visit)
		return r->verb->dir;
	if (r->plan_word || r->lead != PK_NAME)
		return DATE_FORWARD;
	for (size_t i = 0; i < r->parts.n; i++)
		if (is_ahead_word(&r->parts.v[i]) ||
		    (!visit && strchr(r->parts.v[i].text, '=') != NULL))
			return DATE_FORWARD;
	return DATE_BACK;
}

static void
read_parts(struct reading *r)
{
	size_t raw = 0;

	/* "northgate; todo send toolkit": no line about an encounter */
	if (r->verb == NULL && r->follow.n > 0 && !counts_pupils(r) &&
	    !names_type(r, SIZE_MAX))
		r->lead = r->follow.v[0].kind;
	r->dir = dir_of(r);
	r->fields = fields_of(r);
	for (size_t i = 0; i < r->parts.n; i++) {
		struct part *p = &r->parts.v[i];

		if (p->kind == PK_VERB) {
			raw = r->verb == NULL ? 0 : r->verb->raw == 2 ?
			    r->parts.n : (size_t)r->verb->raw;
			continue;
		}
		if (raw > 0) {
			p->kind = PK_TEXT;
			raw--;
			continue;
		}
		part_read(p, r->look->today, r->dir, r->fields);
		if (p->fault != NULL)
			read_fault(r, "%s", p->fault);
	}
}

/* A line without the word of a verb is known by what it holds. */
static void
guess_verb(struct reading *r)
{
	static const char *const words[] = {
		[PK_TODO] = "todo", [PK_AGAIN] = "again", [PK_NEXT] = "next",
	};
	bool role = false, note = false, evidence = false, more = false;

	if (r->lead != PK_NAME) {
		r->verb = verb_named(words[r->follow.v[0].kind]);
		return;
	}

	for (size_t i = 0; i < r->parts.n; i++) {
		const struct part *p = &r->parts.v[i];

		if (p->kind == PK_ROLE)
			role = true;
		else if (p->kind == PK_FIELD && p->field == F_encounter_note)
			note = true;
		else if (p->kind == PK_FIELD &&
		    p->field == F_encounter_evidence)
			evidence = true;
		else if (p->kind != PK_NAME)
			more = true;
	}
	if (role)
		r->verb = verb_named("=");
	else if (note && !more && !evidence && r->parts.n <= 2)
		r->verb = verb_named("note:");
	else if (evidence && r->parts.n == 1)
		r->verb = verb_named("evidence:");
	else
		r->verb = verbs;
}

/* --- the line ------------------------------------------------------------ */

static void
tell_state(struct reading *r)
{
	struct quick *q = r->q;

	free(q->echo);
	q->echo = read_echo(q);
	if (r->faults.n > 0) {
		q->state = QUICK_REFUSED;
		free(q->say);
		q->say = strs_join(&r->faults, "; ");
		strs_clear(&q->choices);
	} else if (r->asked) {
		q->state = QUICK_ASK;
	} else if (r->sure != NULL && !r->opts->sure) {
		struct strs yes = { 0 };
		size_t none;

		strs_add(&yes, "yes");
		q->state = read_ask(r, "", &yes, NULL, &none) ? QUICK_READY :
		    r->faults.n > 0 ? QUICK_REFUSED : QUICK_SURE;
		strs_clear(&yes);
		strs_clear(&q->choices);
		free(q->say);
		q->say = q->state == QUICK_READY ? xstrdup("") :
		    xstrdup(r->faults.n > 0 ? r->faults.v[0] : r->sure);
	} else if (q->plan == NULL || q->plan->n == 0) {
		q->state = QUICK_REFUSED;
		free(q->say);
		q->say = xstrdup("nothing to save");
	} else {
		q->state = QUICK_READY;
	}
	if (q->state != QUICK_READY && q->state != QUICK_SURE) {
		plan_free(q->plan);
		q->plan = NULL;
	}
}

static enum status
understand(struct reading *r, struct err *e)
{
	struct err why;
	enum status st;

	if (utf8_check(r->line, false, LINE_MAX_CHARS, &why) != ST_OK) {
		read_fault(r, "%s", why.text);
		return ST_OK;
	}
	parts_split(&r->parts, r->line);
	if (r->parts.n == 0) {
		read_fault(r, "an empty line: write school; who; type; "
		    "numbers, as in %s", verbs[0].told.example);
		return ST_OK;
	}
	if ((st = find_verb(r, e)) != ST_OK)
		return st;
	follow_take(r);
	read_parts(r);
	if (r->verb == NULL)
		guess_verb(r);
	if ((st = r->verb->plan(r, e)) != ST_OK || r->follow.n == 0)
		return st;
	return follow_plan(r, e);
}

void
quick_reading_clear(struct reading *r)
{
	parts_clear(&r->parts);
	parts_clear(&r->follow);
	items_clear(&r->items);
	schools_clear(&r->schools);
	strs_clear(&r->faults);
	free(r->sure);
}

enum status
quick_understand(const struct look *look, const char *line,
    const struct quick_opts *opts, struct quick *q, struct err *e)
{
	static const struct quick_opts none = { 0 };
	struct reading r = { .look = look, .line = line, .q = q,
	    .opts = opts != NULL ? opts : &none };
	enum status st;

	*q = (struct quick){ .say = xstrdup(""), .echo = xstrdup("") };
	q->plan = xcalloc(1, sizeof *q->plan);
	st = understand(&r, e);
	if (st == ST_OK)
		tell_state(&r);
	else
		quick_clear(q);
	quick_reading_clear(&r);
	return st;
}

void
quick_clear(struct quick *q)
{
	for (size_t i = 0; i < q->nparts; i++) {
		free(q->part[i].shown);
		free(q->part[i].kind);
	}
	free(q->part);
	free(q->say);
	free(q->echo);
	strs_clear(&q->choices);
	plan_free(q->plan);
	*q = (struct quick){ 0 };
}
