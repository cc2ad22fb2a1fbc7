/* demo_names.c - invented places, firms, people and addresses.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places are put together from parts that occur in no place near London, post
 * codes end in letters that no real one has, telephone numbers are those kept
 * for drama, and addresses on the net end in .example.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "app/demo_int.h"
#include "base/mem.h"
#include "base/utf8.h"

#define N(a) ((int)COUNT_OF(a))

static const char *const starts[] = {
	"Aldwen", "Bexil", "Brasken", "Calver", "Corrin", "Cressel", "Dunnock",
	"Dyter", "Elver", "Embling", "Fennock", "Fimber", "Garrow", "Gosling",
	"Haskel", "Hollin", "Ivern", "Jessam", "Kelder", "Kittle", "Lorrick",
	"Lummer", "Marram", "Merrow", "Nessel", "Nutten", "Orrin", "Osier",
	"Pellow", "Pippin", "Quillan", "Quenner", "Rackle", "Redwing",
	"Sallow", "Sorrel", "Tansy", "Teasel", "Tuppen", "Umber", "Vennor",
	"Vetch", "Wexen", "Whimbrel", "Woad", "Yaffle", "Yarrow", "Zennor",
};
static const char *const ends[] = {
	"bury", "by", "combe", "cote", "croft", "dale", "down", "fleet",
	"field", "ford", "garth", "gate", "ham", "haven", "hay", "hithe",
	"holt", "hurst", "lea", "lock", "mead", "mere", "moor", "quay",
	"ridge", "shaw", "side", "stead", "thorpe", "wharf", "wick", "worth",
};
static const char *const befores[] = {
	"", "Upper ", "Lower ", "North ", "South ", "East ", "West ", "Great ",
	"Little ", "New ", "Old ", "High ", "Long ", "Broad ", "Cold ",
	"Far ", "Fair ", "Green ", "Grey ", "White ", "Black ", "Red ",
	"King's ", "Queen's ", "Abbot's ", "Bishop's ", "Monk's ", "Canon's ",
	"Earl's ", "Priory ", "Castle ", "Chapel ", "Market ", "Marsh ",
	"Meadow ", "River ", "Stone ", "Temple ", "Wood ", "Hill ",
};
_Static_assert(N(starts) * N(ends) * N(befores) == DEMO_NAMES,
    "every school can have a place of its own");

struct trade {
	const char	*word, *sector;
};
static const struct trade trades[] = {
	{ "Joinery", "construction" }, { "Catering", "accommodation and food" },
	{ "Software", "information technology" }, { "Logistics",
	"transport and logistics" }, { "Dental Care", "health and care" },
	{ "Legal", "law and accountancy" }, { "Foods", "manufacturing" },
	{ "Films", "creative and media" }, { "Motors", "retail" },
	{ "Engineering", "engineering" }, { "Insurance",
	"finance and insurance" }, { "Nurseries", "education" },
	{ "Roofing", "construction" }, { "Hotels", "accommodation and food" },
	{ "Data", "information technology" }, { "Couriers",
	"transport and logistics" }, { "Home Care", "health and care" },
	{ "Accountants", "law and accountancy" }, { "Printing",
	"manufacturing" }, { "Theatre", "arts and entertainment" },
	{ "Books", "retail" }, { "Lifts", "engineering" },
	{ "Savings", "finance and insurance" }, { "Tutors", "education" },
	{ "Scaffolding", "construction" }, { "Bakery", "retail" },
	{ "Networks", "information technology" }, { "Ferries",
	"transport and logistics" }, { "Pharmacy", "health and care" },
	{ "Estates", "property" }, { "Plastics", "manufacturing" },
	{ "Studios", "creative and media" }, { "Stores", "retail" },
	{ "Surveyors", "professional services" }, { "Energy",
	"energy and water" }, { "Leisure", "sport and leisure" },
	{ "Brickwork", "construction" }, { "Kitchens", "manufacturing" },
	{ "Security", "business support" }, { "Coaches",
	"transport and logistics" }, { "Opticians", "health and care" },
	{ "Lettings", "property" }, { "Instruments", "manufacturing" },
	{ "Games", "creative and media" }, { "Flowers", "retail" },
	{ "Architects", "professional services" }, { "Water",
	"energy and water" }, { "Gym", "sport and leisure" },
	{ "Plumbing", "construction" }, { "Laboratories",
	"science and research" }, { "Cleaning", "business support" },
	{ "Cycles", "retail" }, { "Veterinary", "health and care" },
	{ "Farms", "agriculture" }, { "Housing", "charity" },
	{ "Salons", "other services" },
};
static const char *const forms[] = { " Ltd", " & Daughters", " Partners",
	" Group", " Co" };

static const char *const given[] = {
	"Ms Aisha", "Mr Adam", "Ms Beatrice", "Mr Callum", "Ms Chloe",
	"Mr Daniel", "Ms Deepa", "Mr Emeka", "Ms Esther", "Mr Farid",
	"Ms Fiona", "Mr George", "Ms Halima", "Mr Hugo", "Ms Ines", "Mr Imran",
	"Ms Joanna", "Mr Jamal", "Ms Keira", "Mr Kofi", "Ms Leila", "Mr Liam",
	"Ms Maya", "Mr Marek", "Ms Nadia", "Mr Nathan", "Dr Olivia",
	"Mr Omar", "Ms Priti", "Mr Paul", "Ms Rosa", "Mr Rajesh", "Ms Sunita",
	"Mr Stephen", "Ms Thandi", "Mr Tomasz", "Dr Uche", "Mr Victor",
	"Ms Wendy", "Mr Yusuf", "Ms Zara", "Mr Zach", "Ms Eilidh", "Mr Ravi",
	"Ms Mei", "Mr Jin", "Ms Zoë", "Mr André",
};
static const char *const family[] = {
	"Abara", "Acton", "Adeola", "Ainscough", "Amin", "Anand", "Arkell",
	"Asante", "Baptiste", "Barlow", "Begum", "Benning", "Bhatt", "Boateng",
	"Brisco", "Cheung", "Clarkson", "Coker", "Corbin", "Dacosta", "Dhillon",
	"Diallo", "Dunmore", "Ebanks", "Edwin", "Ekwueme", "Farrant", "Fashola",
	"Fenwick", "Gallimore", "Ghosh", "Gorman", "Grech", "Haddad", "Harkin",
	"Hassan", "Holloway", "Hossain", "Idowu", "Ingram", "Iqbal", "Jarrett",
	"Jolly", "Kaplan", "Kaur", "Kendrick", "Khatun", "Kowalska", "Lambert",
	"Leung", "Lindo", "Mahmood", "Malik", "Marlow", "Mensah", "Miah",
	"Moran", "Nair", "Nugent", "Obi", "Odell", "Okafor", "Owusu", "Patel",
	"Peart", "Petrov", "Quill", "Rahman", "Reddy", "Rowntree", "Saleh",
	"Sandhu", "Sesay", "Sharma", "Silva", "Sinclair", "Tanner", "Thapa",
	"Tierney", "Uddin", "Umar", "Varga", "Vaughan", "Vickers", "Wallis",
	"Warsame", "Whitlock", "Yeboah", "Yilmaz", "Zaman", "O'Dowd",
	"Lloyd-Hart", "Müller", "Nuñez",
};
static const char *const roads[] = {
	"Anchor", "Beacon", "Chandler's", "Cooper's", "Ferry", "Foundry",
	"Granary", "Lantern", "Maltings", "Orchard", "Ropewalk", "Saltpan",
	"Signal", "Tideway", "Turnpike", "Weaver's",
};
static const char *const ways[] = { "Road", "Street", "Lane", "Way", "Close",
	"Avenue" };

/* Spread so that neighbours in the list do not begin alike; the numbers have
 * no divisor in common with what they go round. */
void
demo_place(int i, struct buf *out)
{
	const int all = N(starts) * N(ends);
	int at = (int)((int64_t)(i % all) * 653 % all);

	buf_add(out, befores[i / all % N(befores)]);
	buf_add(out, starts[at % N(starts)]);
	buf_add(out, ends[(at / N(starts) + i * 7) % N(ends)]);
}

const char *
demo_firm(int i, struct buf *out)
{
	const int all = N(starts) * N(ends);
	int round = i / all;
	const struct trade *t = &trades[(round + i) % N(trades)];

	demo_place((i + 17) % all, out);
	buf_addf(out, " %s%s", t->word,
	    forms[(round / N(trades) + i) % N(forms)]);
	return t->sector;
}

void
demo_person(struct demo *d, struct buf *out)
{
	buf_add(out, given[demo_below(d, N(given))]);
	buf_addc(out, ' ');
	buf_add(out, family[demo_below(d, N(family))]);
}

/* The letters of S, folded, nothing between them. */
static void
add_letters(struct buf *out, const char *s)
{
	char *folded = utf8_fold(s);

	for (const char *c = folded; *c != '\0'; c++)
		if (isalnum((unsigned char)*c))
			buf_addc(out, *c);
	free(folded);
}

char *
demo_site(const char *name)
{
	static const char *const common[] = { " Academy", " School",
	    " High School", " College", " Community", " Special School" };
	struct buf b;
	const char *end = name + strlen(name);
	char *part;

	for (int i = 0; i < N(common); i++) {
		const char *at = strstr(name, common[i]);

		if (at != NULL && at < end && at - name > 9)
			end = at;
	}
	buf_init(&b, BUF_LINE);
	part = xstrndup(name, (size_t)(end - name));
	add_letters(&b, part);
	free(part);
	return buf_take(&b);
}

void
demo_mail(const char *person, const char *site, struct buf *out)
{
	const char *first = strchr(person, ' ');
	const char *last = strrchr(person, ' ');

	if (first != NULL && first != last)
		buf_addc(out, (char)tolower((unsigned char)first[1]));
	add_letters(out, last != NULL ? last : person);
	buf_addf(out, "@%s.example", site);
}

const char *
demo_phone(struct demo *d, struct buf *out)
{
	buf_addf(out, "020 7946 0%03d", demo_below(d, 1000));
	return out->p;
}

void
demo_postcode(struct demo *d, const char *district, struct buf *out)
{
	static const char letters[] = "CIKMOV";

	buf_addf(out, "%s%d %d%c%c", district, demo_between(d, 1, 18),
	    demo_below(d, 10), letters[demo_below(d, 6)],
	    letters[demo_below(d, 6)]);
}

void
demo_street(struct demo *d, struct buf *out)
{
	buf_addf(out, "%d %s %s", demo_between(d, 1, 240),
	    roads[demo_below(d, N(roads))], ways[demo_below(d, N(ways))]);
}
