#include "kin/field/needlist.h"

#define ANSWER	KIN_NEEDLIST_ANSWER
#define BIT(id)	(1U << KIN_NEED_##id)
#define TEXT(literal)	{ (literal), sizeof(literal) - 1 }

/* In byte order: searched by halving.  A phrase stands behind the shorter ones that it begins with. */
static const struct {
	struct kin_str	text;
	uint32_t	needs;
} phrases[] = {
	{ TEXT("1 on 1 check ins"), BIT(CALL) }, { TEXT("a lift"), BIT(DRIVING) | ANSWER },
	{ TEXT("accessing food"), BIT(SHOPPING) },
	{ TEXT("accessing medicine"), BIT(PRESCRIPTION) },
	{ TEXT("accessing other essentials"), BIT(SHOPPING) },
	{ TEXT("accessing supermarket food"), BIT(SHOPPING) },
	{ TEXT("accommodation"), BIT(HOUSING) | ANSWER },
	{ TEXT("afford food"), BIT(PARCEL) | BIT(HARDSHIP) }, { TEXT("anxiety"), BIT(WELLBEING) },
	{ TEXT("anxious"), BIT(WELLBEING) }, { TEXT("anything else"), BIT(OTHER) | ANSWER },
	{ TEXT("apprenticeship"), BIT(WORK) }, { TEXT("arrears"), BIT(DEBT) },
	{ TEXT("attendance allowance"), BIT(BENEFITS) }, { TEXT("baby food"), BIT(PARCEL) },
	{ TEXT("baby milk"), BIT(PARCEL) | BIT(CHILDREN) }, { TEXT("bailiff"), BIT(DEBT) },
	{ TEXT("bailiffs"), BIT(DEBT) }, { TEXT("basic care needs"), BIT(HEALTH) },
	{ TEXT("befriend"), BIT(CALL) }, { TEXT("befriender"), BIT(CALL) },
	{ TEXT("befriending"), BIT(CALL) }, { TEXT("behind with bills"), BIT(DEBT) },
	{ TEXT("benefit"), BIT(BENEFITS) | ANSWER }, { TEXT("benefit claim"), BIT(BENEFITS) },
	{ TEXT("benefit sanction"), BIT(BENEFITS) }, { TEXT("benefits"), BIT(BENEFITS) | ANSWER },
	{ TEXT("bereaved"), BIT(WELLBEING) }, { TEXT("bereavement"), BIT(WELLBEING) },
	{ TEXT("bills"), BIT(DEBT) | ANSWER }, { TEXT("bins"), BIT(OTHER) | ANSWER },
	{ TEXT("book drop"), BIT(OTHER) }, { TEXT("book drops"), BIT(OTHER) },
	{ TEXT("budgeting"), BIT(DEBT) }, { TEXT("buy food"), BIT(SHOPPING) },
	{ TEXT("call"), BIT(CALL) | ANSWER }, { TEXT("call back"), BIT(CALL) | ANSWER },
	{ TEXT("callback"), BIT(CALL) | ANSWER }, { TEXT("callback required"), BIT(CALL) },
	{ TEXT("calls"), BIT(CALL) | ANSWER }, { TEXT("cannot afford"), BIT(HARDSHIP) },
	{ TEXT("cannot afford food"), BIT(PARCEL) | BIT(HARDSHIP) },
	{ TEXT("cant afford"), BIT(HARDSHIP) },
	{ TEXT("cant afford food"), BIT(PARCEL) | BIT(HARDSHIP) },
	{ TEXT("care needs"), BIT(HEALTH) }, { TEXT("care package"), BIT(HEALTH) },
	{ TEXT("carer"), BIT(HEALTH) | ANSWER }, { TEXT("carers"), BIT(HEALTH) | ANSWER },
	{ TEXT("carers allowance"), BIT(BENEFITS) }, { TEXT("carry supplies"), BIT(SHOPPING) },
	{ TEXT("chat"), BIT(CALL) | ANSWER }, { TEXT("check in"), BIT(CALL) | ANSWER },
	{ TEXT("check in and chat"), BIT(CALL) }, { TEXT("check ins"), BIT(CALL) },
	{ TEXT("checkin"), BIT(CALL) }, { TEXT("chemist"), BIT(PRESCRIPTION) },
	{ TEXT("child"), BIT(CHILDREN) | ANSWER },
	{ TEXT("child benefit"), BIT(BENEFITS) | ANSWER }, { TEXT("childcare"), BIT(CHILDREN) },
	{ TEXT("children"), BIT(CHILDREN) | ANSWER },
	{ TEXT("children and schools"), BIT(CHILDREN) },
	{ TEXT("childrens centre"), BIT(CHILDREN) }, { TEXT("cleaning"), BIT(OTHER) | ANSWER },
	{ TEXT("community response"), BIT(SHOPPING) }, { TEXT("company"), BIT(CALL) | ANSWER },
	{ TEXT("cooked meal"), BIT(PARCEL) }, { TEXT("cooked meals"), BIT(PARCEL) },
	{ TEXT("council tax arrears"), BIT(DEBT) }, { TEXT("council tax support"), BIT(BENEFITS) },
	{ TEXT("counselling"), BIT(WELLBEING) }, { TEXT("crisis loan"), BIT(HARDSHIP) },
	{ TEXT("crisis payment"), BIT(HARDSHIP) }, { TEXT("cv"), BIT(WORK) | ANSWER },
	{ TEXT("damp"), BIT(HOUSING) }, { TEXT("debt"), BIT(DEBT) },
	{ TEXT("debt and money"), BIT(DEBT) }, { TEXT("debts"), BIT(DEBT) },
	{ TEXT("deliver groceries"), BIT(SHOPPING) },
	{ TEXT("deliver groceries or supplies"), BIT(SHOPPING) },
	{ TEXT("delivering food"), BIT(PARCEL) },
	{ TEXT("delivering leaflets"), BIT(LEAFLETTING) },
	{ TEXT("delivery slot"), BIT(SHOPPING) }, { TEXT("dementia"), BIT(HEALTH) | ANSWER },
	{ TEXT("depressed"), BIT(WELLBEING) }, { TEXT("depression"), BIT(WELLBEING) },
	{ TEXT("destitute"), BIT(HARDSHIP) }, { TEXT("disabilities"), BIT(HEALTH) | ANSWER },
	{ TEXT("disability"), BIT(HEALTH) | ANSWER },
	{ TEXT("disability living allowance"), BIT(BENEFITS) },
	{ TEXT("disabled"), BIT(HEALTH) | ANSWER },
	{ TEXT("discretionary support"), BIT(HARDSHIP) }, { TEXT("disrepair"), BIT(HOUSING) },
	{ TEXT("diy"), BIT(OTHER) }, { TEXT("do my shop"), BIT(SHOPPING) },
	{ TEXT("doctor"), BIT(HEALTH) | ANSWER }, { TEXT("dog walked"), BIT(OTHER) },
	{ TEXT("dog walking"), BIT(OTHER) }, { TEXT("drive"), BIT(DRIVING) | ANSWER },
	{ TEXT("driver"), BIT(DRIVING) | ANSWER }, { TEXT("driving"), BIT(DRIVING) },
	{ TEXT("early help"), BIT(CHILDREN) }, { TEXT("early years"), BIT(CHILDREN) | ANSWER },
	{ TEXT("emergency money"), BIT(HARDSHIP) }, { TEXT("emergency payment"), BIT(HARDSHIP) },
	{ TEXT("emotional support"), BIT(WELLBEING) }, { TEXT("employment"), BIT(WORK) },
	{ TEXT("energy voucher"), BIT(HARDSHIP) }, { TEXT("esa"), BIT(BENEFITS) | ANSWER },
	{ TEXT("esol"), BIT(WORK) }, { TEXT("essential items"), BIT(SHOPPING) },
	{ TEXT("essential shopping"), BIT(SHOPPING) },
	{ TEXT("essential supplies"), BIT(SHOPPING) },
	{ TEXT("essentials"), BIT(SHOPPING) | ANSWER }, { TEXT("evict"), BIT(HOUSING) },
	{ TEXT("evicted"), BIT(HOUSING) }, { TEXT("eviction"), BIT(HOUSING) },
	{ TEXT("family support"), BIT(CHILDREN) }, { TEXT("fetch food"), BIT(SHOPPING) },
	{ TEXT("financial advice"), BIT(DEBT) }, { TEXT("financial help"), BIT(DEBT) },
	{ TEXT("financial support"), BIT(DEBT) }, { TEXT("find work"), BIT(WORK) },
	{ TEXT("finding work"), BIT(WORK) }, { TEXT("flyering"), BIT(LEAFLETTING) },
	{ TEXT("flyers"), BIT(LEAFLETTING) }, { TEXT("food"), BIT(PARCEL) | ANSWER },
	{ TEXT("food bank"), BIT(PARCEL) }, { TEXT("food box"), BIT(PARCEL) },
	{ TEXT("food boxes"), BIT(PARCEL) }, { TEXT("food delivery"), BIT(PARCEL) },
	{ TEXT("food hub"), BIT(PARCEL) }, { TEXT("food package"), BIT(PARCEL) },
	{ TEXT("food packages"), BIT(PARCEL) }, { TEXT("food parcel"), BIT(PARCEL) },
	{ TEXT("food parcels"), BIT(PARCEL) }, { TEXT("food shopping"), BIT(SHOPPING) },
	{ TEXT("foodbank"), BIT(PARCEL) }, { TEXT("free school meals"), BIT(BENEFITS) },
	{ TEXT("friendly call"), BIT(CALL) }, { TEXT("friendly chat"), BIT(CALL) },
	{ TEXT("friendly phone call"), BIT(CALL) }, { TEXT("fuel voucher"), BIT(HARDSHIP) },
	{ TEXT("furlough"), BIT(WORK) }, { TEXT("furloughed"), BIT(WORK) },
	{ TEXT("garden"), BIT(OTHER) | ANSWER }, { TEXT("gardening"), BIT(OTHER) },
	{ TEXT("get to hospital"), BIT(DRIVING) }, { TEXT("get to the shops"), BIT(SHOPPING) },
	{ TEXT("go to the shops"), BIT(SHOPPING) }, { TEXT("gp"), BIT(HEALTH) | ANSWER },
	{ TEXT("grief"), BIT(WELLBEING) }, { TEXT("grieving"), BIT(WELLBEING) },
	{ TEXT("groceries"), BIT(SHOPPING) },
	{ TEXT("groceries and cooked meals"), BIT(SHOPPING) | BIT(PARCEL) },
	{ TEXT("grocery"), BIT(SHOPPING) }, { TEXT("handyman"), BIT(OTHER) },
	{ TEXT("hardship"), BIT(HARDSHIP) }, { TEXT("hardship fund"), BIT(HARDSHIP) },
	{ TEXT("hardship payment"), BIT(HARDSHIP) }, { TEXT("health"), BIT(HEALTH) | ANSWER },
	{ TEXT("healthy lifestyles"), BIT(HEALTH) }, { TEXT("hearing aid"), BIT(HEALTH) },
	{ TEXT("home care"), BIT(HEALTH) }, { TEXT("home schooling"), BIT(CHILDREN) },
	{ TEXT("homeless"), BIT(HOUSING) }, { TEXT("homeless prevention"), BIT(HOUSING) },
	{ TEXT("homelessness"), BIT(HOUSING) }, { TEXT("homework"), BIT(CHILDREN) },
	{ TEXT("hospital appointment"), BIT(DRIVING) | ANSWER },
	{ TEXT("hospital transport"), BIT(DRIVING) }, { TEXT("hostel"), BIT(HOUSING) | ANSWER },
	{ TEXT("hot meal"), BIT(PARCEL) }, { TEXT("hot meals"), BIT(PARCEL) },
	{ TEXT("household tasks"), BIT(OTHER) }, { TEXT("housing"), BIT(HOUSING) },
	{ TEXT("housing advice"), BIT(HOUSING) }, { TEXT("housing benefit"), BIT(BENEFITS) },
	{ TEXT("housing options"), BIT(HOUSING) }, { TEXT("hungry"), BIT(PARCEL) },
	{ TEXT("in debt"), BIT(DEBT) }, { TEXT("inhaler"), BIT(PRESCRIPTION) },
	{ TEXT("insulin"), BIT(PRESCRIPTION) }, { TEXT("isolated"), BIT(WELLBEING) | ANSWER },
	{ TEXT("isolation"), BIT(WELLBEING) | ANSWER }, { TEXT("job"), BIT(WORK) | ANSWER },
	{ TEXT("job search"), BIT(WORK) }, { TEXT("jobs"), BIT(WORK) | ANSWER },
	{ TEXT("jobs or training"), BIT(WORK) }, { TEXT("jobseekers"), BIT(BENEFITS) },
	{ TEXT("jsa"), BIT(BENEFITS) | ANSWER }, { TEXT("landlord"), BIT(HOUSING) | ANSWER },
	{ TEXT("leaflet"), BIT(LEAFLETTING) }, { TEXT("leaflet drop"), BIT(LEAFLETTING) },
	{ TEXT("leafleting"), BIT(LEAFLETTING) }, { TEXT("leaflets"), BIT(LEAFLETTING) },
	{ TEXT("leafletting"), BIT(LEAFLETTING) }, { TEXT("lift"), BIT(DRIVING) | ANSWER },
	{ TEXT("lift to hospital"), BIT(DRIVING) }, { TEXT("lifts"), BIT(DRIVING) },
	{ TEXT("loan shark"), BIT(DEBT) }, { TEXT("loans"), BIT(DEBT) | ANSWER },
	{ TEXT("local welfare"), BIT(HARDSHIP) }, { TEXT("loneliness"), BIT(WELLBEING) },
	{ TEXT("lonely"), BIT(WELLBEING) }, { TEXT("looking for work"), BIT(WORK) },
	{ TEXT("lost her job"), BIT(WORK) }, { TEXT("lost his job"), BIT(WORK) },
	{ TEXT("lost my job"), BIT(WORK) }, { TEXT("low mood"), BIT(WELLBEING) },
	{ TEXT("making phone calls"), BIT(CALL) }, { TEXT("meal delivery"), BIT(PARCEL) },
	{ TEXT("meals"), BIT(PARCEL) | ANSWER }, { TEXT("meals on wheels"), BIT(PARCEL) },
	{ TEXT("medical conditions"), BIT(HEALTH) | ANSWER },
	{ TEXT("medical needs"), BIT(HEALTH) | ANSWER },
	{ TEXT("medical transport"), BIT(DRIVING) }, { TEXT("medication"), BIT(PRESCRIPTION) },
	{ TEXT("medications"), BIT(PRESCRIPTION) }, { TEXT("medicine"), BIT(PRESCRIPTION) },
	{ TEXT("medicines"), BIT(PRESCRIPTION) }, { TEXT("meds"), BIT(PRESCRIPTION) },
	{ TEXT("mental health"), BIT(WELLBEING) }, { TEXT("meter"), BIT(HARDSHIP) | ANSWER },
	{ TEXT("minibus"), BIT(DRIVING) | ANSWER }, { TEXT("mobility aid"), BIT(HEALTH) },
	{ TEXT("money advice"), BIT(DEBT) }, { TEXT("money problems"), BIT(DEBT) },
	{ TEXT("money worries"), BIT(DEBT) }, { TEXT("mould"), BIT(HOUSING) },
	{ TEXT("nappies"), BIT(CHILDREN) }, { TEXT("nhs transport"), BIT(DRIVING) },
	{ TEXT("no electric"), BIT(HARDSHIP) }, { TEXT("no electricity"), BIT(HARDSHIP) },
	{ TEXT("no food"), BIT(PARCEL) }, { TEXT("no gas"), BIT(HARDSHIP) },
	{ TEXT("no heating"), BIT(HARDSHIP) }, { TEXT("no money"), BIT(HARDSHIP) },
	{ TEXT("no money for food"), BIT(PARCEL) | BIT(HARDSHIP) },
	{ TEXT("not coping"), BIT(WELLBEING) }, { TEXT("nowhere to live"), BIT(HOUSING) },
	{ TEXT("nursery"), BIT(CHILDREN) | ANSWER }, { TEXT("occupational therapy"), BIT(HEALTH) },
	{ TEXT("odd jobs"), BIT(OTHER) }, { TEXT("other"), BIT(OTHER) | ANSWER },
	{ TEXT("other practical"), BIT(OTHER) }, { TEXT("out of work"), BIT(WORK) },
	{ TEXT("overcrowded"), BIT(HOUSING) }, { TEXT("overcrowding"), BIT(HOUSING) },
	{ TEXT("panic attacks"), BIT(WELLBEING) }, { TEXT("parcel"), BIT(PARCEL) },
	{ TEXT("parcels"), BIT(PARCEL) }, { TEXT("parent support"), BIT(CHILDREN) },
	{ TEXT("parenting"), BIT(CHILDREN) }, { TEXT("patient transport"), BIT(DRIVING) },
	{ TEXT("pay bills"), BIT(DEBT) }, { TEXT("pension credit"), BIT(BENEFITS) },
	{ TEXT("personal independence payment"), BIT(BENEFITS) },
	{ TEXT("pharmacy"), BIT(PRESCRIPTION) }, { TEXT("phone call"), BIT(CALL) | ANSWER },
	{ TEXT("phone calls"), BIT(CALL) | ANSWER },
	{ TEXT("physical and mental wellbeing"), BIT(WELLBEING) },
	{ TEXT("physical health"), BIT(HEALTH) },
	{ TEXT("pick up a prescription"), BIT(PRESCRIPTION) },
	{ TEXT("pick up shopping"), BIT(SHOPPING) },
	{ TEXT("picking up medicine"), BIT(PRESCRIPTION) },
	{ TEXT("picking up shopping"), BIT(SHOPPING) }, { TEXT("pip"), BIT(BENEFITS) | ANSWER },
	{ TEXT("post a letter"), BIT(OTHER) }, { TEXT("posters"), BIT(LEAFLETTING) | ANSWER },
	{ TEXT("posting letters"), BIT(OTHER) }, { TEXT("practical help"), BIT(OTHER) },
	{ TEXT("prepayment meter"), BIT(HARDSHIP) }, { TEXT("prescription"), BIT(PRESCRIPTION) },
	{ TEXT("prescription pickup"), BIT(PRESCRIPTION) },
	{ TEXT("prescription pickups"), BIT(PRESCRIPTION) },
	{ TEXT("prescriptions"), BIT(PRESCRIPTION) }, { TEXT("ran out of food"), BIT(PARCEL) },
	{ TEXT("redundancy"), BIT(WORK) }, { TEXT("redundant"), BIT(WORK) },
	{ TEXT("rent arrears"), BIT(DEBT) | BIT(HOUSING) },
	{ TEXT("repairs"), BIT(OTHER) | ANSWER },
	{ TEXT("repeat prescription"), BIT(PRESCRIPTION) }, { TEXT("repossession"), BIT(HOUSING) },
	{ TEXT("ring her"), BIT(CALL) | ANSWER }, { TEXT("ring him"), BIT(CALL) | ANSWER },
	{ TEXT("ring me"), BIT(CALL) | ANSWER }, { TEXT("ring them"), BIT(CALL) | ANSWER },
	{ TEXT("rough sleeper"), BIT(HOUSING) }, { TEXT("rough sleeping"), BIT(HOUSING) },
	{ TEXT("run out of food"), BIT(PARCEL) }, { TEXT("safeguarding"), BIT(SAFEGUARDING) },
	{ TEXT("safeguarding concern"), BIT(SAFEGUARDING) },
	{ TEXT("school"), BIT(CHILDREN) | ANSWER }, { TEXT("school uniform"), BIT(CHILDREN) },
	{ TEXT("schooling"), BIT(CHILDREN) }, { TEXT("schools"), BIT(CHILDREN) | ANSWER },
	{ TEXT("section 21"), BIT(HOUSING) | ANSWER }, { TEXT("send support"), BIT(CHILDREN) },
	{ TEXT("shop for me"), BIT(SHOPPING) }, { TEXT("shopping"), BIT(SHOPPING) },
	{ TEXT("sight loss"), BIT(HEALTH) }, { TEXT("skills"), BIT(WORK) | ANSWER },
	{ TEXT("sleeping rough"), BIT(HOUSING) }, { TEXT("smoking"), BIT(HEALTH) | ANSWER },
	{ TEXT("social care"), BIT(HEALTH) | ANSWER },
	{ TEXT("socially isolated"), BIT(WELLBEING) }, { TEXT("sofa surfing"), BIT(HOUSING) },
	{ TEXT("somebody to talk to"), BIT(CALL) }, { TEXT("someone to talk to"), BIT(CALL) },
	{ TEXT("something else"), BIT(OTHER) | ANSWER }, { TEXT("staying social"), BIT(CALL) },
	{ TEXT("stop smoking"), BIT(HEALTH) }, { TEXT("stress"), BIT(WELLBEING) | ANSWER },
	{ TEXT("stressed"), BIT(WELLBEING) | ANSWER },
	{ TEXT("struggling to cope"), BIT(WELLBEING) },
	{ TEXT("supermarket"), BIT(SHOPPING) | ANSWER },
	{ TEXT("supermarket deliveries"), BIT(SHOPPING) },
	{ TEXT("supermarket delivery"), BIT(SHOPPING) }, { TEXT("tablets"), BIT(PRESCRIPTION) },
	{ TEXT("taxi"), BIT(DRIVING) | ANSWER }, { TEXT("telephone call"), BIT(CALL) | ANSWER },
	{ TEXT("temporary accommodation"), BIT(HOUSING) }, { TEXT("tenancy"), BIT(HOUSING) },
	{ TEXT("tenancy sustainment"), BIT(HOUSING) }, { TEXT("toddler group"), BIT(CHILDREN) },
	{ TEXT("toilet roll"), BIT(SHOPPING) }, { TEXT("toiletries"), BIT(SHOPPING) },
	{ TEXT("top up meter"), BIT(HARDSHIP) }, { TEXT("top up the meter"), BIT(HARDSHIP) },
	{ TEXT("training"), BIT(WORK) | ANSWER }, { TEXT("transport"), BIT(DRIVING) },
	{ TEXT("transport to hospital"), BIT(DRIVING) }, { TEXT("unemployed"), BIT(WORK) },
	{ TEXT("unemployment"), BIT(WORK) }, { TEXT("universal credit"), BIT(BENEFITS) },
	{ TEXT("vocational"), BIT(WORK) }, { TEXT("voucher"), BIT(HARDSHIP) },
	{ TEXT("vouchers"), BIT(HARDSHIP) }, { TEXT("walk the dog"), BIT(OTHER) },
	{ TEXT("waste removal"), BIT(OTHER) }, { TEXT("weight management"), BIT(HEALTH) },
	{ TEXT("welfare call"), BIT(CALL) }, { TEXT("welfare check"), BIT(CALL) },
	{ TEXT("welfare check in"), BIT(CALL) }, { TEXT("welfare check ins"), BIT(CALL) },
	{ TEXT("welfare reform"), BIT(BENEFITS) }, { TEXT("well being"), BIT(WELLBEING) },
	{ TEXT("wellbeing"), BIT(WELLBEING) }, { TEXT("wheelchair"), BIT(HEALTH) | ANSWER },
	{ TEXT("work"), BIT(WORK) | ANSWER }, { TEXT("work and skills"), BIT(WORK) },
	{ TEXT("worried"), BIT(WELLBEING) | ANSWER }, { TEXT("youth club"), BIT(CHILDREN) },
	{ TEXT("youth work"), BIT(CHILDREN) }
};

enum {
	PHRASES = sizeof(phrases) / sizeof(*phrases)
};

/* First phrase that is not before the word. */
static size_t
first_not_before(struct kin_str word)
{
	size_t low = 0, high = PHRASES;

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
	struct kin_str word = kin_str(rest.p, kin_str_find(rest, ' ', 0));
	size_t found = 0;

	for (size_t i = first_not_before(word); i < PHRASES; i++) {
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
