/* diary_world.h - a diary's schools and people, and its week as text. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_APP_DIARY_WORLD_H
#define TESTS_APP_DIARY_WORLD_H

#include "app/diary.h"
#include "tests/app/world.h"

#define MON	"2026-11-23"

struct here {
	struct app	 app;
	struct diary	 d;		/* what was looked at last */
};

/* Three schools, North, Quay and Far, and Dan; nobody coordinates one. */
void	 here_open(struct here *);
/* The same; North and Quay are mine, Quay is Dan's too, Far is Dan's. */
void	 here_shared(struct here *);
void	 here_close(struct here *);
void	 look(struct here *, const char *day, enum diary_layer);
/* Look, and fail unless it says TEXT: "Mon 09:30 Visit|North|Ms Bell|dan" a
 * line. */
#define shows(h, day, layer, text) \
	shows_at((h), (day), (layer), (text), __FILE__, __LINE__)
void	 shows_at(struct here *, const char *day, enum diary_layer,
	    const char *text, const char *file, int line);

#endif
