/* notice_asked.c - who was asked before a reminder, as its letter says it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/notice_int.h"

#include <stdlib.h>

#include "base/mem.h"
#include "db/notice.h"
#include "model/fields.h"

static void
take_all(struct notice_present *out, struct notice_present *from)
{
	out->v = xreallocarray(out->v, out->n + from->n + 1, sizeof *out->v);
	for (size_t i = 0; i < from->n; i++) {
		out->v[out->n++] = from->v[i];
		from->v[i] = NULL;
	}
}

enum status
notice_asked_before(struct app *app, int64_t notice,
    struct notice_present *out, struct err *e)
{
	struct notice_present one;
	struct db_ids chain;
	enum status st = notice_chain(app->db, notice, &chain, e);

	*out = (struct notice_present){ 0 };
	if (st != ST_OK)
		return st;
	for (size_t k = 0; k < chain.n && chain.v[k] != notice &&
	    st == ST_OK; k++) {
		st = notice_present_read(app, chain.v[k], &one, e);
		if (st != ST_OK)
			break;
		take_all(out, &one);
		notice_present_clear(&one);
	}
	db_ids_clear(&chain);
	return st;
}

/* Did R, of an earlier notice, ask somebody where OF is? */
static bool
asked_there(const struct row *r, const struct row *of)
{
	int64_t a, b;

	(void)notice_place(r, &a);
	(void)notice_place(of, &b);
	return a == b && a != 0 && !row_is_empty(r, F_recipient_sent) &&
	    row_ref(r, F_recipient_contact) != 0;
}

const char *
notice_asked(const struct notice_present *before, const struct row *of)
{
	static const char *const said[2][3] = {
		{ "you", "your colleague", "your colleagues" },
		{ "you", "you and your colleague", "you and your colleagues" },
	};
	int64_t me = row_ref(of, F_recipient_contact), other = 0;
	bool self = false, several = false;

	for (size_t i = 0; i < before->n; i++) {
		int64_t who = row_ref(before->v[i], F_recipient_contact);

		if (!asked_there(before->v[i], of))
			continue;
		self = self || who == me;
		several = several || (who != me && other != 0 && who != other);
		other = who != me ? who : other;
	}
	return said[self][several ? 2 : other != 0];
}
