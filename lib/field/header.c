/*
 * The headers that real lists have, and what each means.  A header is compared
 * without case, spaces, signs, what stands in brackets, and a number at its end
 * ("Address Line 2"), so one spelling here stands for many.  To teach kin a new
 * header, add it to its row.
 */
#include "kin/field/header.h"

#include "kin/base/map.h"
#include "kin/base/utf8.h"

static const struct {
	int		 target;
	const char	*spellings;		/* between commas */
} table[] = {
	{ KIN_HEADER_ID, "id, ref, ref no, reference, reference number, reference id, unique id, unique reference, record id, "
	    "person id, client id, client ref, customer id, resident id, contact id, crm id, account id, request id, "
	    "tenancy ref, tenancy reference, tenant id, volunteer id, volunteer ref, helper id, "
	    "child, child unique id, la child id, earl person id, cont person id, pers person id" },
	{ KIN_FIELD_KIND, "kind" },
	{ KIN_FIELD_TITLE, "title, salutation" },
	{ KIN_FIELD_GIVEN_NAME, "first name, first names, forename, forenames, given name, given names, christian name, "
	    "fname, first, patient first name, person given name" },
	{ KIN_FIELD_OTHER_NAMES, "middle name, middle names, other name, other names, middle initial, patient other name" },
	{ KIN_FIELD_FAMILY_NAME, "surname, last name, family name, lname, last, patient surname, person family name" },
	{ KIN_FIELD_FULL_NAME, "name, full name, fullname, tenant name, tenant, main tenant, patient name, resident name, "
	    "resident, client name, customer name, contact name, person name, applicant name, your name, "
	    "volunteer name, helper name, volunteer, name of resident, name of tenant" },
	{ KIN_FIELD_BIRTH_DATE, "date of birth, dob, birth date, birthdate, birthday, date born, born, full dob, patient dob, "
	    "person birth date, ivr dob, resident dob, child dob" },
	{ KIN_FIELD_AGE, "age, age in years, age years, current age, age group, age band, age range, approximate age" },
	{ KIN_FIELD_DEATH_DATE, "date of death, dod, death date, person death date" },
	{ KIN_FIELD_SEX, "sex, gender, sex at birth" },
	{ KIN_FIELD_NHS_NUMBER, "nhs number, nhs no, nhs num, nhs, traced nhs number, ivr nhs number, patient nhs number" },
	{ KIN_FIELD_PHONE, "phone, phone no, phone number, telephone, telephone no, telephone number, tel, tel no, tel number, "
	    "mobile, mobile no, mobile number, mobile phone, mobile telephone, cell phone, landline, landline number, "
	    "home phone, home telephone, home tel, home number, daytime phone, daytime telephone, evening telephone, "
	    "contact number, contact no, contact phone, contact phone number, contact telephone, contact telephone number, "
	    "contact number calls, contact number texts, phone number calls, phone number texts, ivr preferred phone number" },
	{ KIN_FIELD_EMAIL, "email, e mail, email address, mail address, contact email, patient email address, home email" },
	{ KIN_FIELD_ADDRESS, "address, address line, addr, addr line, full address, home address, property address, "
	    "postal address, current address, patient address, patient address line, street address, address street, "
	    "house number, house no, house name, house name or number, flat, flat number, flat no, building, "
	    "street, street name, road" },
	{ KIN_FIELD_TOWN, "town, city, post town, town or city, town city, address town, address city, address town city" },
	{ KIN_FIELD_POSTCODE, "postcode, post code, postal code, pcode, home postcode, address postcode, patient address postcode, "
	    "property postcode, ivr postcode, home post" },
	{ KIN_FIELD_UPRN, "uprn, address uprn, property uprn" },
	{ KIN_FIELD_WARD, "ward, ward code, osward, ward gss, electoral ward, wardcode" },
	{ KIN_FIELD_LAD, "lad, lad code, ladcode, laua, oslaua, local authority code, la code" },
	{ KIN_FIELD_EASTING, "easting, eastings, oseast1m, east1m" },
	{ KIN_FIELD_NORTHING, "northing, northings, osnrth1m, north1m" },
	{ KIN_FIELD_ROLE, "role" },
	{ KIN_FIELD_LANGUAGE, "language, preferred language, first language, main language, home language, language needed" },
	{ KIN_FIELD_INTERPRETER, "interpreter, interpreter needed, interpreter required, needs interpreter, needs an interpreter" },
	{ KIN_FIELD_FORMAT, "format, alternative format, alternate format, accessible format, preferred format" },
	{ KIN_FIELD_ETHNIC_GROUP, "ethnicity, ethnic group, ethnic origin, ethnic background, ethnic, ethnic code, "
	    "ethnicity code, ethnic category, ethnic category code, ethnic group code, self defined ethnicity" },
	{ KIN_FIELD_DISABILITY, "disability, disabilities, disabled" },
	{ KIN_FIELD_RELIGION, "religion, faith, religion or belief" },
	{ KIN_FIELD_CONSENT, "consent, consent given, consent to share, agreed to share" },
	{ KIN_FIELD_ON_BEHALF_OF, "on behalf of, calling on behalf of, on behalf of name" },
	{ KIN_FIELD_TASKS, "tasks, what can you help with, how can you help, can help with, help offered, offers, offering" },
	{ KIN_FIELD_LANGUAGES, "languages, languages spoken, spoken languages, language spoken" },
	{ KIN_FIELD_INDUCTION, "induction, induction date, induction video watched, induction completed, date of induction" },
	{ KIN_FIELD_DBS, "dbs, dbs check, dbs date, dbs checked, dbs check date, date of dbs" },
	{ KIN_FIELD_FREE, "days free, free, availability, available, days available, when are you free" },
	{ KIN_FIELD_NEEDS, "needs, need, help request type, request type, help needed, help required, help wanted, type of help, "
	    "support needed, support required, what do you need, what help do you need, "
	    "what do you need check all that apply" },
	{ KIN_FIELD_RECEIVED, "received, date received, received date, received on, request date, requested on, date requested, "
	    "date of request, referral date, date of referral, date referred, date of contact, contact date, call date, "
	    "enquiry date, date logged, created, created at, created on, date created, timestamp, "
	    "submission datetime, submission date, ivr call timestamp, cont contact date" },
	{ KIN_FIELD_URGENT, "urgent, is urgent" },
	{ KIN_FIELD_NOTES, "notes, note, case note, case notes, comments, comment, details, description, message, remarks, "
	    "further information, additional information, other information, anything else, free text, "
	    "add any details about your request" },
	{ KIN_FIELD_GOOD_TO_KNOW, "good to know, access needs, access notes, delivery details, delivery notes" },
	{ KIN_FIELD_EVENT, "event, event type" },
	{ KIN_FIELD_AT, "at, event date, date of event" },
	{ KIN_FIELD_LEVEL, "level" },
	{ KIN_FIELD_TEAM, "team, hub" },
	{ KIN_FIELD_REASON, "reason" },
	{ KIN_FIELD_HELPER, "helper" }
};

enum {
	TABLE = sizeof(table) / sizeof(*table),
	SPELLINGS = 1024
};

static struct kin_map *spellings;	/* made at the first question, kept for the run */
static int targets[SPELLINGS];

void
kin_header_squeeze(struct kin_buf *out, struct kin_str text)
{
	size_t bracket = kin_str_find(text, '(', 0), kept = 0;

	kin_buf_clear(out);
	kin_utf8_fold(out, kin_str(text.p, bracket));
	for (size_t i = 0; i < out->len; i++)
		if (out->p[i] != ' ')
			out->p[kept++] = out->p[i];
	out->len = kept;
}

static void
make_table(void)
{
	struct kin_buf room = { 0 };

	spellings = kin_map_new();
	for (size_t i = 0; i < TABLE; i++) {
		struct kin_str rest = kin_str_of(table[i].spellings), piece;

		while (kin_str_next(&rest, ',', &piece)) {
			uint32_t id;
			bool is_new;

			kin_header_squeeze(&room, piece);
			id = kin_map_add(spellings, kin_buf_str(&room), &is_new);
			if (is_new && id < SPELLINGS)
				targets[id] = table[i].target;
		}
	}
	kin_buf_fini(&room);
}

int
kin_header_find(struct kin_str header)
{
	struct kin_buf room = { 0 };
	struct kin_str key;
	uint32_t id;

	if (spellings == NULL)
		make_table();
	kin_header_squeeze(&room, header);
	key = kin_buf_str(&room);
	id = kin_map_get(spellings, key);
	if (id == KIN_MAP_NONE) {
		while (key.len > 1 && key.p[key.len - 1] >= '0' && key.p[key.len - 1] <= '9')
			key.len--;
		id = kin_map_get(spellings, key);
	}
	kin_buf_fini(&room);
	return id < SPELLINGS ? targets[id] : KIN_HEADER_OWN;
}
