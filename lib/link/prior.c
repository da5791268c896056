#include "kin/link/prior.h"

#include <stddef.h>

#define PRIORS(name, ...) \
	static const struct kin_prior name[] = { __VA_ARGS__ }

PRIORS(given_priors,
	{ "the same", 0.78, 0.008 },
	{ "swapped with the family name", 0.01, 0.00001 },
	{ "nickname", 0.04, 0.002 },
	{ "nearly the same", 0.07, 0.003 },
	{ "close", 0.02, 0.005 },
	{ "initial", 0.02, 0.001 },
	{ "alike", 0.02, 0.03 },
	{ "faintly alike", 0.01, 0.06 },
	{ "different", 0.03, 0.891 });
PRIORS(name_priors,
	{ "the same", 0.82, 0.003 },
	{ "nearly the same", 0.09, 0.003 },
	{ "close", 0.02, 0.005 },
	{ "alike", 0.02, 0.03 },
	{ "different", 0.05, 0.959 });
PRIORS(date_priors,
	{ "the same", 0.80, 0.00004 },
	{ "day and month exchanged", 0.02, 0.00003 },
	{ "one edit", 0.06, 0.0012 },
	{ "the same as far as known", 0.02, 0.0001 },
	{ "the same year, the rest not known", 0.01, 0.0001 },
	{ "the same birthday", 0.02, 0.0027 },
	{ "within a month", 0.02, 0.002 },
	{ "within a year", 0.02, 0.02 },
	{ "different", 0.02, 0.274 },
	{ "a generation apart", 0.01, 0.699 });
PRIORS(sex_priors,
	{ "the same", 0.98, 0.5 },
	{ "different", 0.02, 0.5 });
PRIORS(postcode_priors,
	{ "the same", 0.80, 0.0003 },
	{ "one edit", 0.07, 0.0010 },
	{ "the same sector", 0.02, 0.02 },
	{ "the same district", 0.03, 0.1 },
	{ "different", 0.08, 0.8787 });
PRIORS(address_priors,
	{ "the same", 0.72, 0.0001 },
	{ "nearly the same", 0.10, 0.0001 },
	{ "number nearly the same", 0.04, 0.0005 },
	{ "the same street", 0.03, 0.003 },
	{ "different", 0.11, 0.9963 });
PRIORS(email_priors,
	{ "the same", 0.75, 0.00005 },
	{ "two edits at most", 0.06, 0.00005 },
	{ "the same name before the @", 0.04, 0.00005 },
	{ "close", 0.05, 0.0005 },
	{ "different", 0.10, 0.99935 });
PRIORS(number_priors,
	{ "the same", 0.80, 0.0001 },
	{ "one edit", 0.05, 0.0002 },
	{ "different", 0.15, 0.9997 });
PRIORS(id_priors,
	{ "the same", 0.93, 0.000001 },
	{ "one edit", 0.05, 0.00001 },
	{ "different", 0.02, 0.999989 });
PRIORS(town_priors,
	{ "the same", 0.85, 0.1 },
	{ "one edit", 0.05, 0.005 },
	{ "two edits", 0.02, 0.005 },
	{ "different", 0.08, 0.89 });
PRIORS(text_priors,
	{ "the same", 0.75, 0.02 },
	{ "one edit", 0.07, 0.005 },
	{ "nearly the same", 0.05, 0.01 },
	{ "alike", 0.03, 0.03 },
	{ "different", 0.10, 0.935 });
PRIORS(exact_priors,
	{ "the same", 0.85, 0.05 },
	{ "different", 0.15, 0.95 });
PRIORS(place_id_priors,
	{ "the same", 0.85, 0.0003 },
	{ "different", 0.15, 0.9997 });

#define OF(name) { name, sizeof(name) / sizeof(name[0]) }

const struct kin_prior *
kin_prior(enum kin_kind kind, int *count)
{
	static const struct {
		const struct kin_prior *priors;
		size_t count;
	} by_kind[KIN_KIND_COUNT] = {
		[KIN_KIND_GIVEN_NAME] = OF(given_priors), [KIN_KIND_FAMILY_NAME] = OF(name_priors),
		[KIN_KIND_FULL_NAME] = OF(name_priors), [KIN_KIND_NAME] = OF(name_priors),
		[KIN_KIND_DATE] = OF(date_priors), [KIN_KIND_SEX] = OF(sex_priors),
		[KIN_KIND_POSTCODE] = OF(postcode_priors), [KIN_KIND_PHONE] = OF(number_priors),
		[KIN_KIND_EMAIL] = OF(email_priors), [KIN_KIND_ADDRESS] = OF(address_priors),
		[KIN_KIND_TOWN] = OF(town_priors), [KIN_KIND_NHS] = OF(id_priors),
		[KIN_KIND_ID] = OF(id_priors), [KIN_KIND_PLACE_ID] = OF(place_id_priors),
		[KIN_KIND_TEXT] = OF(text_priors), [KIN_KIND_NUMBER] = OF(number_priors),
		[KIN_KIND_EXACT] = OF(exact_priors)
	};

	*count = (int)by_kind[kind].count;
	return by_kind[kind].priors;
}
