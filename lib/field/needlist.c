#include "kin/field/needlist.h"

#include <assert.h>
#include <stdlib.h>

#define ANSWER	KIN_NEEDLIST_ANSWER
#define BIT(id)	(1U << KIN_NEED_##id)

/*
 * What is said, folded, commas between; in any order.  ANSWER: where something is
 * asked for, not in passing.  0: what only sounds like a need.  To teach kin another
 * phrase, add it to its row, and a sentence with it to tests/truth/needs.tsv.
 */
static const struct {
	uint32_t	needs;
	const char	*phrases;
} table[] = {
	{ BIT(SHOPPING),
	    "accessing food, accessing other essentials, accessing supermarket food, "
	    "bread and milk, buy food, buy groceries, carry supplies, cat food, click and collect, "
	    "community response, corner shop, deliver groceries, deliver groceries or supplies, delivery slot, "
	    "delivery slots, do her shop, do his shop, do my shop, do the shop, dog food, essential items, "
	    "essential shopping, essential supplies, fetch food, few bits, few essentials, few things from, "
	    "food shopping, fresh fruit, fruit and vegetables, get her a few, get to the shops, "
	    "get to the supermarket, go to the shops, go to the supermarket, groceries, grocery, "
	    "milk and bread, online slots, pet food, pick up shopping, picking up shopping, "
	    "shop for her, shop for him, shop for me, shop for them, shopping, shopping list, slot with, "
	    "small shop, some bits, supermarket deliveries, supermarket delivery, supermarket order, "
	    "toilet roll, toiletries, weekly shop" },
	{ BIT(SHOPPING) | ANSWER,
	    "a shop, aldi, asda, essentials, iceland, lidl, milk from, morrisons, sainsburys, supermarket, tesco" },
	{ BIT(SHOPPING) | BIT(PARCEL),
	    "groceries and cooked meals" },
	{ BIT(PARCEL),
	    "baby food, cooked meal, cooked meals, cupboards are empty, delivering food, feed her children, "
	    "feed her kids, feed his children, feed my children, feed my kids, feed the children, feed the family, "
	    "feed the kids, food bank, food box, food boxes, food delivery, food for the weekend, food has run out, "
	    "food hub, food is running out, food left, food package, food packages, food parcel, food parcels, "
	    "food run out, food voucher, food vouchers, foodbank, going hungry, hot meal, hot meals, hungry, "
	    "last tin, little food, low on food, meal delivery, meals on wheels, no food, no money left for food, "
	    "not eaten, nothing in the cupboards, nothing left to eat, nothing to eat, parcel, parcels, "
	    "ran out of food, run out of food, run out of formula, running out of food, skipping meals, without food" },
	{ BIT(PARCEL) | ANSWER,
	    "food, meals" },
	{ BIT(PARCEL) | BIT(CHILDREN),
	    "baby milk, formula milk" },
	{ BIT(PARCEL) | BIT(HARDSHIP),
	    "afford food, cannot afford food, cant afford food, no money for food" },
	{ BIT(PRESCRIPTION),
	    "accessing medicine, antibiotics, blister pack, blister packs, chemist, dosette box, dressings, epipen, "
	    "eye drops, inhaler, insulin, medication, medications, medicine, medicines, medicines fetched, meds, "
	    "methadone, painkillers, paracetamol, pharmacy, pick up a prescription, picking up medicine, "
	    "prescription, prescription pickup, prescription pickups, prescriptions, repeat prescription, sick line, "
	    "tablets, warfarin" },
	{ BIT(CALL),
	    "1 on 1 check ins, a call twice a week, a friendly voice, appreciate a call, befriend, befriender, "
	    "befriending, call every week, call twice a week, callback required, chat with somebody, "
	    "chat with someone, check in and chat, check in call, check ins, checkin, daily call, friendly call, "
	    "friendly chat, friendly phone call, good neighbour call, making phone calls, natter, no one to talk to, "
	    "nobody to talk to, noone to talk to, once a week call, phone buddy, phone friend, regular call, "
	    "regular calls, regular check in, regular phone call, ring her once a week, ring him once a week, "
	    "ring me once a week, ring once a week, ring them once a week, ringing for a, somebody ringing, "
	    "somebody to talk to, someone ringing, someone to talk to, speak to somebody each, staying social, "
	    "telephone befriending, telephone friend, to chat to, weekly call, weekly phone call, welcome a call, "
	    "welfare call, welfare check, welfare check in, welfare check ins" },
	{ BIT(CALL) | ANSWER,
	    "call, call back, callback, calls, chat, check in, company, phone call, phone calls, ring her, ring him, "
	    "ring me, ring them, telephone call" },
	{ BIT(DRIVING),
	    "buses are not safe, cannot use buses, cant use buses, drive her, drive him, drive me, drive them, "
	    "driving, get to her appointment, get to his appointment, get to hospital, get to my appointment, "
	    "get to the hospital, get to the vaccination, getting to appointments, getting to hospital, "
	    "getting to the hospital, hospital transport, lift home, lift to hospital, lift to the clinic, "
	    "lift to the hospital, lift to the surgery, lifts, medical transport, needs taking, needs taking to, "
	    "nhs transport, no way of getting there, no way to get there, patient transport, "
	    "taken to hospital appointment, transport, "
	    "transport to hospital" },
	{ BIT(DRIVING) | ANSWER,
	    "take her to, take him to, take me to, take them to, taken to the, vaccination centre, "
	    "a lift, drive, driver, hospital appointment, lift, minibus, taxi" },
	{ BIT(LEAFLETTING),
	    "deliver newsletters, delivering leaflets, flyering, flyers, leaflet, leaflet drop, leaflet the, "
	    "leafleting, leaflets, leafletting, posters up, put leaflets, through letterboxes, to leaflet" },
	{ BIT(LEAFLETTING) | ANSWER,
	    "posters" },
	{ BIT(OTHER),
	    "a shelf, assemble a bed, bins out, bins putting out, book drop, book drops, bulky waste, "
	    "cat needs taking, change a fuse, changing a bulb, clear the garden, curtain rail, cut the grass, diy, "
	    "dog needs taking, dog needs walking, dog walked, dog walking, dripping tap, flat pack, gardening, "
	    "grass cut, grass needs cutting, gutter, gutters, handyman, hedge cutting, hoovering, household tasks, "
	    "ironing, lawn mowing, leaking tap, library books, light bulb, move furniture, moving furniture, "
	    "mow the lawn, odd jobs, on a ladder, other practical, parcel posted, parcel posting, parcel returned, "
	    "parcel taking to the post, parcel to post, post a letter, post a parcel, posting letters, "
	    "practical help, put the bins out, put up a, putting up a, return a parcel, smoke alarm, snow clearing, "
	    "take a parcel, to the vet, unblock, walk the dog, waste removal, weeds" },
	{ BIT(OTHER) | ANSWER,
	    "anything else, bins, cleaning, garden, other, repairs, something else" },
	{ BIT(DEBT),
	    "arrears, bailiff, bailiffs, bankruptcy, behind on bills, behind with bills, behind with council tax, "
	    "behind with her bills, behind with his bills, behind with the bills, behind with the council tax, "
	    "behind with the electric, behind with the electricity, behind with the gas, budgeting, cannot pay, "
	    "cant pay, catalogue debts, ccj, chasing her for, chasing him for, chasing me for, chasing them for, "
	    "council tax arrears, county court, credit card, credit cards, debt, debt and money, debt collector, "
	    "debt collectors, debt letters, debts, final demand, financial advice, financial help, "
	    "financial support, in debt, iva, keep up payments, keep up the payments, keep up with payments, "
	    "loan shark, money advice, money problems, money worries, overdrawn, owes, owing, pay back, pay bills, "
	    "pay the bills, payday loan, payday loans, water bill" },
	{ BIT(DEBT) | ANSWER,
	    "bills, loans" },
	{ BIT(DEBT) | BIT(HOUSING),
	    "behind on rent, behind on the rent, behind with her rent, behind with his rent, behind with my rent, "
	    "behind with rent, behind with the rent, cannot pay her rent, cannot pay his rent, cannot pay the rent, "
	    "cant pay the rent, missed rent, months behind on rent, rent arrears, rent is behind, rent owing" },
	{ BIT(HOUSING),
	    "asked to leave, bed bugs, bedbugs, bidding for, boiler broken, boiler has broken, boiler is broken, "
	    "broken boiler, cockroaches, damp, disrepair, evict, evicted, eviction, flat is too small, "
	    "flat too small, homeless, homeless prevention, homelessness, house too small, housing, housing advice, "
	    "housing application, housing list, housing options, housing register, housing repairs, infestation, "
	    "kicked out, landlord will not, landlord wont, leaking roof, living in a hostel, losing her home, "
	    "losing his home, losing the flat, losing the house, lost her tenancy, lost his tenancy, mould, "
	    "needs to move, no hot water, no running water, notice to quit, nowhere to live, nowhere to sleep, "
	    "nowhere to stay, on the streets, one bed, overcrowded, overcrowding, possession hearing, "
	    "possession order, rats, rehoused, rehousing, repairs line, repossession, roof is leaking, roof leaks, "
	    "rough sleeper, rough sleeping, section 21 notice, served notice, sleeping in her car, "
	    "sleeping in his car, sleeping in my car, sleeping in the car, sleeping rough, sofa surfing, "
	    "street homeless, temporary accommodation, tenancy, tenancy sustainment, thrown out, told her to leave, "
	    "told him to leave, told me to leave, told them to leave, told to leave, too small for, wants to move" },
	{ BIT(HOUSING) | ANSWER,
	    "accommodation, hostel, landlord, section 21" },
	{ BIT(BENEFITS),
	    "attendance allowance, benefit check, benefit claim, benefit form, benefit sanction, benefit stopped, "
	    "benefits check, benefits claim, benefits have stopped, benefits stopped, bereavement payment, "
	    "carers allowance, child benefit claim, claim benefits, council tax reduction, council tax support, "
	    "disability living allowance, dla, dla form, entitled to, esa assessment, esa form, free school meals, "
	    "housing benefit, jobseekers, mandatory reconsideration, money stopped, pension credit, "
	    "personal independence payment, pip appeal, pip assessment, pip claim, pip form, pip review, sanctioned, "
	    "tax credits, tribunal, universal credit, welfare reform" },
	{ BIT(BENEFITS) | ANSWER,
	    "benefit, benefits, child benefit, esa, jsa, pip" },
	{ BIT(WORK),
	    "a cv, another job, apprenticeship, apprenticeships, been sacked, care assistant, employment, esol, "
	    "find a job, find another job, find work, finding a job, finding work, furlough, furloughed, her cv, "
	    "his cv, interview skills, job centre, job hunting, job interview, job search, jobcentre, "
	    "jobs or training, laid off, looking for work, lost her hours, lost her job, lost her work, "
	    "lost his hours, lost his job, lost his work, lost my job, my cv, no customers, no shifts, "
	    "no work at the moment, no work since, out of work, redundancy, redundant, retrain, "
	    "self employed with no, training as, unemployed, unemployment, vocational, went bust, work and skills, "
	    "zero hours" },
	{ BIT(WORK) | ANSWER,
	    "cv, job, jobs, skills, training, work" },
	{ BIT(HEALTH),
	    "adaptations, alcohol problem, basic care needs, cannot bathe, cannot get in the bath, "
	    "cannot get upstairs, cannot wash, cant wash, care needs, care package, carer has stopped, "
	    "carers have stopped, carers stopped, commode, diabetic nurse, district nurse, drinking again, "
	    "drinking more, drinking too much, equipment for the bathroom, falls at home, fell twice, get a gp, "
	    "give up smoking, glasses broken, grab rail, grab rails, had a fall, healthy lifestyles, hearing aid, "
	    "home care, hospital bed, incontinence pads, keeps falling, meals made, mobility aid, mobility scooter, "
	    "occupational therapy, pads have run out, personal care, physical health, podiatrist, "
	    "quit smoking, register with a gp, see a see a doctor, see a gp, see the gp, sight loss, "
	    "stair lift, stairlift, stop smoking, through to the gp, through to the surgery, toothache, "
	    "walking frame, wash and dress, washing and dressing, washing and dressing herself, weight management, "
	    "wheelchair broken, wheelchair has, wheelchair is, zimmer" },
	{ BIT(HEALTH) | ANSWER,
	    "alcohol, dentist, optician, "
	    "carer, carers, dementia, disabilities, disability, disabled, doctor, gp, health, medical conditions, "
	    "medical needs, smoking, social care, wheelchair" },
	{ BIT(WELLBEING),
	    "afraid to go out, anxiety, anxious, bereaved, bereavement, bereavement support, breakdown, cannot cope, "
	    "cannot go on, cannot relax, cannot sleep, cant cope, cant go on, counselling, crying, depressed, "
	    "depression, emotional support, feeling alone, feeling down, feeling isolated, feeling low, feels alone, "
	    "feels down, feels isolated, feels low, feels so alone, finding it hard to cope, frightened to go out, "
	    "grief, grieving, hopeless, in tears, isolated and, loneliness, lonely, lost her husband, lost his wife, "
	    "low in herself, low in himself, low in mood, low mood, mental health, misses her husband, "
	    "misses his wife, nerves are bad, no point in anything, no point in living, not coping, not sleeping, "
	    "not worth living, overwhelmed, panic attacks, panicking, physical and mental wellbeing, ptsd, "
	    "scared to go out, self harm, so stressed, socially isolated, stressed out, struggling mentally, "
	    "struggling to cope, tearful, very low, very stressed, well being, wellbeing, worries all the time" },
	{ BIT(WELLBEING) | ANSWER,
	    "isolated, isolation, stress, stressed, worried" },
	{ BIT(CHILDREN),
	    "after school club, autism assessment, baby clothes, bedwetting, behaviour at home, being bullied, "
	    "breastfeeding, bullied, bullying, childcare, childminder, children and schools, childrens centre, "
	    "childrens clothes, cot bed, cot for, early help, ehcp, excluded from school, family support, "
	    "health visitor, home school, home schooling, homework, ipad for school, laptop for school, "
	    "moses basket, nappies, new baby, no laptop for, not going to school, not talking yet, nursery place, "
	    "parent support, parenting, pushchair, refusing school, school exclusion, school place, school shoes, "
	    "school uniform, school work, schooling, schoolwork, send support, speech delay, tablet for school, "
	    "temper tantrums, toddler group, will not go to school, wont go to school, youth club, youth work, "
	    "youth worker" },
	{ BIT(CHILDREN) | ANSWER,
	    "child, children, early years, nursery, school, schools" },
	{ BIT(HARDSHIP),
	    "broken cooker, cannot afford, cannot afford the, cannot buy, cannot heat, cannot pay for food, "
	    "cannot top up, cant afford, cooker broken, crisis loan, crisis payment, destitute, "
	    "discretionary support, electric has gone off, emergency credit, emergency money, emergency payment, "
	    "energy voucher, fridge broken, fridge packed in, fuel voucher, funeral costs, gas has gone off, "
	    "hardship, hardship fund, hardship payment, has no bed, local welfare, meter down to, meter has run out, "
	    "meter is empty, meter ran out, meter running out, no bed and, no bed for, no beds, no cooker, "
	    "no credit on the meter, no electric, no electricity, no fridge, no furniture, no gas, no heating, "
	    "no income, no money, no money for, no recourse, no recourse to public funds, no wages, "
	    "nothing to live on, nrpf, pay for heating, prepayment meter, run out of electric, "
	    "run out of electricity, run out of gas, skint, sleeping on the floor, top up meter, top up the meter, "
	    "voucher, vouchers, washing machine broken" },
	{ BIT(HARDSHIP) | ANSWER,
	    "meter" },
	{ BIT(SAFEGUARDING),
	    "safeguarding, safeguarding concern" },
	{ 0,
	    "food bank volunteer, health centre, housing office, housing officer, lives near the school, "
	    "no food allergies, school caretaker, school meal vouchers, shopping centre, shopping trolley, "
	    "work number" }
};

enum {
	TABLE = sizeof(table) / sizeof(*table),
	PHRASES = 1024,		/* room for; an assert says when it is too little */
	LETTERS = 128
};

/* Filled once, before main: the phrases in byte order, a phrase behind the shorter ones that it begins with. */
static struct phrase {
	struct kin_str	text;
	uint32_t	needs;
} phrases[PHRASES];
static size_t count;

/* Where the phrases of a first byte begin, and which second bytes they have. */
static uint16_t begins[LETTERS + 1];
static uint32_t seconds[LETTERS][LETTERS / 32];

static int
compare(const void *a, const void *b)
{
	return kin_str_cmp(((const struct phrase *)a)->text, ((const struct phrase *)b)->text);
}

static void
index_phrases(void)
{
	size_t at = 0;

	for (size_t c = 0; c <= LETTERS; c++) {
		while (at < count && (unsigned char)phrases[at].text.p[0] < c)
			at++;
		begins[c] = (uint16_t)at;
	}
	for (size_t i = 0; i < count; i++) {
		unsigned second = phrases[i].text.p[1] & (LETTERS - 1);

		seconds[phrases[i].text.p[0] & (LETTERS - 1)][second / 32] |= UINT32_C(1) << second % 32;
	}
}

__attribute__((constructor)) static void
fill_phrases(void)
{
	for (size_t i = 0; i < TABLE; i++) {
		struct kin_str rest = kin_str_of(table[i].phrases), piece;

		while (kin_str_next(&rest, ',', &piece)) {
			piece = kin_str_trim(piece);
			assert(count < PHRASES && piece.len > 1);
			phrases[count++] = (struct phrase){ piece, table[i].needs };
		}
	}
	qsort(phrases, count, sizeof(*phrases), compare);
	index_phrases();
}

/* Most words begin no phrase, and their first two letters show it. */
static bool
may_begin(struct kin_str rest)
{
	unsigned first, second;

	if (rest.len < 2)
		return false;
	first = (unsigned char)rest.p[0];
	second = (unsigned char)rest.p[1];
	return first < LETTERS && second < LETTERS && seconds[first][second / 32] >> second % 32 & 1;
}

/* First phrase that is not before the word. */
static size_t
first_not_before(struct kin_str word)
{
	size_t low = begins[(unsigned char)word.p[0]], high = begins[(unsigned char)word.p[0] + 1];

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (kin_str_cmp(phrases[middle].text, word) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

size_t
kin_needlist_match(struct kin_str folded, size_t at, uint32_t *needs)
{
	struct kin_str rest = kin_str(folded.p + at, folded.len - at);
	struct kin_str word;
	size_t found = 0;

	if (!may_begin(rest))
		return 0;
	word = kin_str(rest.p, kin_str_find(rest, ' ', 0));
	for (size_t i = first_not_before(word); i < count; i++) {
		struct kin_str phrase = phrases[i].text;

		if (!kin_str_has_prefix(phrase, word))
			break;
		if (phrase.len > found && kin_str_has_prefix(rest, phrase) &&
		    (phrase.len == rest.len || rest.p[phrase.len] == ' ')) {
			found = phrase.len;
			*needs = phrases[i].needs;
		}
	}
	return found;
}
