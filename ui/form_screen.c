/* form_screen.c - any entity's form.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/form_screen.h"

#include "ui/statusbar.h"

void
form_open(struct ui *ui, const struct entity *ent, int64_t id,
    const struct row *preset)
{
	(void)id;
	(void)preset;
	say(ui, "The form of %s is being built.", ent->plural);
}
