/*
 * schema -- the fields of a record, each named once.
 *
 * Shape    KIN_FIELDS is the list: enum name, field name, type, list or one,
 *          group, meaning.  Everything else is made from it: enum kin_field,
 *          the table below, kin-record(5) and the targets of ingest's maps.
 * Room     record.
 */
#ifndef KIN_SCHEMA_H
#define KIN_SCHEMA_H

#include "kin/base/str.h"

enum kin_type {
	KIN_TYPE_WORD,		/* one of few words, kept as it is */
	KIN_TYPE_TEXT,
	KIN_TYPE_NAME,
	KIN_TYPE_DATE,		/* ISO 8601, also in part */
	KIN_TYPE_TIME,		/* date, or date and time of day */
	KIN_TYPE_SEX,		/* F M or X */
	KIN_TYPE_NHS,
	KIN_TYPE_PHONE,
	KIN_TYPE_EMAIL,
	KIN_TYPE_POSTCODE,
	KIN_TYPE_UPRN,
	KIN_TYPE_CODE,		/* a GSS code */
	KIN_TYPE_METRES,
	KIN_TYPE_NUMBER,
	KIN_TYPE_BOOL,
	KIN_TYPE_NEED,		/* a task word */
	KIN_TYPE_OBJECT		/* a nested object of its own */
};

enum kin_group {
	KIN_GROUP_EVERY,	/* every record */
	KIN_GROUP_PERSON,
	KIN_GROUP_ASKED,	/* what is asked */
	KIN_GROUP_EVENT,
	KIN_GROUP_ADDED		/* added by a filter */
};

#define KIN_FIELDS(X) \
	X(KIND, "kind", WORD, false, EVERY, "what the record is: contact, person, helper, hub, door, need, event, link, stop, letter, count, pair or reject") \
	X(SOURCE, "source", OBJECT, false, EVERY, "where it came from: list, file, line, id (the list's own), at (when the list was made)") \
	X(GIVEN_NAME, "given_name", NAME, false, PERSON, "first or given name, in its own case and accents") \
	X(OTHER_NAMES, "other_names", NAME, false, PERSON, "middle names") \
	X(FAMILY_NAME, "family_name", NAME, false, PERSON, "family name or surname") \
	X(FULL_NAME, "full_name", NAME, false, PERSON, "a whole name that cannot be split without guessing") \
	X(TITLE, "title", TEXT, false, PERSON, "Mr, Mrs, Dr … as written") \
	X(BIRTH_DATE, "birth_date", DATE, false, PERSON, "date of birth; in part where part is known: 1960, 1960-06, --06-01") \
	X(AGE, "age", TEXT, false, PERSON, "years old on age_at, where no birth date is known: 70, 70-74, 70+, or in months 3m") \
	X(AGE_AT, "age_at", DATE, false, PERSON, "the day that age was said on") \
	X(DEATH_DATE, "death_date", DATE, false, PERSON, "date of death: nobody writes to them") \
	X(SEX, "sex", SEX, false, PERSON, "F, M or X") \
	X(NHS_NUMBER, "nhs_number", NHS, false, PERSON, "ten digits, the check digit right") \
	X(PHONE, "phone", PHONE, true, PERSON, "E.164: +447700900123") \
	X(EMAIL, "email", EMAIL, true, PERSON, "as written; compared in lower case") \
	X(ADDRESS, "address", TEXT, true, PERSON, "address lines, without town and postcode where these have columns of their own") \
	X(TOWN, "town", TEXT, false, PERSON, "post town") \
	X(POSTCODE, "postcode", POSTCODE, false, PERSON, "upper case, one space: RM10 9AA") \
	X(UPRN, "uprn", UPRN, false, PERSON, "unique property reference number, as text without leading noughts") \
	X(WARD, "ward", CODE, false, PERSON, "GSS code of the ward, by the postcode") \
	X(LAD, "lad", CODE, false, PERSON, "GSS code of the local authority district, by the postcode") \
	X(EASTING, "easting", METRES, false, PERSON, "metres east, British National Grid") \
	X(NORTHING, "northing", METRES, false, PERSON, "metres north, British National Grid") \
	X(ROLE, "role", WORD, false, PERSON, "resident, helper or both") \
	X(LANGUAGE, "language", TEXT, false, PERSON, "preferred language, by its usual name") \
	X(LANGUAGE_CODE, "language_code", TEXT, false, PERSON, "what the list has for it, where that is not the same") \
	X(INTERPRETER, "interpreter", BOOL, false, PERSON, "an interpreter is needed") \
	X(FORMAT, "format", TEXT, false, PERSON, "large print, braille, easy read, audio …") \
	X(ETHNIC_GROUP, "ethnic_group", TEXT, false, PERSON, "one of the 19 groups of the Census 2021, or as given") \
	X(ETHNIC_GROUP_CODE, "ethnic_group_code", TEXT, false, PERSON, "what the list has for it, where that is not the same: its code") \
	X(DISABILITY, "disability", TEXT, false, PERSON, "none, hearing, vision, learning …, or as given") \
	X(DISABILITY_CODE, "disability_code", TEXT, false, PERSON, "what the list has for it, where that is not the same: its code") \
	X(RELIGION, "religion", TEXT, false, PERSON, "one of the eight of the Census 2021, or as given") \
	X(RELIGION_CODE, "religion_code", TEXT, false, PERSON, "what the list has for it, where that is not the same") \
	X(CONSENT, "consent", BOOL, false, PERSON, "agreed to their details being shared") \
	X(ON_BEHALF_OF, "on_behalf_of", TEXT, false, PERSON, "who is being spoken for, or who speaks for them") \
	X(TASKS, "tasks", NEED, true, PERSON, "what a helper offers to do, in task words") \
	X(LANGUAGES, "languages", TEXT, true, PERSON, "what a helper speaks") \
	X(INDUCTION, "induction", DATE, false, PERSON, "when a helper had the induction") \
	X(DBS, "dbs", DATE, false, PERSON, "when a helper's DBS check was made") \
	X(FREE, "free", TEXT, true, PERSON, "when a helper is free") \
	X(NEEDS, "needs", NEED, true, ASKED, "what is asked for, in task words") \
	X(RECEIVED, "received", TIME, false, ASKED, "when it was asked") \
	X(URGENT, "urgent", BOOL, false, ASKED, "said to be urgent") \
	X(NOTES, "notes", TEXT, false, ASKED, "what was written down") \
	X(GOOD_TO_KNOW, "good_to_know", TEXT, true, ASKED, "what helps: hard of hearing, ring twice …") \
	X(EVENT, "event", WORD, false, EVENT, "contact, call, passed_on, helped, step_up, step_down, goodbye or return") \
	X(AT, "at", TIME, false, EVENT, "when it happened") \
	X(LEVEL, "level", NUMBER, false, EVENT, "how much help: 1 to 4") \
	X(TEAM, "team", TEXT, false, EVENT, "the hub or team") \
	X(REASON, "reason", TEXT, false, EVENT, "why") \
	X(FLAGS, "flags", OBJECT, true, ADDED, "by ingest: what could not be taken as it stood, each with field, value, reason") \
	X(WARDS, "wards", OBJECT, false, ADDED, "by ingest, --wards NAME=FILE: for each NAME the ward in those boundaries") \
	X(PERSON, "person", OBJECT, false, ADDED, "by dedupe: id, size, probability, records, why") \
	X(HOUSEHOLD, "household", OBJECT, false, ADDED, "by dedupe: id, size") \
	X(LISTS, "lists", OBJECT, false, ADDED, "by match: for each list id, probability, why") \
	X(CHURN, "churn", OBJECT, false, ADDED, "by match --since: is (new, changed, died, same or gone), id, probability, changes, perhaps, why") \
	X(STOP, "stop", OBJECT, false, ADDED, "by match --stop: reason, at, id, probability, decide, why; whom to leave alone") \
	X(COHORTS, "cohorts", TEXT, true, ADDED, "by match: the groups they are in") \
	X(TO, "to", OBJECT, false, ADDED, "by route: door, id, first, was, helper, urgent, with, signposted, why") \
	X(HELPER, "helper", OBJECT, false, ADDED, "by pair: id, km, known, why; in an event or link: who helped")

enum kin_field {
#define X(id, name, type, list, group, meaning) KIN_FIELD_##id,
	KIN_FIELDS(X)
#undef X
	KIN_FIELD_COUNT
};

#define KIN_FIELD_NONE	(-1)

struct kin_schema {
	struct kin_str	 name;
	enum kin_type	 type;
	bool		 list;		/* may be an array; one string counts as an array of one */
	enum kin_group	 group;
	const char	*meaning;
};

extern const struct kin_schema kin_schema[KIN_FIELD_COUNT];

/* The field of that name, or KIN_FIELD_NONE. */
int		kin_schema_find(struct kin_str name);

/* "date", "phone" … for pages and messages. */
const char	*kin_schema_type_name(enum kin_type type);

#endif
