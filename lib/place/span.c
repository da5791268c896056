#include "kin/place/span.h"

#include "kin/base/ascii.h"
#include "kin/field/when.h"

enum { MOST = 9999 };		/* of any unit */

int
kin_span_read(struct kin_rec *rec, struct kin_str name, struct kin_span *out, struct kin_err *err)
{
	const struct kin_member *member = kin_rec_find(rec, name);
	struct kin_when when;

	*out = (struct kin_span){ kin_rec_member_text(rec, member), KIN_SPAN_EVER_BEFORE,
		KIN_SPAN_EVER_AFTER };
	if (member == NULL)
		return 0;
	if (out->text.len == 0 || !kin_when_read(out->text, &when) || when.date.year == 0)
		return kin_fail_value(err, name, out->text.len > 0 ? out->text : kin_rec_value(rec, member),
		    "not a date as 2020-04-06");
	kin_day_range(when.date, &out->first, &out->last);
	return 0;
}

int32_t
kin_span_day(struct kin_str text)
{
	struct kin_when when;

	if (!kin_when_read(text, &when) || !kin_day_is_whole(when.date))
		return KIN_SPAN_EVER_AFTER;
	return kin_day_number(when.date);
}

static int32_t
months_back(int32_t from, int months)
{
	struct kin_date date = kin_day_date(from);
	int month = date.year * 12 + date.month - 1 - months, length;

	if (month < 12)
		return KIN_SPAN_EVER_BEFORE;
	date.year = (int16_t)(month / 12);
	date.month = (int8_t)(month % 12 + 1);
	length = kin_day_month_length(date.year, date.month);
	if (date.day > length)
		date.day = (int8_t)length;
	return kin_day_number(date);
}

int
kin_span_back(struct kin_str period, int32_t from, int32_t *first, struct kin_err *err)
{
	int count = 0;
	size_t i = 0;

	for (; i < period.len && kin_ascii_is_digit(period.p[i]) && count <= MOST; i++)
		count = count * 10 + (period.p[i] - '0');
	if (i == 0 || i + 1 != period.len || count == 0 || count > MOST)
		return kin_fail(err, "not a period as 90d, 6w, 12m or 2y");
	switch (period.p[i]) {
	case 'd':
		*first = from - count;
		return 0;
	case 'w':
		*first = from - 7 * count;
		return 0;
	case 'm':
		*first = months_back(from, count);
		return 0;
	case 'y':
		*first = months_back(from, 12 * count);
		return 0;
	}
	return kin_fail(err, "not a period as 90d, 6w, 12m or 2y");
}
