#include "kin/tally/bucket.h"

#include "kin/field/when.h"

enum { DAY_LEN = 10 };			/* 2020-04-09 */

static const char *const months[] = { "January", "February", "March", "April", "May", "June",
	"July", "August", "September", "October", "November", "December" };

enum kin_bucket
kin_bucket_of(struct kin_str word)
{
	if (kin_str_is(word, KIN_STR("day")))
		return KIN_BUCKET_DAY;
	if (kin_str_is(word, KIN_STR("week")))
		return KIN_BUCKET_WEEK;
	if (kin_str_is(word, KIN_STR("month")))
		return KIN_BUCKET_MONTH;
	return KIN_BUCKET_NONE;
}

int32_t
kin_bucket_day(struct kin_str text)
{
	struct kin_when when;

	/* a time of day is let be: what matters here is the day */
	if (text.len > DAY_LEN && (text.p[DAY_LEN] == 'T' || text.p[DAY_LEN] == ' '))
		text.len = DAY_LEN;
	if (text.len != DAY_LEN || !kin_when_read(text, &when) || !kin_day_is_whole(when.date))
		return KIN_BUCKET_NO_DAY;
	return kin_day_number(when.date);
}

int32_t
kin_bucket_months_later(int32_t day, int later)
{
	struct kin_date date = kin_day_date(day);
	int month = date.year * 12 + date.month - 1 + later;
	int last = kin_day_month_length(month / 12, month % 12 + 1);

	date.year = (int16_t)(month / 12);
	date.month = (int8_t)(month % 12 + 1);
	date.day = date.day < last ? date.day : (int8_t)last;
	return kin_day_number(date);
}

static void
put_digits(struct kin_buf *out, int number, int len)
{
	char *to = kin_buf_room(out, (size_t)len);

	for (int i = len - 1; i >= 0; i--, number /= 10)
		to[i] = (char)('0' + number % 10);
	out->len += (size_t)len;
}

static void
put_week(struct kin_buf *out, int32_t day)
{
	int year, week;

	kin_day_week(day, &year, &week);
	put_digits(out, year, 4);
	kin_buf_puts(out, "-W");
	put_digits(out, week, 2);
}

void
kin_bucket_label(struct kin_buf *out, enum kin_bucket every, int32_t day)
{
	struct kin_date date = kin_day_date(day);

	if (every == KIN_BUCKET_WEEK) {
		put_week(out, day);
		return;
	}
	put_digits(out, date.year, 4);
	kin_buf_putc(out, '-');
	put_digits(out, date.month, 2);
	if (every == KIN_BUCKET_MONTH)
		return;
	kin_buf_putc(out, '-');
	put_digits(out, date.day, 2);
}

void
kin_bucket_words(struct kin_buf *out, int32_t day)
{
	struct kin_date date = kin_day_date(day);

	kin_buf_printf(out, "%d %s %d", date.day, months[date.month - 1], date.year);
}
