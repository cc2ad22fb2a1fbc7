/* mix.c - saves of several kinds, for processes that are to save much.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/app/mix.h"

#include "app/bulk.h"
#include "app/quick.h"
#include "app/record.h"
#include "model/fields.h"

unsigned
mix_chance(unsigned seed, unsigned n)
{
	uint64_t h = (((uint64_t)seed << 32) | n) + 0x9e3779b97f4a7c15;

	h = (h ^ (h >> 30)) * 0xbf58476d1ce4e5b9;
	h = (h ^ (h >> 27)) * 0x94d049bb133111eb;
	return (unsigned)(h >> 32);
}

enum status
mix_add(struct app *app, const char *name, struct err *e)
{
	struct row *r = record_new(app, entities[ENT_employer]);
	enum status st;

	row_set(r, F_employer_name, name);
	st = record_save(app, NULL, r, NULL, e);
	row_free(r);
	return st;
}

enum status
mix_line(struct app *app, const char *text, struct err *e)
{
	struct quick_opts opts = { .sure = true };
	struct quick q = { 0 };
	struct buf ref, said;
	enum status st;

	buf_init(&ref, BUF_LINE);
	buf_init(&said, BUF_ROW);
	st = quick_read(app, text, &opts, &q, e);
	if (st == ST_OK && q.plan == NULL)
		st = err_set(e, ST_INVALID, "%s", q.say ? q.say : "no plan");
	if (st == ST_OK && (st = step_begin(app, e)) == ST_OK)
		st = step_end(app, quick_do(app, &q, &ref, &said, e),
		    "logged", e);
	quick_clear(&q);
	buf_clear(&said);
	buf_clear(&ref);
	return st;
}

enum status
mix_bulk(struct app *app, const struct entity *ent, const int64_t *id, size_t n,
    int field, const char *text, struct err *e)
{
	struct bulk_set set = { field, text };

	return bulk_do(app, ent, id, n, &set, 1, NULL, e);
}
