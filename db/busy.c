/* busy.c - wait for another's save: short, uneven, told, and not for ever.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <time.h>

#include "base/clock.h"
#include "db/inner.h"

enum { GIVE_UP_MS = 10000 };

/* Who has waited long asks more often, and so comes before those who have just
 * begun: nobody is passed over again and again. */
static const struct {
	int		 waited;	/* ms, at least */
	int		 least, most;	/* ms to the next try */
} pace[] = {
	{ 1000, 1, 2 },
	{ 300, 2, 10 },
	{ 0, 5, 50 },
};

static void
sleep_unevenly(int waited)
{
	struct timespec ts = { 0 };
	unsigned char chance;
	size_t i = 0;

	while (waited < pace[i].waited)
		i++;
	sqlite3_randomness(sizeof chance, &chance);
	ts.tv_nsec = (pace[i].least +
	    chance % (pace[i].most - pace[i].least + 1)) * 1000000L;
	nanosleep(&ts, NULL);	/* a signal only makes it shorter */
}

int
busy_handler(void *arg, int count)
{
	struct db *db = arg;
	struct busy *b = &db->busy;
	int64_t now = clock_monotonic_ms();
	enum waiting how = WAIT_ON;
	int waited;

	b->stopped = false;
	if (b->never)
		return 0;
	if (count == 0)
		b->since = now;
	waited = (int)(now - b->since);
	if (waited >= (b->most > 0 ? b->most : GIVE_UP_MS))
		return 0;
	if (b->fn != NULL)
		how = b->fn(b->arg, waited);
	b->stopped = how == WAIT_STOP;
	if (how != WAIT_ON)
		return 0;
	sleep_unevenly(waited);
	return 1;
}

void
db_on_wait(struct db *db, waiting_fn fn, void *arg)
{
	db->busy.fn = fn;
	db->busy.arg = arg;
}

void
db_wait_at_most(struct db *db, int ms)
{
	db->busy.most = ms;
}

int64_t
db_data_version(struct db *db)
{
	int64_t version = db->version;

	db->busy.never = true;
	if (db_get_int(db, Q_DATA_VERSION, version, &version, NULL, "") ==
	    ST_OK)
		db->version = version;
	db->busy.never = false;
	return db->version;
}
