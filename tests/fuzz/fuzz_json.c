/* fuzz_json -- any bytes as a record: read, lent, written again, or refused in a reject that is a record. */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "kin/base/utf8.h"
#include "kin/record/rec.h"
#include "kin/record/reject.h"

int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
look_at_all(struct kin_rec *rec)
{
	struct kin_buf key = { 0 };
	struct kin_str text;

	for (size_t i = 0; i < rec->members.count; i++) {
		const struct kin_member *member = &rec->members.list[i];
		size_t at = 0;

		text = kin_rec_member_text(rec, member);
		assert(kin_utf8_check(text) == text.len);
		while (kin_rec_each(rec, member, &at, &text))
			assert(kin_utf8_check(text) == text.len);
	}
	kin_rec_key(rec, &key);
	kin_buf_fini(&key);
}

/* The member put in is there and last, and putting it in again changes nothing. */
static void
write_twice(struct kin_rec *rec)
{
	struct kin_put put = { KIN_STR("to"), KIN_STR("{\"door\":\"hub\"}") };
	struct kin_buf once = { 0 }, twice = { 0 };
	struct kin_rec again = { 0 };
	struct kin_err err = KIN_ERR_NONE;

	kin_rec_write(rec, &put, 1, &once);
	assert(kin_rec_read(&again, kin_buf_str(&once), &err) == 0);
	assert(kin_str_is(kin_rec_raw(&again, KIN_FIELD_TO), put.value));
	assert(kin_rec_member(&again, KIN_FIELD_TO) == &again.members.list[again.members.count - 1]);
	kin_rec_write(&again, &put, 1, &twice);
	assert(kin_str_is(kin_buf_str(&once), kin_buf_str(&twice)));
	kin_rec_fini(&again);
	kin_buf_fini(&once);
	kin_buf_fini(&twice);
}

static void
refuse(struct kin_str line, const struct kin_err *err)
{
	struct kin_buf out = { 0 };
	struct kin_rec reject = { 0 };
	struct kin_err none = KIN_ERR_NONE;

	kin_reject_write(&out, "file", kin_str_of(NULL), line, err);
	assert(kin_rec_read(&reject, kin_buf_str(&out), &none) == 0);
	kin_buf_clear(&out);
	kin_reject_say(&out, "file", err);
	assert(kin_utf8_check(kin_buf_str(&out)) == out.len);
	for (size_t i = 0; i < out.len; i++)
		assert((unsigned char)out.p[i] >= 0x20 && out.p[i] != 0x7f);
	kin_rec_fini(&reject);
	kin_buf_fini(&out);
}

/* The fast scanner, fresh and with the names of the lines before, says what the simple one says. */
static void
scan_both_ways(struct kin_str line)
{
	static struct kin_members warm;
	struct kin_members simple = { 0 };
	struct kin_err err = KIN_ERR_NONE, simple_err = KIN_ERR_NONE;
	int status = kin_json_scan_simply(line, &simple, &simple_err);

	assert(kin_json_scan(line, &warm, &err) == status && warm.count == (status == 0 ? simple.count : warm.count));
	assert(status == 0 || (strcmp(err.text, simple_err.text) == 0 && err.column == simple_err.column));
	for (size_t i = 0; status == 0 && i < simple.count; i++) {
		assert(memcmp(&warm.list[i].name_at, &simple.list[i].name_at, 4 * sizeof(uint32_t)) == 0);
		assert(warm.list[i].type == simple.list[i].type && warm.list[i].field == simple.list[i].field);
		assert(warm.list[i].escaped == simple.list[i].escaped);
	}
	kin_members_fini(&simple);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct kin_str line = { (const char *)data, size };
	struct kin_rec rec = { 0 };
	struct kin_err err = KIN_ERR_NONE;

	scan_both_ways(line);
	if (kin_rec_read(&rec, line, &err) == 0) {
		look_at_all(&rec);
		write_twice(&rec);
	} else {
		refuse(line, &err);
	}
	kin_rec_fini(&rec);
	return 0;
}
