/* demo_cast.c - the schools that are always there, kinds and boroughs.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The cast plays the examples of the manual; a new one is a row here and a
 * name in demo_int.h, before the generated schools.
 */
#include "app/demo_int.h"

const struct demo_borough demo_boroughs[DEMO_BOROUGHS] = {
	{ "Havering", 311, "RM", "Romford", 553000, 187000 },
	{ "Newham", 316, "E", "London", 541000, 183000 },
	{ "Redbridge", 317, "IG", "Ilford", 544000, 189000 },
	{ "Hackney", 204, "E", "London", 534500, 185000 },
	{ "Barking and Dagenham", 301, "RM", "Romford", 547500, 185000 },
	{ "Tower Hamlets", 211, "E", "London", 536500, 182000 },
	{ "Waltham Forest", 320, "E", "London", 537500, 190000 },
	{ "Greenwich", 203, "SE", "London", 542000, 177000 },
};

const struct demo_kind demo_kinds[K_MAX] = {
	[K_COMMUNITY] = { 1, "Community school", 4, "Secondary", 11, 18, 10,
	    180, { "School", "High School", "Community School" } },
	[K_AIDED] = { 2, "Voluntary aided school", 4, "Secondary", 11, 18, 8,
	    150, { "High School", "Foundation High School" } },
	[K_FOUNDATION] = { 5, "Foundation school", 4, "Secondary", 11, 18, 5,
	    170, { "School", "Girls' School", "Boys' School" } },
	[K_SPONSORED] = { 28, "Academy sponsor led", 4, "Secondary", 11, 18,
	    15, 180, { "Academy", "Community Academy" } },
	[K_CONVERTER] = { 34, "Academy converter", 4, "Secondary", 11, 18, 20,
	    190, { "Academy", "School", "High School" } },
	[K_CONVERTER16] = { 34, "Academy converter", 4, "Secondary", 11, 16,
	    10, 175, { "Academy", "School" } },
	[K_FREE] = { 35, "Free schools", 4, "Secondary", 11, 18, 6, 120,
	    { "Free School", "Collegiate" } },
	[K_THROUGH] = { 34, "Academy converter", 7, "All-through", 4, 18, 5,
	    110, { "All-through Academy", "All-through School" } },
	[K_SPECIAL] = { 7, "Community special school", 0, "Not applicable",
	    11, 19, 5, 12, { "Special School" } },
	[K_SPECIAL_ACADEMY] = { 44, "Academy special converter", 0,
	    "Not applicable", 11, 19, 2, 14, { "Special Academy" } },
	[K_PRU] = { 14, "Pupil referral unit", 0, "Not applicable", 11, 16, 2,
	    16, { "Pupil Referral Unit" } },
	[K_AP] = { 38, "Free schools alternative provision", 0,
	    "Not applicable", 14, 16, 1, 14, { "AP Free School" } },
	[K_UTC] = { 40, "University technical college", 4, "Secondary", 14,
	    19, 1, 60, { "UTC" } },
	[K_STUDIO] = { 41, "Studio schools", 4, "Secondary", 14, 19, 1, 45,
	    { "Studio School" } },
	[K_FE] = { 18, "Further education", 6, "16 plus", 16, 99, 2, 900,
	    { "Further Education College" } },
	[K_SIXTH] = { 45, "Academy 16-19 converter", 6, "16 plus", 16, 19, 2,
	    450, { "Sixth Form College" } },
	[K_INDEPENDENT] = { 11, "Other independent school", 0,
	    "Not applicable", 11, 18, 2, 70, { "Hall School" } },
	[K_PRIMARY] = { 1, "Community school", 2, "Primary", 3, 11, 3, 58,
	    { "Primary School", "Junior School" } },
};

#define HAVERING	0
#define NEWHAM		1
#define REDBRIDGE	2
#define HACKNEY		3
#define BARKING		4
#define TOWER		5
#define FOREST		6

const struct demo_cast demo_cast[DEMO_CAST] = {
	[SANDMERE] = { "Sandmere Park Academy", "Sandmere Park School",
	    K_CONVERTER, HAVERING, 900123, 11, 18, 180,
	    "Parking at the back, by the sports hall." },
	[HARBOUR] = { "Harbour UTC", "Harbour University Technical College",
	    K_UTC, NEWHAM, 900131, 14, 19, 60, "" },
	[NORTHGATE] = { "Northgate School", "", K_COMMUNITY, REDBRIDGE,
	    900145, 11, 18, 150, "" },
	[BROOKVALE] = { "Brookvale Special School", "Brookvale School",
	    K_SPECIAL, HAVERING, 900152, 11, 19, 11,
	    "Small groups; ask which pupils may travel." },
	[ASHDOWN] = { "Ashdown Green School", "Ashdown Green Academy",
	    K_SPONSORED, HAVERING, 900167, 11, 16, 182, "" },
	[ALL_SOULS_HIGH] = { "All Souls High", "", K_AIDED, HACKNEY, 900174,
	    11, 18, 120, "" },
	[ALL_SOULS_TECH] = { "All Souls School and Technology College", "",
	    K_AIDED, BARKING, 900182, 11, 18, 210, "" },
	[DOCKSIDE] = { "Dockside Enterprise Academy", "", K_SPONSORED, NEWHAM,
	    900199, 11, 16, 175, "" },
	[PARK_HIGH] = { "Park High School", "", K_CONVERTER, REDBRIDGE,
	    900203, 11, 18, 200, "" },
	[PARK_HOUSE] = { "Park House School", "", K_FOUNDATION, FOREST,
	    900211, 11, 16, 140, "" },
	[CRANMERE] = { "Cranmere College", "", K_FE, HAVERING, 900228, 16, 99,
	    1400, "" },
	[EASTFIELD] = { "Eastfield College", "Eastfield Technical College",
	    K_FE, TOWER, 900236, 16, 99, 1150, "" },
	[DEMO_PRU] = { "Lanternside Pupil Referral Unit", "The Lantern Centre",
	    K_PRU, TOWER, 900244, 11, 16, 16, "" },
	[DEMO_PRIMARY] = { "Ferryman Primary School", "", K_PRIMARY, NEWHAM,
	    900251, 3, 11, 60, "" },
	[DEMO_CLOSED] = { "Granary Lane School", "", K_COMMUNITY, BARKING,
	    900269, 11, 16, 130, "Closed; the pupils went to the academy." },
	[DEMO_SUCCESSOR] = { "Granary Lane Academy", "Granary Lane School",
	    K_SPONSORED, BARKING, 900277, 11, 16, 132, "" },
	[DEMO_LOCAL] = { "Tideway Tuition Centre", "", K_AP, NEWHAM, 0, 14, 16,
	    12, "Registered with the borough, not with the register." },
	[DEMO_PRIVATE] = { "Saltpan Hall School", "", K_INDEPENDENT, HAVERING,
	    900285, 11, 18, 64, "" },
	[DEMO_GIRLS] = { "Larkhythe Girls' School", "", K_FOUNDATION,
	    REDBRIDGE, 900293, 11, 16, 88, "" },
	[DEMO_BOYS] = { "Larkhythe Boys' School", "", K_FOUNDATION, REDBRIDGE,
	    900301, 11, 16, 84, "" },
};

const struct demo_heir demo_heirs[DEMO_HEIRS] = {
	{ DEMO_CLOSED, DEMO_SUCCESSOR, 1, "converted",
	  "The trust keeps the staff.", true },
	{ DEMO_GIRLS, PARK_HIGH, 0, "merged", "", false },
	{ DEMO_BOYS, PARK_HIGH, 0, "merged",
	  "The site of the boys is for sale.", false },
};

const struct demo_heir *
demo_end_of(int i)
{
	for (size_t k = 0; k < DEMO_HEIRS; k++)
		if (demo_heirs[k].old == i)
			return &demo_heirs[k];
	return NULL;
}

const struct demo_heir *
demo_begin_of(int i)
{
	for (size_t k = 0; k < DEMO_HEIRS; k++)
		if (demo_heirs[k].new == i && demo_heirs[k].opens)
			return &demo_heirs[k];
	return NULL;
}

int
demo_heir_day(const struct demo *d, const struct demo_heir *h)
{
	return year_first_day(d->year - h->years_ago);
}
