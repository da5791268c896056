#include "kin/field/needlist.h"

#define ANSWER	KIN_NEEDLIST_ANSWER
#define BIT(id)	(1U << KIN_NEED_##id)

/* In byte order: searched by halving.  A phrase stands behind the shorter ones that it begins with. */
static const struct {
	const char	*text;
	uint32_t	 needs;
} phrases[] = {
	{ "1 on 1 check ins", BIT(CALL) }, { "a lift", BIT(DRIVING) | ANSWER },
	{ "accessing food", BIT(SHOPPING) }, { "accessing medicine", BIT(PRESCRIPTION) },
	{ "accessing other essentials", BIT(SHOPPING) },
	{ "accessing supermarket food", BIT(SHOPPING) },
	{ "accommodation", BIT(HOUSING) | ANSWER },
	{ "afford food", BIT(PARCEL) | BIT(HARDSHIP) }, { "anxiety", BIT(WELLBEING) },
	{ "anxious", BIT(WELLBEING) }, { "anything else", BIT(OTHER) | ANSWER },
	{ "apprenticeship", BIT(WORK) }, { "arrears", BIT(DEBT) },
	{ "attendance allowance", BIT(BENEFITS) }, { "baby food", BIT(PARCEL) },
	{ "baby milk", BIT(PARCEL) | BIT(CHILDREN) }, { "bailiff", BIT(DEBT) },
	{ "bailiffs", BIT(DEBT) }, { "basic care needs", BIT(HEALTH) },
	{ "befriend", BIT(CALL) }, { "befriender", BIT(CALL) }, { "befriending", BIT(CALL) },
	{ "behind with bills", BIT(DEBT) }, { "benefit", BIT(BENEFITS) | ANSWER },
	{ "benefit claim", BIT(BENEFITS) }, { "benefit sanction", BIT(BENEFITS) },
	{ "benefits", BIT(BENEFITS) | ANSWER }, { "bereaved", BIT(WELLBEING) },
	{ "bereavement", BIT(WELLBEING) }, { "bills", BIT(DEBT) | ANSWER },
	{ "bins", BIT(OTHER) | ANSWER }, { "book drop", BIT(OTHER) },
	{ "book drops", BIT(OTHER) }, { "budgeting", BIT(DEBT) }, { "buy food", BIT(SHOPPING) },
	{ "call", BIT(CALL) | ANSWER }, { "call back", BIT(CALL) | ANSWER },
	{ "callback", BIT(CALL) | ANSWER }, { "callback required", BIT(CALL) },
	{ "calls", BIT(CALL) | ANSWER }, { "cannot afford", BIT(HARDSHIP) },
	{ "cannot afford food", BIT(PARCEL) | BIT(HARDSHIP) }, { "cant afford", BIT(HARDSHIP) },
	{ "cant afford food", BIT(PARCEL) | BIT(HARDSHIP) }, { "care needs", BIT(HEALTH) },
	{ "care package", BIT(HEALTH) }, { "carer", BIT(HEALTH) | ANSWER },
	{ "carers", BIT(HEALTH) | ANSWER }, { "carers allowance", BIT(BENEFITS) },
	{ "carry supplies", BIT(SHOPPING) }, { "chat", BIT(CALL) | ANSWER },
	{ "check in", BIT(CALL) | ANSWER }, { "check in and chat", BIT(CALL) },
	{ "check ins", BIT(CALL) }, { "checkin", BIT(CALL) }, { "chemist", BIT(PRESCRIPTION) },
	{ "child", BIT(CHILDREN) | ANSWER }, { "child benefit", BIT(BENEFITS) | ANSWER },
	{ "childcare", BIT(CHILDREN) }, { "children", BIT(CHILDREN) | ANSWER },
	{ "children and schools", BIT(CHILDREN) }, { "childrens centre", BIT(CHILDREN) },
	{ "cleaning", BIT(OTHER) | ANSWER }, { "community response", BIT(SHOPPING) },
	{ "company", BIT(CALL) | ANSWER }, { "cooked meal", BIT(PARCEL) },
	{ "cooked meals", BIT(PARCEL) }, { "council tax arrears", BIT(DEBT) },
	{ "council tax support", BIT(BENEFITS) }, { "counselling", BIT(WELLBEING) },
	{ "crisis loan", BIT(HARDSHIP) }, { "crisis payment", BIT(HARDSHIP) },
	{ "cv", BIT(WORK) | ANSWER }, { "damp", BIT(HOUSING) }, { "debt", BIT(DEBT) },
	{ "debt and money", BIT(DEBT) }, { "debts", BIT(DEBT) },
	{ "deliver groceries", BIT(SHOPPING) },
	{ "deliver groceries or supplies", BIT(SHOPPING) }, { "delivering food", BIT(PARCEL) },
	{ "delivering leaflets", BIT(LEAFLETTING) }, { "delivery slot", BIT(SHOPPING) },
	{ "dementia", BIT(HEALTH) | ANSWER }, { "depressed", BIT(WELLBEING) },
	{ "depression", BIT(WELLBEING) }, { "destitute", BIT(HARDSHIP) },
	{ "disabilities", BIT(HEALTH) | ANSWER }, { "disability", BIT(HEALTH) | ANSWER },
	{ "disability living allowance", BIT(BENEFITS) }, { "disabled", BIT(HEALTH) | ANSWER },
	{ "discretionary support", BIT(HARDSHIP) }, { "disrepair", BIT(HOUSING) },
	{ "diy", BIT(OTHER) }, { "do my shop", BIT(SHOPPING) },
	{ "doctor", BIT(HEALTH) | ANSWER }, { "dog walked", BIT(OTHER) },
	{ "dog walking", BIT(OTHER) }, { "drive", BIT(DRIVING) | ANSWER },
	{ "driver", BIT(DRIVING) | ANSWER }, { "driving", BIT(DRIVING) },
	{ "early help", BIT(CHILDREN) }, { "early years", BIT(CHILDREN) | ANSWER },
	{ "emergency money", BIT(HARDSHIP) }, { "emergency payment", BIT(HARDSHIP) },
	{ "emotional support", BIT(WELLBEING) }, { "employment", BIT(WORK) },
	{ "energy voucher", BIT(HARDSHIP) }, { "esa", BIT(BENEFITS) | ANSWER },
	{ "esol", BIT(WORK) }, { "essential items", BIT(SHOPPING) },
	{ "essential shopping", BIT(SHOPPING) }, { "essential supplies", BIT(SHOPPING) },
	{ "essentials", BIT(SHOPPING) | ANSWER }, { "evict", BIT(HOUSING) },
	{ "evicted", BIT(HOUSING) }, { "eviction", BIT(HOUSING) },
	{ "family support", BIT(CHILDREN) }, { "fetch food", BIT(SHOPPING) },
	{ "financial advice", BIT(DEBT) }, { "financial help", BIT(DEBT) },
	{ "financial support", BIT(DEBT) }, { "find work", BIT(WORK) },
	{ "finding work", BIT(WORK) }, { "flyering", BIT(LEAFLETTING) },
	{ "flyers", BIT(LEAFLETTING) }, { "food", BIT(PARCEL) | ANSWER },
	{ "food bank", BIT(PARCEL) }, { "food box", BIT(PARCEL) }, { "food boxes", BIT(PARCEL) },
	{ "food delivery", BIT(PARCEL) }, { "food hub", BIT(PARCEL) },
	{ "food package", BIT(PARCEL) }, { "food packages", BIT(PARCEL) },
	{ "food parcel", BIT(PARCEL) }, { "food parcels", BIT(PARCEL) },
	{ "food shopping", BIT(SHOPPING) }, { "foodbank", BIT(PARCEL) },
	{ "free school meals", BIT(BENEFITS) }, { "friendly call", BIT(CALL) },
	{ "friendly chat", BIT(CALL) }, { "friendly phone call", BIT(CALL) },
	{ "fuel voucher", BIT(HARDSHIP) }, { "furlough", BIT(WORK) },
	{ "furloughed", BIT(WORK) }, { "garden", BIT(OTHER) | ANSWER },
	{ "gardening", BIT(OTHER) }, { "get to hospital", BIT(DRIVING) },
	{ "get to the shops", BIT(SHOPPING) }, { "go to the shops", BIT(SHOPPING) },
	{ "gp", BIT(HEALTH) | ANSWER }, { "grief", BIT(WELLBEING) },
	{ "grieving", BIT(WELLBEING) }, { "groceries", BIT(SHOPPING) },
	{ "groceries and cooked meals", BIT(SHOPPING) | BIT(PARCEL) },
	{ "grocery", BIT(SHOPPING) }, { "handyman", BIT(OTHER) }, { "hardship", BIT(HARDSHIP) },
	{ "hardship fund", BIT(HARDSHIP) }, { "hardship payment", BIT(HARDSHIP) },
	{ "health", BIT(HEALTH) | ANSWER }, { "healthy lifestyles", BIT(HEALTH) },
	{ "hearing aid", BIT(HEALTH) }, { "home care", BIT(HEALTH) },
	{ "home schooling", BIT(CHILDREN) }, { "homeless", BIT(HOUSING) },
	{ "homeless prevention", BIT(HOUSING) }, { "homelessness", BIT(HOUSING) },
	{ "homework", BIT(CHILDREN) }, { "hospital appointment", BIT(DRIVING) | ANSWER },
	{ "hospital transport", BIT(DRIVING) }, { "hostel", BIT(HOUSING) | ANSWER },
	{ "hot meal", BIT(PARCEL) }, { "hot meals", BIT(PARCEL) },
	{ "household tasks", BIT(OTHER) }, { "housing", BIT(HOUSING) },
	{ "housing advice", BIT(HOUSING) }, { "housing benefit", BIT(BENEFITS) },
	{ "housing options", BIT(HOUSING) }, { "hungry", BIT(PARCEL) }, { "in debt", BIT(DEBT) },
	{ "inhaler", BIT(PRESCRIPTION) }, { "insulin", BIT(PRESCRIPTION) },
	{ "isolated", BIT(WELLBEING) | ANSWER }, { "isolation", BIT(WELLBEING) | ANSWER },
	{ "job", BIT(WORK) | ANSWER }, { "job search", BIT(WORK) },
	{ "jobs", BIT(WORK) | ANSWER }, { "jobs or training", BIT(WORK) },
	{ "jobseekers", BIT(BENEFITS) }, { "jsa", BIT(BENEFITS) | ANSWER },
	{ "landlord", BIT(HOUSING) | ANSWER }, { "leaflet", BIT(LEAFLETTING) },
	{ "leaflet drop", BIT(LEAFLETTING) }, { "leafleting", BIT(LEAFLETTING) },
	{ "leaflets", BIT(LEAFLETTING) }, { "leafletting", BIT(LEAFLETTING) },
	{ "lift", BIT(DRIVING) | ANSWER }, { "lift to hospital", BIT(DRIVING) },
	{ "lifts", BIT(DRIVING) }, { "loan shark", BIT(DEBT) }, { "loans", BIT(DEBT) | ANSWER },
	{ "local welfare", BIT(HARDSHIP) }, { "loneliness", BIT(WELLBEING) },
	{ "lonely", BIT(WELLBEING) }, { "looking for work", BIT(WORK) },
	{ "lost her job", BIT(WORK) }, { "lost his job", BIT(WORK) },
	{ "lost my job", BIT(WORK) }, { "low mood", BIT(WELLBEING) },
	{ "making phone calls", BIT(CALL) }, { "meal delivery", BIT(PARCEL) },
	{ "meals", BIT(PARCEL) | ANSWER }, { "meals on wheels", BIT(PARCEL) },
	{ "medical conditions", BIT(HEALTH) | ANSWER },
	{ "medical needs", BIT(HEALTH) | ANSWER }, { "medical transport", BIT(DRIVING) },
	{ "medication", BIT(PRESCRIPTION) }, { "medications", BIT(PRESCRIPTION) },
	{ "medicine", BIT(PRESCRIPTION) }, { "medicines", BIT(PRESCRIPTION) },
	{ "meds", BIT(PRESCRIPTION) }, { "mental health", BIT(WELLBEING) },
	{ "meter", BIT(HARDSHIP) | ANSWER }, { "minibus", BIT(DRIVING) | ANSWER },
	{ "mobility aid", BIT(HEALTH) }, { "money advice", BIT(DEBT) },
	{ "money problems", BIT(DEBT) }, { "money worries", BIT(DEBT) },
	{ "mould", BIT(HOUSING) }, { "nappies", BIT(CHILDREN) },
	{ "nhs transport", BIT(DRIVING) }, { "no electric", BIT(HARDSHIP) },
	{ "no electricity", BIT(HARDSHIP) }, { "no food", BIT(PARCEL) },
	{ "no gas", BIT(HARDSHIP) }, { "no heating", BIT(HARDSHIP) },
	{ "no money", BIT(HARDSHIP) }, { "no money for food", BIT(PARCEL) | BIT(HARDSHIP) },
	{ "not coping", BIT(WELLBEING) }, { "nowhere to live", BIT(HOUSING) },
	{ "nursery", BIT(CHILDREN) | ANSWER }, { "occupational therapy", BIT(HEALTH) },
	{ "odd jobs", BIT(OTHER) }, { "other", BIT(OTHER) | ANSWER },
	{ "other practical", BIT(OTHER) }, { "out of work", BIT(WORK) },
	{ "overcrowded", BIT(HOUSING) }, { "overcrowding", BIT(HOUSING) },
	{ "panic attacks", BIT(WELLBEING) }, { "parcel", BIT(PARCEL) },
	{ "parcels", BIT(PARCEL) }, { "parent support", BIT(CHILDREN) },
	{ "parenting", BIT(CHILDREN) }, { "patient transport", BIT(DRIVING) },
	{ "pay bills", BIT(DEBT) }, { "pension credit", BIT(BENEFITS) },
	{ "personal independence payment", BIT(BENEFITS) }, { "pharmacy", BIT(PRESCRIPTION) },
	{ "phone call", BIT(CALL) | ANSWER }, { "phone calls", BIT(CALL) | ANSWER },
	{ "physical and mental wellbeing", BIT(WELLBEING) }, { "physical health", BIT(HEALTH) },
	{ "pick up a prescription", BIT(PRESCRIPTION) }, { "pick up shopping", BIT(SHOPPING) },
	{ "picking up medicine", BIT(PRESCRIPTION) }, { "picking up shopping", BIT(SHOPPING) },
	{ "pip", BIT(BENEFITS) | ANSWER }, { "post a letter", BIT(OTHER) },
	{ "posters", BIT(LEAFLETTING) | ANSWER }, { "posting letters", BIT(OTHER) },
	{ "practical help", BIT(OTHER) }, { "prepayment meter", BIT(HARDSHIP) },
	{ "prescription", BIT(PRESCRIPTION) }, { "prescription pickup", BIT(PRESCRIPTION) },
	{ "prescription pickups", BIT(PRESCRIPTION) }, { "prescriptions", BIT(PRESCRIPTION) },
	{ "ran out of food", BIT(PARCEL) }, { "redundancy", BIT(WORK) },
	{ "redundant", BIT(WORK) }, { "rent arrears", BIT(DEBT) | BIT(HOUSING) },
	{ "repairs", BIT(OTHER) | ANSWER }, { "repeat prescription", BIT(PRESCRIPTION) },
	{ "repossession", BIT(HOUSING) }, { "ring her", BIT(CALL) | ANSWER },
	{ "ring him", BIT(CALL) | ANSWER }, { "ring me", BIT(CALL) | ANSWER },
	{ "ring them", BIT(CALL) | ANSWER }, { "rough sleeper", BIT(HOUSING) },
	{ "rough sleeping", BIT(HOUSING) }, { "run out of food", BIT(PARCEL) },
	{ "safeguarding", BIT(SAFEGUARDING) }, { "safeguarding concern", BIT(SAFEGUARDING) },
	{ "school", BIT(CHILDREN) | ANSWER }, { "school uniform", BIT(CHILDREN) },
	{ "schooling", BIT(CHILDREN) }, { "schools", BIT(CHILDREN) | ANSWER },
	{ "section 21", BIT(HOUSING) | ANSWER }, { "send support", BIT(CHILDREN) },
	{ "shop for me", BIT(SHOPPING) }, { "shopping", BIT(SHOPPING) },
	{ "sight loss", BIT(HEALTH) }, { "skills", BIT(WORK) | ANSWER },
	{ "sleeping rough", BIT(HOUSING) }, { "smoking", BIT(HEALTH) | ANSWER },
	{ "social care", BIT(HEALTH) | ANSWER }, { "socially isolated", BIT(WELLBEING) },
	{ "sofa surfing", BIT(HOUSING) }, { "somebody to talk to", BIT(CALL) },
	{ "someone to talk to", BIT(CALL) }, { "something else", BIT(OTHER) | ANSWER },
	{ "staying social", BIT(CALL) }, { "stop smoking", BIT(HEALTH) },
	{ "stress", BIT(WELLBEING) | ANSWER }, { "stressed", BIT(WELLBEING) | ANSWER },
	{ "struggling to cope", BIT(WELLBEING) }, { "supermarket", BIT(SHOPPING) | ANSWER },
	{ "supermarket deliveries", BIT(SHOPPING) }, { "supermarket delivery", BIT(SHOPPING) },
	{ "tablets", BIT(PRESCRIPTION) }, { "taxi", BIT(DRIVING) | ANSWER },
	{ "telephone call", BIT(CALL) | ANSWER }, { "temporary accommodation", BIT(HOUSING) },
	{ "tenancy", BIT(HOUSING) }, { "tenancy sustainment", BIT(HOUSING) },
	{ "toddler group", BIT(CHILDREN) }, { "toilet roll", BIT(SHOPPING) },
	{ "toiletries", BIT(SHOPPING) }, { "top up meter", BIT(HARDSHIP) },
	{ "top up the meter", BIT(HARDSHIP) }, { "training", BIT(WORK) | ANSWER },
	{ "transport", BIT(DRIVING) }, { "transport to hospital", BIT(DRIVING) },
	{ "unemployed", BIT(WORK) }, { "unemployment", BIT(WORK) },
	{ "universal credit", BIT(BENEFITS) }, { "vocational", BIT(WORK) },
	{ "voucher", BIT(HARDSHIP) }, { "vouchers", BIT(HARDSHIP) },
	{ "walk the dog", BIT(OTHER) }, { "waste removal", BIT(OTHER) },
	{ "weight management", BIT(HEALTH) }, { "welfare call", BIT(CALL) },
	{ "welfare check", BIT(CALL) }, { "welfare check in", BIT(CALL) },
	{ "welfare check ins", BIT(CALL) }, { "welfare reform", BIT(BENEFITS) },
	{ "well being", BIT(WELLBEING) }, { "wellbeing", BIT(WELLBEING) },
	{ "wheelchair", BIT(HEALTH) | ANSWER }, { "work", BIT(WORK) | ANSWER },
	{ "work and skills", BIT(WORK) }, { "worried", BIT(WELLBEING) | ANSWER },
	{ "youth club", BIT(CHILDREN) }, { "youth work", BIT(CHILDREN) }
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

		if (kin_str_cmp(kin_str_of(phrases[middle].text), word) < 0)
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
		struct kin_str phrase = kin_str_of(phrases[i].text);

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
