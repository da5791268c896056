/*
 * The lists that come again and again, each a map as -m reads it: which header (as
 * kin/field/header.h compares them) is which field, and what that table cannot know.
 * Headers that it knows, and a profile reads no other way, are not repeated here.
 * "telling" are the headers by which a list is recognised: two of them at least.
 */
#include "ingest_in.h"

#define OWN	INGEST_OWN
#define ID	INGEST_ID
#define DAY	{ KIN_WHEN_DAY_FIRST, true }
#define MONTH	{ KIN_WHEN_MONTH_FIRST, true }
#define YEAR	{ KIN_WHEN_YEAR_FIRST, true }
#define TICK(need)	.target = KIN_FIELD_NEEDS, .yes = need
#define END	{ 0 }

static const struct ingest_profile_column spl[] = {
	{ "DateOfBirth, DateOfDeath", .order = YEAR },
	{ "oscty, Data_Source, category, InceptionDate, SPL_Version, ccg", .target = OWN },
	{ "GPPractice_Code, Practice_NAME, Flag_PDSInformallyDeceased", .target = OWN },
	END
};

static const struct ingest_profile_column nsss[] = {
	{ "submission_datetime, created_at, ivr_call_timestamp", .target = KIN_FIELD_RECEIVED, .order = DAY },
	{ "date_of_birth, full_dob, ivr_dob", .target = KIN_FIELD_BIRTH_DATE, .order = DAY },
	{ "do_you_want_supermarket_deliveries, ivr_delivery_supplies", TICK("shopping") },
	{ "do_you_need_someone_to_contact_you_about_local_support", TICK("call") },
	{ "do_you_have_someone_to_go_shopping_for_you, essential_supplies", .target = KIN_FIELD_NEEDS, .no = "shopping" },
	{ "dietary_requirements", .target = KIN_FIELD_GOOD_TO_KNOW, .yes = "dietary requirements" },
	{ "uid_submission, are_you_applying_on_behalf_of_someone_else, have_you_received_an_nhs_letter", .target = OWN },
	{ "do_you_have_one_of_the_listed_medical_conditions, active_status, spl_category", .target = OWN },
	{ "spl_address_line, spl_address_postcode, spl_address_uprn", .target = OWN },
	{ "contact, carry_supplies, basic_care_needs, medical_conditions, updated_at", .target = OWN },
	{ "ivr_current_item_id, ivr_have_help, ivr_umet_needs", .target = OWN },
	END
};

static const struct ingest_profile_column ctas[] = {
	{ "Account ID", .target = ID },
	{ "UTLA", .target = KIN_FIELD_LAD },
	{ "First Symptomatic At, Date Tested, Date Updated, Date Time Extracted", .target = OWN },
	END
};

static const struct ingest_profile_column self_isolation[] = {
	{ "ID", .target = ID },
	{ "Account ID", .target = OWN },
	{ "UTLA", .target = KIN_FIELD_LAD },
	{ "LA Support Required", TICK("call") },
	{ "LA Support Letter Received, Status Report", .target = OWN },
	{ "Day 4 Outcome, Day 7 Outcome, Day 10 Outcome, Day 13 Outcome", .target = OWN },
	{ "First Symptomatic At, Date Tested, Date Updated, Date Time Extracted", .target = OWN },
	END
};

static const struct ingest_profile_column crm[] = {
	{ "help_with_accessing_food, help_with_accessing_supermarket_food, help_with_accessing_other_essentials", TICK("shopping") },
	{ "help_with_accessing_medicine", TICK("prescription") },
	{ "callback_required", TICK("call") },
	{ "help_with_debt_and_money", TICK("debt") },
	{ "help_with_housing", TICK("housing") },
	{ "help_with_jobs_or_training", TICK("work") },
	{ "help_with_health, help_with_disabilities", TICK("health") },
	{ "help_with_mental_health", TICK("wellbeing") },
	{ "help_with_children_and_schools", TICK("children") },
	{ "help_with_something_else", TICK("other") },
	{ "Subtype", .target = OWN },
	END
};

static const struct ingest_profile_column beacon[] = {
	{ "need_id", .target = ID },
	{ "category", .target = KIN_FIELD_NEEDS },
	{ "dietary_details", .target = KIN_FIELD_GOOD_TO_KNOW },
	{ "cooking_facilities, status, food_priority, food_service_type", .target = OWN },
	{ "count_people_in_house, any_dietary_requirements, has_covid_symptoms, is_vulnerable", .target = OWN },
	END
};

/* Fourteen columns without headers. */
static const struct ingest_profile_column beacon_by_position[] = {
	{ "#1", .target = ID }, { "#2", .target = KIN_FIELD_NHS_NUMBER }, { "#3", .target = OWN, .name = "vulnerable" },
	{ "#4", .target = KIN_FIELD_GIVEN_NAME }, { "#5", .target = KIN_FIELD_FAMILY_NAME }, { "#6", .target = KIN_FIELD_BIRTH_DATE },
	{ "#7", .target = KIN_FIELD_EMAIL }, { "#8", .target = KIN_FIELD_PHONE }, { "#9", .target = KIN_FIELD_PHONE },
	{ "#10", .target = KIN_FIELD_ADDRESS }, { "#11", .target = KIN_FIELD_POSTCODE }, { "#12", .target = KIN_FIELD_NEEDS },
	{ "#13", .target = KIN_FIELD_RECEIVED }, { "#14", .target = OWN, .name = "isolation_start" },
	END
};

static const struct ingest_profile_column vcs[] = {
	{ "Timestamp", .target = KIN_FIELD_RECEIVED, .order = MONTH },
	{ "Organizer, Status, Does your request need to remain anonymous?", .target = OWN },
	{ "Number of people in household, Is your need:, Is your need recurring?", .target = OWN },
	{ "Organizer Results and Comments", .target = OWN },
	END
};

static const struct ingest_profile_column annex_a[] = {
	{ "ChildUniqueID", .target = ID },
	{ "DateOfContact, DateOfReferral", .target = KIN_FIELD_RECEIVED, .order = DAY },
	{ "DateOfBirth", .target = KIN_FIELD_BIRTH_DATE, .order = DAY },
	{ "Age, ContactSource, ReferralSource, AssessmentStartDate", .target = OWN },
	{ "AssessmentCompletionDate, OrganisationCompletingAssessment", .target = OWN },
	END
};

static const struct ingest_profile_column ssd[] = {
	{ "earl_person_id, cont_person_id, pers_person_id", .target = ID },
	{ "earl_episode_start_date, cont_contact_date", .target = KIN_FIELD_RECEIVED },
	{ "earl_episode_reason", .target = KIN_FIELD_REASON },
	{ "earl_episode_organisation", .target = KIN_FIELD_TEAM },
	{ "earl_episode_id, earl_episode_end_date, earl_episode_end_reason, earl_episode_worker_id", .target = OWN },
	{ "cont_contact_id, cont_contact_source_code, cont_contact_outcome_json", .target = OWN },
	END
};

static const struct ingest_profile_column cin[] = {
	{ "LAchildID, CHILD", .target = ID },
	{ "CINreferralDate", .target = KIN_FIELD_RECEIVED },
	{ "ReasonForClosure", .target = KIN_FIELD_REASON },
	{ "ETHNIC", .target = KIN_FIELD_ETHNIC_GROUP },
	{ "HOME_POST", .target = KIN_FIELD_POSTCODE },
	{ "UPN, FormerUPN, UPNunknown, ExpectedPersonBirthDate, MOTHER, MC_DOB", .target = OWN },
	{ "ReferralSource, PrimaryNeedCode, CINclosureDate, ReferralNFA", .target = OWN },
	{ "DECOM, RNE, LS, CIN, PLACE, PLACE_PROVIDER, DEC, REC, REASON_PLACE_CHANGE, PL_POST, URN", .target = OWN },
	END
};

static const struct ingest_profile_column events[] = {
	{ "Date, When, Event date", .target = KIN_FIELD_AT },
	{ "Worker, Who helped", .target = KIN_FIELD_HELPER },
	{ "Of, Record", .target = OWN, .name = "of" },
	{ "Person", .target = OWN, .name = "person" },
	END
};

static const struct ingest_profile_column helpers[] = {
	{ "Skills", .target = KIN_FIELD_TASKS },
	{ "Registered, Date registered, Signed up", .target = KIN_FIELD_RECEIVED },
	END
};

const struct ingest_profile ingest_profiles[] = {
	{ "spl", "NHS shielded patient list, a council's extract or the national file", NULL,
	  "Traced_NHSNUMBER, PatientFirstName, PatientSurname, PatientAddress_PostCode, InceptionDate, SPL_Version, "
	  "Flag_PDSInformallyDeceased, GPPractice_Code, Flag_Transplant", spl, NULL },
	{ "nsss", "National Shielding Service System, web and telephone", NULL,
	  "uid_submission, submission_datetime, have_you_received_an_nhs_letter, do_you_want_supermarket_deliveries, "
	  "do_you_need_someone_to_contact_you_about_local_support, do_you_have_someone_to_go_shopping_for_you, spl_category, "
	  "full_dob, carry_supplies, basic_care_needs, essential_supplies, ivr_nhs_number, ivr_postcode, ivr_dob, "
	  "ivr_call_timestamp, ivr_umet_needs", nsss, NULL },
	{ "ctas", "contact tracing", NULL,
	  "Account ID, First Symptomatic At, Date Tested, Date Time Extracted, UTLA", ctas, NULL },
	{ "self-isolation", "self-isolation support", NULL,
	  "Account ID, First Symptomatic At, Date Tested, UTLA, LA Support Required, LA Support Letter Received, "
	  "Day 4 Outcome, Day 7 Outcome, Status Report", self_isolation, NULL },
	{ "crm", "a council's sheet of requests for help", NULL,
	  "Help Request Type, Subtype, Case Note 1, Case Note 2, callback_required, help_with_accessing_food, "
	  "help_with_accessing_medicine, help_with_debt_and_money, help_with_housing", crm, NULL },
	{ "beacon", "Beacon: needs with headers, or contacts by position without", NULL,
	  "need_id, food_priority, food_service_type, count_people_in_house, cooking_facilities, dietary_details", beacon,
	  beacon_by_position },
	{ "vcs", "mutual aid sheet, questions as headers, month before day", NULL,
	  "Organizer, Does your request need to remain anonymous?, What do you need? Check all that apply, Is your need:, "
	  "Is your need recurring?, Organizer Results and Comments", vcs, NULL },
	{ "annex-a", "Ofsted Annex A: contacts, early help, referrals", NULL,
	  "ChildUniqueID, DateOfContact, ContactSource, DateOfReferral, AssessmentStartDate, OrganisationCompletingAssessment",
	  annex_a, NULL },
	{ "ssd", "Standard Safeguarding Dataset: early help episodes, contacts", NULL,
	  "earl_episode_id, earl_person_id, earl_episode_start_date, cont_contact_id, cont_person_id, cont_contact_date", ssd, NULL },
	{ "cin", "children in need census and SSDA903 tables", NULL,
	  "LAchildID, UPN, FormerUPN, CINreferralDate, PrimaryNeedCode, CINclosureDate, CHILD, MC_DOB, DECOM, RNE", cin, NULL },
	{ "events", "what happened with whom: contacts, calls, goodbyes", "event",
	  "Event, Event type, Event date, At, Team, Level", events, NULL },
	{ "helpers", "volunteers and what they offer", "helper",
	  "Tasks, What can you help with?, DBS, DBS check, Induction, Induction date, Skills, Languages spoken, Days free", helpers, NULL },
	{ 0 }
};
