/* fake.c - references and rolls without a database, for the model's tests. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/model/fake.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "model/fields.h"
#include "model/set.h"

static enum status
resolve(void *arg, const char *refs, const char *text, const char **ent,
    int64_t *out, struct err *e)
{
	static const struct { const char *text, *ent; int64_t id; } known[] = {
		{ "school/northgate", "school", 136579 },
		{ "employer/Arup (UK)", "employer", 77 },
	};
	struct strs words = { 0 };
	enum status st = ST_NOT_FOUND;

	(void)arg;
	for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
		if (str_in(known[i].ent, refs) &&
		    str_ieq(known[i].text, text)) {
			*ent = known[i].ent;
			*out = known[i].id;
			return ST_OK;
		}
	str_words(&words, refs);
	for (size_t i = 0; i < words.n && st != ST_OK; i++) {
		const struct entity *t = entity_find(words.v[i]);
		size_t n = strlen(t->id);
		const char *number = text;

		if (strncmp(text, t->id, n) == 0 && text[n] == '/')
			number = text + n + 1;
		else if (words.n > 1)
			continue;
		if (str_int(number, 1, 99999999, out)) {
			*ent = t->id;
			st = ST_OK;
		}
	}
	strs_clear(&words);
	if (st != ST_OK)
		return err_set(e, st, "no record \"%.60s\"", text);
	return ST_OK;
}

static long
roll(void *arg, int64_t school, int year, const char *group)
{
	static const struct { const char *group; long n; } rolls[] = {
		{ "y7", 182 }, { "y8", 180 }, { "y9", 178 }, { "y10", 181 },
		{ "y11", 0 },
	};

	(void)arg, (void)school;
	for (size_t i = 0; i < sizeof rolls / sizeof rolls[0]; i++)
		if (year == 2026 && strcmp(rolls[i].group, group) == 0)
			return rolls[i].n;
	return -1;
}

const char *
fake_name(void *arg, const char *ent, int64_t id)
{
	static char text[64];

	(void)arg;
	if (id == 77)
		return "employer/Arup (UK)";
	snprintf(text, sizeof text, "%s/%lld", ent, (long long)id);
	return text;
}

struct parse
fake_parse(void)
{
	return (struct parse){
		.today = day_from_iso(FAKE_TODAY), .dir = DATE_BACK,
		.resolve = resolve, .roll = roll, .name = fake_name,
	};
}

void
fake_set(struct row *r, int field, const char *text)
{
	const struct field *f = &r->ent->fields[field];
	struct parse p = fake_parse();
	struct err e = { 0 };
	struct buf b;
	enum status st;

	buf_init(&b, BUF_ROW);
	if (f->type == FT_SET) {
		st = set_parse(r, field, text, 0, &p, &e);
	} else {
		st = field_parse(f, text, &p, &b, &e);
		if (st == ST_OK)
			row_set(r, field, b.p);
	}
	buf_clear(&b);
	if (st != ST_OK) {
		fprintf(stderr, "fake_set: %s\n", e.text);
		abort();
	}
}

char *
fake_text(const struct row *r, int field)
{
	struct buf b;

	buf_init(&b, BUF_ROW);
	if (r->ent->fields[field].type == FT_SET)
		set_format(r, field, fake_name, NULL, &b);
	else
		buf_add(&b, row_get(r, field));
	return buf_take(&b);
}

struct row *
fake_encounter(const char *status)
{
	struct row *r = row_new(entities[ENT_encounter]);

	fake_set(r, F_encounter_schools, "school/136578");
	fake_set(r, F_encounter_date, FAKE_TODAY);
	fake_set(r, F_encounter_status, status);
	return r;
}
