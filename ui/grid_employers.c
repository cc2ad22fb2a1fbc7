/* grid_employers.c - which employers came, under the numbers.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "model/fields.h"
#include "ui/grid_inner.h"
#include "ui/statusbar.h"

static struct set *
employers(struct grid_screen *gs)
{
	return row_members(gs->g.row, F_encounter_employers);
}

static void
mark(struct grid_screen *gs, const char *part)
{
	struct set *s = employers(gs);
	const struct setdef *def =
	    gs->g.row->ent->fields[F_encounter_employers].set;
	char key[ID_CODE];
	const char *v[] = {key, part};

	memcpy(key, s->m[gs->employer].v[EE_EMPLOYER], sizeof key - 1);
	key[sizeof key - 1] = '\0';
	set_put(s, def, v);
	keep_typed(&gs->keep);
	if (gs->employer + 1 < s->n)
		gs->employer++;
}

void
grid_employer_open(struct grid_screen *gs)
{
	if (!employers(gs)->n) {
		say(gs->s.ui, "No employer is named yet: change the encounter "
		    "to add some.");
		return;
	}
	gs->employers = true;
	gs->employer = 0;
}

bool
grid_employer_request(struct grid_screen *gs, enum request r)
{
	size_t n = employers(gs)->n;

	switch (r) {
	case REQ_NUM_CAME:
		mark(gs, "came");
		return true;
	case REQ_NUM_ABSENT:
		mark(gs, "did not come");
		return true;
	case REQ_NUM_INVITED:
		mark(gs, "invited");
		return true;
	case REQ_NUM_WHO: case REQ_GRID_LEAVE:
		gs->employers = false;
		return true;
	case REQ_NUM_RIGHT: case REQ_GRID_DOWN: case REQ_GRID_NEXT:
		gs->employer = (gs->employer + 1) % n;
		return true;
	case REQ_NUM_LEFT: case REQ_GRID_UP: case REQ_GRID_PREV:
		gs->employer = (gs->employer + n - 1) % n;
		return true;
	default:
		return false;
	}
}

static const char *
part_mark(const char *part)
{
	return strcmp(part, "came") == 0 ? "came" :
	    strcmp(part, "did not come") == 0 ? "did not come" :
	    *part ? part : "-";
}

static int
draw_heading(struct grid_screen *gs, int y)
{
	struct set *s = employers(gs);
	size_t i, came = 0, providers;

	for (i = 0; i < s->n; i++)
		came += strcmp(s->m[i].v[EE_PART], "came") == 0;
	providers = gs->g.row->sets[F_encounter_providers].n;
	draw_fmt(&gs->s.p, y, 1, gs->s.cols - 2, ROLE_TITLE,
	    providers ? "Employers %zu: came %zu   Providers %zu" :
	    "Employers %zu: came %zu", s->n, came, providers);
	return y + 1;
}

void
grid_employer_draw(struct grid_screen *gs, int y)
{
	struct set *s = employers(gs);
	int x = 3, width, cur_y = -1, cur_x = 0;
	struct buf b;
	size_t i;

	if (!s->n || y + 1 >= gs->s.rows)
		return;
	y = draw_heading(gs, y);
	for (i = 0; i < s->n && y < gs->s.rows; i++) {
		bool here = gs->employers && i == gs->employer;

		buf_init(&b, BUF_LINE);
		buf_addf(&b, "%s %s", gs->g.employer.v[i], part_mark(s->m[i].v[EE_PART]));
		width = draw_width(&gs->s.p, b.p);
		if (x > 3 && x + width > gs->s.cols) {
			x = 3;
			y++;
		}
		if (here) {
			cur_y = y;
			cur_x = x;
		}
		draw_text(&gs->s.p, y, x, gs->s.cols - x, here ? ROLE_CHOSEN :
		    ROLE_TEXT, b.p);
		x += width + 3;
		buf_clear(&b);
	}
	if (cur_y >= 0)
		draw_cursor(&gs->s.p, cur_y, cur_x);
}
