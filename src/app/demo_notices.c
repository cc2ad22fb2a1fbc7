/* demo_notices.c - notices and resources of the demonstration, and who got them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/demo_int.h"

static const struct demo_line lines[] = {
	{ "toolkit", ENT_resource, "title=SEND toolkit|"
	    "link=https://resources.example/send|kind=toolkit|"
	    "audience=send,leaders|benchmarks=3,8|publisher=The hub|"
	    "checked=-30|summary=Lessons and letters.|note=New in spring." },
	{ "", ENT_resource, "title=Talking about careers at home|"
	    "link=https://resources.example/parents|kind=guide|"
	    "audience=parents|benchmarks=2|checked=-200" },
	{ "n1", ENT_notice, "title=Autumn assessment|date=-18|status=sent|"
	    "audience=school mine|sender=the hub|"
	    "reply_to=careers@hub.example|template=first|"
	    "body=Dear {name}, please send the autumn assessment of {school}.|"
	    "attachments=how-to.pdf|resources=toolkit|benchmarks=1|due=-8|"
	    "owner=me|note=From last year's list." },
	{ "n2", ENT_notice, "title=Autumn assessment|date=-10|status=sent|"
	    "audience=school mine|template=second|follows=n1|attempt=2|"
	    "body=Dear {name}, a reminder.|owner=me" },
	{ "", ENT_notice, "title=Apprenticeship week|date=60|status=draft|"
	    "audience=school la:Havering|owner=me" },
	{ "", ENT_recipient, "notice=n1|organisation=cranmere|"
	    "contact=cranmere|status=replied|sent=-18|replied=-2|"
	    "reply=done 18 Nov|note=By telephone." },
	{ "", ENT_recipient, "notice=n1|organisation=harbour|contact=harbour|"
	    "status=sent|sent=-18" },
	{ "", ENT_recipient, "notice=n2|organisation=harbour|contact=harbour|"
	    "status=sent|sent=-10|next=3" },
	{ "", ENT_recipient, "notice=n1|organisation=brookvale|"
	    "contact=brookvale|status=left out|reason=no bulk" },
};

void
demo_notices(struct demo *d)
{
	demo_lines(d, lines, COUNT_OF(lines));
}
