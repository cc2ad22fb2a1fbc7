/* plain_words.c - words that are more than somebody's name.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/plain_words.h"

#include "base/str.h"
#include "model/entity.h"
#include "model/mention.h"

/* Surnames of these islands that are words as well. */
static const char every_day[] =
	"abbey abbot able acre apple april archer ash august bacon badger bailey "
	"baker ball band banks barber barn baron barrow bass batt bay beach bean "
	"bear beck bell bench berry best bird bishop black blood bloom blue boat "
	"bolt bond book boot boon bow bowl bowler box boy bran branch brand bread "
	"bridge bridges bright broad brook brooks broom brown buck bull burn "
	"burns bush butcher butler butt button cable camp can cannon care carpenter "
	"carter case cash castle chambers chance chandler chant chapel chapman "
	"chase child church city clay clear clerk cliff close cloud coach coal "
	"cock coffee coke cole college comb constable cook cool cooper copper cork "
	"corn cotton couch court cow crane craft creed crisp crook cross crow crown "
	"cutler dale dance dark dash day dean dear deer dell dew dial dock dove "
	"down drake draper drew drinkwater driver drum duck duke dyer eagle early "
	"east edge elder ellis english fair faith falcon fall farm farmer fear "
	"fern field fields finch fire firth fish fisher fleet fletcher flood "
	"flower flowers forest ford forge fort foster fountain fowler fox frame "
	"free freeman french friend frost fuller gage gale game garden gardener "
	"gardner garland garner gates gay gift gill glass glen glover gold "
	"golden good goode goose grace grain grange grant grave graves gray "
	"green greet grey grove guest gull gun guy hail hale hall hand handy "
	"harbour hard hardy hare hart harper hatch hawk hay head heart heath hedge "
	"herald herb high hill hills hind hive hogg holder hollow holly holt home "
	"honey hood hook hooker hope horn house hub hunt hunter hurst hyde ice "
	"ivory ivy jack jay jet jewel jolly joy judge july june just keen keep key "
	"kid kind king kirk kitchen kite knight knot lace lake lamb lane large "
	"lark last lavender law lawn leader leaf lean leek light lily line link "
	"little lock lodge long lord love low luck mace major mann manor march "
	"mark marks market marsh marshall mason master mate may mayor mead meadow "
	"medal mercer merchant merry mews miles mill miller mills minister mint "
	"monday monk moon moor more moss mount mountain nail nest new newman "
	"nice night noble noon north nurse nut nutt oak oaks office old olive "
	"orchard otter page pain paine painter palm palmer parish park parker "
	"parks parsons partridge patch path patient peace peach peacock pearl "
	"penny pepper perch perk pick pike pine pink piper pitt place plain plank "
	"plant player plum plumb pond pool poole pope port porter post pot potter "
	"pound powder power powers pratt precious price pride priest prince prior "
	"prize proctor prosper proud pye quick rain rainbow ram read reader reading "
	"reed reeve rein rice rich ring rise river rivers road robin rock rook "
	"room root rope rose round row rowe rule rush rust sadler sage sailor "
	"salmon salt sand sands saturday saunter savage say school score seal sealy "
	"self sellers senior sergeant service sharp sheep shepherd sherry shield "
	"ship shore short silver singer skinner slack slater sleep sloan small "
	"smart smith snow sole somers song south spark sparks sparrow speed "
	"spice spring squire staff stable stag stand staple star start steel steep "
	"stern steward still stock stone stones storm story street strange stream "
	"strong style summer summers sun sunday sutton swallow swan sweet swift "
	"tailor talent tall tanner target tate taylor tea temple tester thatcher "
	"thorn thorne tide till timber todd toll tower towers town trainer train "
	"travel tree trick trip trout true trust tucker turner turnpike tutor "
	"twin tyler usher vale valley van vine visitor wade wait wake walk walker "
	"wall walls ward warden ware warren water waters way weaver webb wedge "
	"weeks well wells west wheat wheel wheeler white wild will wills winch "
	"wind window wine wing winter winters wise with wolf wood woods wool "
	"word work workman world worth wren wright yard year young";

/* Is WORD one of TEXT's? */
static bool
says(const char *text, const char *word)
{
	struct strs words = { 0 };
	bool is;

	mention_words(text, &words);
	is = strs_has(&words, word);
	strs_clear(&words);
	return is;
}

static bool
of_field(const struct field *f, const char *word)
{
	bool is = says(f->id, word);

	for (const struct choice *c = f->choices; !is && c != NULL &&
	    c->word != NULL; c++)
		is = says(c->word, word);
	return is;
}

bool
plain_word(const char *word)
{
	bool is = str_in(word, every_day);

	for (int i = 0; i < ENT_MAX && !is; i++) {
		is = says(entities[i]->id, word);
		for (size_t k = 0; k < entities[i]->nfields && !is; k++)
			is = of_field(&entities[i]->fields[k], word);
	}
	return is;
}
