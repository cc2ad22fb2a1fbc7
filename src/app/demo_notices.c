/* demo_notices.c - notices and resources of the demonstration, and who got them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/demo_int.h"
#include "base/str.h"
#include "model/fields.h"
#include "model/tables.h"

static const struct demo_line lines[] = {
	{ "toolkit", ENT_resource, "title=SEND toolkit|"
	    "link=https://resources.example/send|kind=toolkit|"
	    "audience=send,leaders|benchmarks=3,8|publisher=The hub|"
	    "checked=-30|summary=Lessons and letters.|note=New in spring." },
	{ "home", ENT_resource, "title=Talking about careers at home|"
	    "link=https://resources.example/parents|kind=guide|"
	    "audience=parents|benchmarks=2|checked=-200" },
	{ "", ENT_resource, "title=When I grow up: six lessons|"
	    "link=https://resources.example/primary|kind=lesson|"
	    "audience=primary,teachers|checked=-12" },
	{ "n1", ENT_notice, "title=Autumn assessment|date=-18|status=sent|"
	    "audience=school mine is:open|sender=the hub|"
	    "role=careers leader|"
	    "reply_to=careers@hub.example|template=first|attempt=1|"
	    "body=Dear {name}, please send the autumn assessment of {school}.|"
	    "attachments=how-to.pdf|resources=toolkit|benchmarks=1|due=-8|"
	    "owner=me|note=From last year's list." },
	{ "n2", ENT_notice, "title=Reminder: Autumn assessment|date=-10|"
	    "status=sent|template=second|follows=n1|attempt=2|due=1000|"
	    "body=Dear {name}, the autumn assessment of {school} is still "
	    "open.|owner=me" },
	{ "n3", ENT_notice, "title=Apprenticeship week|date=60|status=draft|"
	    "audience=school la:Havering|attempt=1|owner=me" },
	{ "n4", ENT_notice, "title=CPD in the spring term|date=1002|"
	    "status=promised|audience=school mine is:open|attempt=1|"
	    "body=Dear {name}, these are the sessions of the spring term.|"
	    "owner=me" },
	{ "n5", ENT_notice, "title=Parents' evening|date=-25|status=sent|"
	    "audience=school/900145|resources=home|attempt=1|owner=priya" },
	{ "", ENT_recipient, "notice=n5|organisation=northgate|"
	    "contact=northgate|status=sent|sent=-25" },
	{ "", ENT_recipient, "notice=n3|organisation=sandmere|"
	    "contact=sandmere|status=to send" },
	{ "", ENT_recipient, "notice=n3|organisation=ashdown|"
	    "contact=ashdown|status=to send" },
	{ "", ENT_recipient, "notice=n3|organisation=brookvale|"
	    "contact=brookvale|status=to send" },
	{ "", ENT_recipient, "notice=n4|organisation=harbour|"
	    "contact=harbour|status=to send" },
	{ "", ENT_recipient, "notice=n4|organisation=sandmere|"
	    "contact=sandmere|status=to send" },
};

/* Whom the assessment was asked for, and what came of it; days from today. */
static const struct {
	int		 school;
	const char	*status, *reply, *note;
	int		 replied, next;		/* 0 none */
} asked[] = {
	{ SANDMERE, "sent", "", "", 0, 0 },
	{ HARBOUR, "sent", "", "", 0, MON },
	{ NORTHGATE, "replied", "by Friday", "", -1, FRI },
	{ BROOKVALE, "sent", "", "", 0, 0 },
	{ ASHDOWN, "sent", "", "", 0, 0 },
	{ ALL_SOULS_HIGH, "sent", "", "", 0, 0 },
	{ ALL_SOULS_TECH, "bounced", "", "", 0, 0 },
	{ PARK_HIGH, "declined", "not this term", "", -7, 0 },
	{ PARK_HOUSE, "sent", "", "", 0, 0 },
	{ CRANMERE, "replied", "done 18 Nov", "By telephone.", -2, 0 },
	{ EASTFIELD, "replied", "sent it", "", -9, 0 },
};

static int64_t
named(const struct demo *d, const char *word)
{
	for (size_t i = 0; i < d->nnamed; i++)
		if (d->named[i].ent == ENT_notice &&
		    str_eq(d->named[i].word, word))
			return d->named[i].id;
	return 0;
}

static struct row *
recipient(const struct demo *d, int64_t notice, int school)
{
	struct row *r = row_new(entities[ENT_recipient]);

	demo_ref(r, F_recipient_notice, "notice", notice);
	demo_ref(r, F_recipient_organisation, "school",
	    d->school[school].id);
	return r;
}

static void
ask(struct demo *d, size_t i, int64_t notice, int day, bool newest)
{
	struct row *r = recipient(d, notice, asked[i].school);

	demo_ref(r, F_recipient_contact, "contact",
	    d->school[asked[i].school].leader);
	row_set(r, F_recipient_status, asked[i].status);
	demo_day(r, F_recipient_sent, demo_when(d, day));
	if (asked[i].replied != 0)
		demo_day(r, F_recipient_replied,
		    demo_when(d, asked[i].replied));
	row_set(r, F_recipient_reply, asked[i].reply);
	if (newest && asked[i].next != 0)
		demo_day(r, F_recipient_next, demo_when(d, asked[i].next));
	if (newest)
		row_set(r, F_recipient_note, asked[i].note);
	demo_add(d, r);
}

void
demo_notices(struct demo *d)
{
	int64_t first, second;
	struct row *r;

	demo_lines(d, lines, COUNT_OF(lines));
	first = named(d, "n1");
	second = named(d, "n2");
	for (size_t i = 0; i < COUNT_OF(asked) && first != 0; i++) {
		int s = asked[i].school;

		if (s >= d->nschools || d->school[s].leader == 0)
			continue;
		ask(d, i, first, -18, false);
		ask(d, i, second, -10, true);
	}
	if (first == 0 || DOCKSIDE >= d->nschools ||
	    d->school[DOCKSIDE].leader != 0)
		return;
	r = recipient(d, first, DOCKSIDE);
	row_set(r, F_recipient_status, "left out");
	row_set(r, F_recipient_reason, "no careers leader is known");
	demo_add(d, r);
}
