/* doctor_users.c - who may come in, and whose keys are there.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/doctor_int.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/path.h"
#include "base/str.h"

enum { KEYS_MAX = 1 << 20 };
#define SESSION	"hub-session "		/* what sshd runs for a key of ours */

static bool
is_disabled(const struct doctor *d, size_t user)
{
	int from = day_from_iso(d->db.disabled.v[user]);

	return from != DAY_NONE && from <= d->today;
}

void
doctor_users(struct doctor *d)
{
	const struct db_health *h = &d->db;
	size_t roles = 0, admins = 0;

	for (size_t i = 0; i < h->user.n; i++) {
		roles += h->role.v[i][0] != '\0' && !is_disabled(d, i);
		admins += str_eq(h->role.v[i], "admin") && !is_disabled(d, i);
	}
	if (!h->ours || h->version != db_newest_version())
		return;
	if (roles == 0)
		doctor_ok(d, "Nobody has a role: whoever opens the database "
		    "itself may do all.");
	else if (admins == 0)
		doctor_find(d, DOCTOR_WARNING, "Give somebody the role: "
		    "caseload set user/NAME role=admin, as who has none. All "
		    "else works without.", "%zu user%s a role, but nobody is "
		    "admin.", roles, roles == 1 ? " has" : "s have");
	else
		doctor_ok(d, "%zu user%s a role, %zu of them admin.", roles,
		    roles == 1 ? " has" : "s have", admins);
}

/* Whom the key is for: the word behind hub-session, which ends at a quote. */
static char *
user_of(const char *line)
{
	const char *at = strstr(line, SESSION);

	if (at == NULL || line[0] == '#')
		return NULL;
	at += strlen(SESSION);
	return xstrndup(at, strcspn(at, "\" \t\\"));
}

static void
look_at_key(struct doctor *d, const char *file, size_t line, const char *name)
{
	static const char advice[] = "Take the line out of that file, or give "
	    "the user a role.";
	size_t i;

	for (i = 0; i < d->db.user.n; i++)
		if (str_eq(d->db.user.v[i], name))
			break;
	if (i == d->db.user.n)
		doctor_find(d, DOCTOR_WARNING, advice, "%s:%zu: the key is "
		    "of %s, who is no user.", file, line, name);
	else if (is_disabled(d, i))
		doctor_find(d, DOCTOR_WARNING, advice, "%s:%zu: the key is of "
		    "%s, who is disabled.", file, line, name);
	else if (d->db.role.v[i][0] == '\0')
		doctor_find(d, DOCTOR_WARNING, advice, "%s:%zu: the key is of "
		    "%s, who has no role.", file, line, name);
}

/* None of these lets anybody in; but a key that nobody needs is one too many. */
void
doctor_keys(struct doctor *d)
{
	char *file = path_typed("~/.ssh/authorized_keys"), *text;
	struct strs lines = { 0 };

	if (d->db.ours && d->db.version == db_newest_version() &&
	    path_read(file, KEYS_MAX, &text, NULL, NULL) == ST_OK) {
		str_split(&lines, text, '\n');
		for (size_t i = 0; i < lines.n; i++) {
			char *name = user_of(lines.v[i]);

			if (name != NULL)
				look_at_key(d, file, i + 1, name);
			free(name);
		}
		strs_clear(&lines);
		free(text);
	}
	free(file);
}
