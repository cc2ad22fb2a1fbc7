/* import_propose.c - what the register suggests and only a person decides: the
 * school that follows a closed one, a new head.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each is a line of the field proposed, made again at every import:
 *	successor? 136578 Northgate Academy (linked establishment)
 *	head: register says Ms A Nwosu; we have Mr D Hale
 */
#include <stdlib.h>
#include <string.h>

#include "app/import_gias.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "db/db.h"
#include "db/store.h"

#define NEXT	"successor? "
#define LINKED	"(linked establishment)"
#define TWIN	"(same name and postcode)"
#define HEAD	"head: "
#define MAX_NEXT 16	/* schools that one can be split into */

/* The links of a school, while they are read. */
struct linked {
	int		  urn;		/* whose */
	struct gias_seen *seen;		/* where predecessors go */
	int		  v[MAX_NEXT];	/* its successors */
	size_t		  n;
};

/* Lines of TEXT this import has nothing to say about. */
static void
keep_lines(const struct gias_row *g, const char *text, bool twin,
    struct buf *out)
{
	struct strs lines = { 0 };

	str_split(&lines, text, '\n');
	for (size_t i = 0; i < lines.n; i++) {
		const char *s = lines.v[i];
		bool again = (str_starts(s, HEAD) && g->has_head) ||
		    (str_starts(s, NEXT) && str_ends(s, LINKED) &&
		    g->has_links) ||
		    (str_starts(s, NEXT) && str_ends(s, TWIN) && twin);

		if (*s != '\0' && !again)
			buf_addf(out, "%s\n", s);
	}
	strs_clear(&lines);
}

/* The name of school URN, from the file or else from the database. */
static enum status
name_of(struct importer *imp, const struct gias_seen *seen, int urn,
    struct buf *out, struct err *e)
{
	const char *name = seen_name(seen, urn);
	enum status st;
	char key[16];
	int64_t id;

	if (name != NULL) {
		buf_add(out, name);
		return ST_OK;
	}
	snprintf(key, sizeof key, "%06d", urn);
	st = store_by_key(imp->app->db, imp->ent, key, &id, e);
	if (st == ST_OK && id != 0)
		st = store_title(imp->app->db, imp->ent, id, out, e);
	return st;
}

/* Has somebody decided that URN took over from BASE? */
static enum status
is_decided(struct importer *imp, const struct row *base, int urn, bool *out,
    struct err *e)
{
	int64_t found = 0;
	char key[16];
	enum status st = ST_OK;

	snprintf(key, sizeof key, "%06d", urn);
	if (base != NULL)
		st = db_get_int(imp->app->db, Q_SUCCESSION_TO, 0, &found, e,
		    "ls", base->id, key);
	*out = found != 0;
	return st;
}

void
gias_decided(const char *proposed, const char *urn, struct buf *out)
{
	struct strs lines = { 0 };
	size_t n = strlen(urn);

	str_split(&lines, proposed, '\n');
	for (size_t i = 0; i < lines.n; i++) {
		const char *s = lines.v[i];

		if (n > 0 && str_starts(s, NEXT) &&
		    strncmp(s + strlen(NEXT), urn, n) == 0)
			continue;
		buf_addf(out, "%s%s", out->n > 0 ? "\n" : "", s);
	}
	strs_clear(&lines);
}

static enum status
add_successor(struct importer *imp, const struct gias_seen *seen,
    const struct row *base, int urn, const char *why, struct buf *out,
    struct err *e)
{
	bool decided;
	enum status st = is_decided(imp, base, urn, &decided, e);

	if (st != ST_OK || decided)
		return st;
	buf_addf(out, NEXT "%06d ", urn);
	st = name_of(imp, seen, urn, out, e);
	buf_addf(out, "%s%s\n", out->p[out->n - 1] == ' ' ? "" : " ", why);
	return st;
}

/* "148799 Successor", "148799 Successor - amalgamated"; several in one cell
 * are separated by commas. Calls GOT for each URN that is a KIND. */
static void
each_link(const struct gias_row *g, const char *kind, struct linked *to,
    void (*got)(struct linked *, int urn))
{
	struct strs links = { 0 };
	char *text = xstrdup(g->links.p);

	for (char *c = text; *c != '\0'; c++)
		if (*c == ',' || *c == ';')
			*c = '\n';
	str_split(&links, text, '\n');
	for (size_t i = 0; i < links.n; i++) {
		char *words = links.v[i];
		long urn = strtol(links.v[i], &words, 10);

		while (*words == ' ' || *words == '-')
			words++;
		if (urn >= 100000 && urn <= 999999 &&
		    str_istarts(words, kind))
			got(to, (int)urn);
	}
	strs_clear(&links);
	free(text);
}

static void
got_predecessor(struct linked *to, int urn)
{
	seen_follow(to->seen, to->urn, urn);
}

void
gias_predecessors(struct gias_seen *seen, int urn, const struct gias_row *g)
{
	struct linked to = { .urn = urn, .seen = seen };

	if (g->has_links)
		each_link(g, "predecessor", &to, got_predecessor);
}

static void
got_successor(struct linked *to, int urn)
{
	for (size_t i = 0; i < to->n; i++)
		if (to->v[i] == urn)
			return;
	if (urn != to->urn && to->n < MAX_NEXT)
		to->v[to->n++] = urn;
}

/* The schools that follow: those the row names, and when it is CLOSED those
 * whose rows name it. */
static enum status
linked(struct importer *imp, const struct gias_seen *seen,
    const struct gias_row *g, const struct row *base, bool closed,
    struct linked *to, struct buf *out, struct err *e)
{
	enum status st = ST_OK;
	size_t at = 0;
	int urn;

	if (!g->has_links)
		return ST_OK;
	to->urn = g->urn;
	each_link(g, "successor", to, got_successor);
	while (closed && (urn = seen_next(seen, g->urn, &at)) != 0)
		got_successor(to, urn);
	for (size_t i = 0; i < to->n && st == ST_OK; i++)
		st = add_successor(imp, seen, base, to->v[i], LINKED, out, e);
	return st;
}

/* An open school of the same name at the same place, here or in the file. */
static enum status
find_twin(struct importer *imp, const struct gias_seen *seen,
    const struct gias_row *g, int *out, struct err *e)
{
	const char *name = row_get(g->row, F_school_name);
	const char *postcode = row_get(g->row, F_school_postcode);
	enum status st;
	char *urn = NULL;

	if (*postcode == '\0')
		return ST_OK;
	*out = seen_open(seen, g->urn, name, postcode);
	if (*out != 0)
		return ST_OK;
	st = db_get_text(imp->app->db, Q_IMPORT_TWIN, &urn, e, "sss", name,
	    postcode, row_get(g->row, F_school_urn));
	if (urn != NULL)
		*out = (int)strtol(urn, NULL, 10);
	free(urn);
	return st;
}

/* A name without titles, as folded words. */
static void
name_words(const char *name, struct strs *out)
{
	static const char titles[] = "mr mrs ms miss mx dr prof professor sir "
	    "dame rev revd reverend fr father sister brother rabbi";
	struct strs all = { 0 };
	char *folded = utf8_fold(name);

	str_words(&all, folded);
	for (size_t i = 0; i < all.n; i++)
		if (!str_in(all.v[i], titles))
			strs_add(out, all.v[i]);
	strs_clear(&all);
	free(folded);
}

/* "Ms A Nwosu" and "Amara Nwosu" are one person; "Mr Hale" is any Hale. */
static bool
same_person(const char *a, const char *b)
{
	struct strs x = { 0 }, y = { 0 };
	bool same = false;

	name_words(a, &x);
	name_words(b, &y);
	if (x.n > 0 && y.n > 0)
		same = str_eq(x.v[x.n - 1], y.v[y.n - 1]) &&
		    (x.n == 1 || y.n == 1 || x.v[0][0] == y.v[0][0]);
	strs_clear(&x);
	strs_clear(&y);
	return same;
}

static enum status
head(struct importer *imp, const struct gias_row *g, const struct row *base,
    struct buf *out, struct err *e)
{
	struct stmt *s;
	struct buf ours;
	char today[11];
	bool more, same = false;
	enum status st = ST_OK;

	if (!g->has_head || g->head.n == 0)
		return ST_OK;
	buf_init(&ours, BUF_LINE);
	if (base != NULL) {
		day_iso(imp->app->today, today);
		st = db_stmt(imp->app->db, Q_IMPORT_HEAD, &s, e);
		if (st == ST_OK)
			st = db_bindf(s, e, "zs", base->id, today);
		while (st == ST_OK &&
		    (st = db_step(s, &more, e)) == ST_OK && more) {
			const char *name = db_text(s, 0);

			same = same || same_person(name, g->head.p);
			buf_addf(&ours, "%s%s", ours.n > 0 ? ", " : "", name);
		}
	}
	if (st == ST_OK && !same)
		buf_addf(out, HEAD "register says %s; we have %s\n",
		    g->head.p, ours.n > 0 ? ours.p : "nobody");
	buf_clear(&ours);
	return st;
}

static bool
is_linked(const struct linked *to, int urn)
{
	for (size_t i = 0; i < to->n; i++)
		if (to->v[i] == urn)
			return true;
	return false;
}

enum status
gias_propose(struct importer *imp, const struct gias_seen *seen,
    const struct gias_row *g, const struct row *base, struct row *r,
    struct err *e)
{
	bool placed = g->has[F_school_name] && g->has[F_school_postcode];
	bool closed = g->has[F_school_status] ?
	    row_is(g->row, F_school_status, "Closed") :
	    row_is(r, F_school_status, "Closed");
	struct linked to = { 0 };
	int twin = 0;
	enum status st = ST_OK;
	struct buf out;

	buf_init(&out, BUF_ROW);
	if (base != NULL)
		keep_lines(g, row_get(base, F_school_proposed), placed, &out);
	st = linked(imp, seen, g, base, closed, &to, &out, e);
	if (st == ST_OK && closed && placed)
		st = find_twin(imp, seen, g, &twin, e);
	if (st == ST_OK && twin != 0 && !is_linked(&to, twin))
		st = add_successor(imp, seen, base, twin, TWIN, &out, e);
	if (st == ST_OK)
		st = head(imp, g, base, &out, e);
	if (out.n > 0)
		buf_cut(&out, out.n - 1);
	if (st == ST_OK)
		row_set(r, F_school_proposed, out.p);
	buf_clear(&out);
	return st;
}
