/* doctor_world.h - an installation in order, to spoil, and what the doctor says.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#ifndef TESTS_APP_DOCTOR_WORLD_H
#define TESTS_APP_DOCTOR_WORLD_H

#include <stdbool.h>

#include "app/doctor.h"
#include "base/str.h"
#include "db/folder.h"

/* A home of its own, in which the folder "data" has a database with one save;
 * how it is asked about, and what was said last. */
extern char	*home, *file, *config;
extern struct app_start start;
extern struct doctor_start from;
extern struct strs found;
extern size_t	errors, warnings;
/* What the system answers about its disk. */
extern struct folder_fs disk;

int	set_up(void **state);
int	tear_down(void **state);
#define CHECK(fn) cmocka_unit_test_setup_teardown(fn, set_up, tear_down)

void	ask(void);
bool	said(const char *level, const char *words);
/* Ask, and see a finding of LEVEL with WORDS. */
void	finds(const char *level, const char *words);
/* The file PATH, or one in the home, or that of the settings, holds TEXT. */
void	put(const char *path, const char *text);
void	put_home(const char *name, const char *text);
/* … is a copy of the database. */
void	copy_home(const char *name);
void	set_config(const char *text);

#endif
