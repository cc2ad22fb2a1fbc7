/* fuzz_journal.c - any values in the journal: a record is made again from them,
 * or it is said what is wrong; nothing is read beyond them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "db/db.h"
#include "db/replay.h"
#include "db/steps.h"
#include "model/row.h"

int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct {
	const char	*ent, *field;
} places[] = {
	{ "encounter", "" }, { "school", "" }, { "task", "" },
	{ "encounter", "years" }, { "encounter", "schools" },
	{ "school", "note" }, { "assessment", "items" }, { "event", "date" },
};
enum { PLACES = sizeof places / sizeof places[0] };

/* A change whose new value is the bytes as they are: what may be a packed text,
 * or a file that was tampered with. */
static void
add(struct db *db, const char *ent, const char *field, const char *member,
    const void *value, size_t n)
{
	struct stmt *st;

	assert(db_made(db, "INSERT INTO change(step, entity, row, field, member,"
	    " old, new) VALUES (1, ?1, 5, ?2, ?3, NULL, ?4)", &st, NULL) ==
	    ST_OK);
	assert(db_bind_text(st, 1, ent, NULL) == ST_OK &&
	    db_bind_text(st, 2, field, NULL) == ST_OK &&
	    db_bind_text(st, 3, member, NULL) == ST_OK &&
	    db_bind_bytes(st, 4, value, n, NULL) == ST_OK);
	assert(db_to_end(st, NULL) == ST_OK);
}

static void
make_again(struct db *db, const char *ent)
{
	struct err e = { 0 };
	struct row *row = NULL;

	if (replay_record(db, entity_find(ent), 5, &row, &e) != ST_OK)
		assert(e.text[0] != '\0');
	row_free(row);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct db *db;
	static char at_ten[] = "2026-11-20T10:00:00.000Z", name[] = "tester";
	const struct step first = { .seq = 1, .id = 1, .at = at_ten,
		.user = name, .node = name, .label = name };
	const uint8_t *cut;
	char *member, *text;
	struct err e = { 0 };
	bool packed;
	size_t at, n;

	if (size < 2)
		return 0;
	if (db == NULL)
		assert(db_open(":memory:", DB_CREATE, &db, NULL) == ST_OK);
	at = (data[0] & 0x7f) % PLACES;
	packed = data[0] & 0x80;
	data++, size--;
	cut = memchr(data, 0, size);
	n = cut != NULL ? (size_t)(cut - data) : 0;
	member = xstrndup((const char *)data, n);
	text = xstrndup((const char *)data + n + (cut != NULL),
	    size - n - (cut != NULL));
	assert(db_begin(db, NULL) == ST_OK);
	assert(steps_add(db, &first, NULL) == ST_OK);
	if (places[at].field[0] != '\0')
		assert(steps_change(db, 1, places[at].ent, 5, "", "", NULL,
		    "{}", NULL) == ST_OK);
	if (packed)
		add(db, places[at].ent, places[at].field, member,
		    data + n + (cut != NULL), size - n - (cut != NULL));
	else if (steps_change(db, 1, places[at].ent, 5, places[at].field,
	    member, NULL, text, &e) != ST_OK)
		assert(e.text[0] != '\0');
	make_again(db, places[at].ent);
	assert(db_end(db, ST_INTERRUPTED, NULL) == ST_INTERRUPTED);
	free(member);
	free(text);
	return 0;
}
