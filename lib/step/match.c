#include "kin/step/match.h"

#include "match_state.h"

struct kin_match *
kin_match_new(const struct kin_match_opts *opts, struct kin_err *err)
{
	struct kin_match *match = kin_calloc(1, sizeof(*match));

	match->opts = *opts;
	match->people = kin_people_new();
	if (opts->compare != NULL && kin_people_choose(match->people, opts->compare, err) != 0) {
		kin_match_free(match);
		return NULL;
	}
	return match;
}

void
kin_match_free(struct kin_match *match)
{
	if (match == NULL)
		return;
	for (size_t i = 0; i < match->lists; i++)
		kin_free(match->list[i].hit);
	kin_free(match->list);
	kin_match_churn_free(match->churn);
	kin_match_stop_free(match->stop);
	kin_members_fini(&match->members);
	kin_people_free(match->people);
	kin_arena_fini(&match->arena);
	kin_rec_fini(&match->rec);
	kin_rec_fini(&match->again);
	kin_buf_fini(&match->value);
	kin_buf_fini(&match->line);
	kin_buf_fini(&match->stats);
	kin_free(match);
}

int
kin_match_model(struct kin_match *match, const char *path, struct kin_err *err)
{
	return kin_people_model(match->people, path, match->opts.blocking, err);
}

static void
open_list(struct kin_match *match, const char *name, enum kin_match_role role)
{
	struct kin_match_one *list;

	match->list = kin_grow(match->list, match->lists, &match->list_cap, sizeof(*match->list));
	list = &match->list[match->lists++];
	*list = (struct kin_match_one){ .name = name, .role = role };
	kin_buf_clear(&match->value);
	kin_json_put_string(&match->value, kin_str_of(name));
	list->quoted = kin_arena_keep(&match->arena, kin_buf_str(&match->value));
}

int
kin_match_list(struct kin_match *match, const char *name, struct kin_err *err)
{
	for (size_t i = 0; i < match->lists; i++) {
		if (match->list[i].role == KIN_MATCH_LIST && strcmp(match->list[i].name, name) == 0)
			return kin_fail(err, "two lists are called \"%s\"", name);
	}
	open_list(match, name, KIN_MATCH_LIST);
	return 0;
}

void
kin_match_since(struct kin_match *match)
{
	match->since = true;
	open_list(match, "since", KIN_MATCH_SINCE);
}

void
kin_match_stops(struct kin_match *match)
{
	match->stop = kin_match_stop_new();
	open_list(match, "stop", KIN_MATCH_STOP);
}

int
kin_match_push_list(void *ctx, struct kin_rec *rec, struct kin_err *err)
{
	struct kin_match *match = ctx;

	(void)err;
	if (kin_people_is_person(rec))
		kin_people_keep(match->people, rec, (uint32_t)match->lists, true);
	return 0;
}

int
kin_match_push(void *ctx, struct kin_rec *rec, struct kin_err *err)
{
	struct kin_match *match = ctx;

	(void)err;
	if (match->stop != NULL)
		kin_match_stop_note(match, rec, kin_people_count(match->people));
	kin_people_keep(match->people, rec, 0, true);
	return 0;
}

/* --- writing ------------------------------------------------------------------ */

/* Members of the lists that was there, without those that this run makes anew. */
static void
keep_lists(struct kin_match *match, const struct kin_people_record *kept, struct kin_buf *out)
{
	struct kin_err err = KIN_ERR_NONE;
	struct kin_str old;

	kin_rec_read(&match->rec, kept->line, &err);
	old = kin_rec_raw(&match->rec, KIN_FIELD_LISTS);
	if (old.len == 0 || old.p[0] != '{' || kin_json_scan(old, &match->members, &err) != 0)
		return;
	for (size_t i = 0; i < match->members.count; i++) {
		const struct kin_member *member = &match->members.list[i];
		size_t from = member->name_at - 1;
		struct kin_str quoted = kin_str(old.p + from, member->name_len + 2);
		bool ours = false;

		for (size_t j = 0; j < match->lists; j++)
			ours = ours || (match->list[j].role == KIN_MATCH_LIST && kin_str_is(quoted, match->list[j].quoted));
		if (ours)
			continue;
		if (out->p[out->len - 1] != '{')
			kin_buf_putc(out, ',');
		kin_buf_add(out, kin_str(old.p + from,
		    member->value_at + member->value_len - from));
	}
}

static void
put_hit(struct kin_match *match, const struct kin_match_one *list, const struct kin_match_hit *hit)
{
	struct kin_buf *out = &match->value;

	if (out->p[out->len - 1] != '{')
		kin_buf_putc(out, ',');
	kin_buf_add(out, list->quoted);
	kin_buf_puts(out, ":{\"id\":");
	kin_json_put_string(out, kin_people_at(match->people, hit->place)->name);
	kin_json_put_name(out, "probability");
	kin_json_put_number(out, hit->probability, 4);
	if (hit->why.len > 0) {
		kin_json_put_name(out, "why");
		kin_buf_add(out, hit->why);
	}
	kin_buf_putc(out, '}');
}

static bool
is_on(const struct kin_match_one *list, size_t place)
{
	return list->role == KIN_MATCH_LIST && list->hit[place].place != KIN_LINK_NONE;
}

/* What member lists becomes, in match->value; the empty slice when it is none. */
static struct kin_str
lists_of(struct kin_match *match, const struct kin_people_record *kept, size_t place)
{
	struct kin_buf *out = &match->value;

	kin_buf_clear(out);
	kin_buf_putc(out, '{');
	if (kept->has_lists)
		keep_lists(match, kept, out);
	for (size_t i = 0; i < match->lists; i++) {
		if (is_on(&match->list[i], place))
			put_hit(match, &match->list[i], &match->list[i].hit[place]);
	}
	kin_buf_putc(out, '}');
	return out->len > 2 ? kin_buf_str(out) : kin_str(NULL, 0);
}

/* Is a person left out, by one of the --only options? */
static bool
is_left_out(const struct kin_match *match, const struct kin_people_record *kept, size_t place)
{
	bool on_one = false, same = false;

	for (size_t i = 0; i < match->lists; i++)
		on_one = on_one || is_on(&match->list[i], place);
	if (match->churn != NULL && kept->person)
		kin_match_churn_of(match, place, &same);
	if (match->opts.only_changes && (!kept->person || same))
		return true;
	return match->opts.only != KIN_MATCH_ALL
	    && (!kept->person || on_one != (match->opts.only == KIN_MATCH_MATCHED));
}

/* Had the record the member before this run? */
static bool
had(struct kin_match *match, const struct kin_people_record *kept, struct kin_str name)
{
	struct kin_err err = KIN_ERR_NONE;

	return kin_rec_read(&match->rec, kept->line, &err) == 0 && kin_rec_find(&match->rec, name) != NULL;
}

/* A member of this run, when it was asked for and there is something to say or to take out. */
static void
put(struct kin_match *match, const struct kin_people_record *kept, struct kin_put *puts, size_t *count,
    struct kin_put member, bool *replace)
{
	bool was = had(match, kept, member.name);

	if (member.value.len > 0 || was)
		puts[(*count)++] = member;
	*replace = *replace || was;
}

static void
write_person(struct kin_match *match, const struct kin_people_record *kept, size_t place)
{
	struct kin_put puts[3], lists = { KIN_STR("lists"), lists_of(match, kept, place) };
	bool replace = kept->has_lists, sure = false;
	kin_sink *sink = match->opts.sink;
	void *ctx = match->opts.sink_ctx;
	size_t count = 0;

	if (lists.value.len > 0 || kept->has_lists)
		puts[count++] = lists;
	if (match->churn != NULL)
		put(match, kept, puts, &count, (struct kin_put){ KIN_STR("churn"),
		    kin_match_churn_of(match, place, &sure) }, &replace);
	if (match->stop != NULL) {
		struct kin_put stop = { KIN_STR("stop"), kin_match_stop_of(match, place, &sure) };

		put(match, kept, puts, &count, stop, &replace);
		if (stop.value.len > 0 && sure && match->opts.stopped != NULL) {
			sink = match->opts.stopped;
			ctx = match->opts.stopped_ctx;
			match->stopped++;
		}
	}
	kin_buf_clear(&match->line);
	if (count > 0)
		kin_people_write(kept, replace ? &match->again : NULL, puts, count, &match->line);
	sink(ctx, count > 0 ? kin_buf_str(&match->line) : kept->line);
}

static void
write_record(struct kin_match *match, size_t place)
{
	const struct kin_people_record *kept = kin_people_at(match->people, place);

	if (is_left_out(match, kept, place))
		match->left_out++;
	else if (!kept->person)
		match->opts.sink(match->opts.sink_ctx, kept->line);
	else
		write_person(match, kept, place);
}

/* Links every list, and counts what was found. */
static int
link_lists(struct kin_match *match, struct kin_err *err)
{
	kin_json_put_name(&match->stats, "lists");
	kin_buf_putc(&match->stats, '{');
	for (size_t i = 0; i < match->lists; i++) {
		if (kin_match_link(match, (uint32_t)i + 1, err) != 0)
			return -1;
	}
	kin_buf_putc(&match->stats, '}');
	return 0;
}

int
kin_match_finish(struct kin_match *match, struct kin_err *err)
{
	kin_people_settle(match->people);
	kin_people_say_absent(match->people, match->opts.say, match->opts.say_ctx);
	kin_people_notice(match->people, match->opts.say, match->opts.say_ctx);
	if (match->since)
		match->churn = kin_match_churn_new(match);
	if (link_lists(match, err) != 0)
		return -1;
	for (size_t i = 0; i < kin_people_count(match->people); i++) {
		if (kin_people_at(match->people, i)->list == 0)
			write_record(match, i);
	}
	if (match->churn != NULL) {
		kin_match_churn_gone(match);
		kin_match_churn_tell(match);
	}
	if (match->stop != NULL)
		kin_match_stop_tell(match);
	kin_json_put_name(&match->stats, "left_out");
	kin_json_put_whole(&match->stats, (long long)match->left_out);
	if (match->churn != NULL) {
		kin_json_put_name(&match->stats, "added");
		kin_json_put_whole(&match->stats, (long long)match->added);
	}
	if (match->opts.stopped != NULL) {
		kin_json_put_name(&match->stats, "stopped");
		kin_json_put_whole(&match->stats, (long long)match->stopped);
	}
	return 0;
}

void
kin_match_stats(const struct kin_match *match, struct kin_buf *out)
{
	if (out->len > 0)
		kin_buf_putc(out, ',');
	kin_buf_add(out, kin_buf_str(&match->stats));
}
