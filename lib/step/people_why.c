/* The engine's answers in words and numbers. */
#include <math.h>

#include "people_state.h"

/* A value as it was compared; the engine marks where an address's numbers end. */
static void
put_value(struct kin_buf *text, struct kin_str value)
{
	size_t from = text->len;

	kin_buf_add(text, value);
	for (size_t i = from; i < text->len; i++) {
		if (text->p[i] == '|')
			text->p[i] = ' ';
	}
}

/* "bob" and "robert", or one of them when they are the same. */
static void
put_values(struct kin_buf *text, const struct kin_link_part *part)
{
	if (part->a.len == 0 && part->b.len == 0)
		return;
	kin_buf_puts(text, ", ");
	put_value(text, part->a);
	if (!kin_str_is(part->a, part->b)) {
		kin_buf_puts(text, " and ");
		put_value(text, part->b);
	}
}

static void
put_reason(struct kin_buf *out, const struct kin_buf *text)
{
	if (out->p[out->len - 1] != '[')
		kin_buf_putc(out, ',');
	kin_json_put_string(out, kin_buf_str(text));
}

void
kin_people_why_other(struct kin_people *people, const char *what, uint32_t number,
    double weight, const char *veto, struct kin_buf *out)
{
	struct kin_buf *text = &people->reader.text;

	kin_buf_clear(text);
	kin_buf_printf(text, "%s ", what);
	kin_buf_add(text, kin_people_of(people, number)->name);
	kin_buf_printf(text, ": weight %.1f", weight);
	if (veto != NULL)
		kin_buf_printf(text, ", ruled out by %s", veto);
	put_reason(out, text);
}

void
kin_people_why(struct kin_people *people, struct kin_link *link, uint32_t a, uint32_t b,
    struct kin_buf *out)
{
	struct kin_link_part parts[KIN_LINK_PARTS];
	struct kin_link_pair pair;

	kin_link_explain(link, a, b, &pair, parts);
	for (size_t i = 0; i < kin_link_parts(link); i++) {
		struct kin_buf *text = &people->reader.text;

		if (parts[i].level < 0)
			continue;
		kin_buf_clear(text);
		kin_buf_printf(text, "%s %s", kin_link_part_name(link, i), parts[i].label);
		put_values(text, &parts[i]);
		kin_buf_printf(text, ": %+.1f", parts[i].weight + parts[i].frequency);
		if (fabs(parts[i].frequency) >= 1.0)
			kin_buf_printf(text, " (%s: %+.1f)", parts[i].frequency > 0 ? "rare" : "common",
			    parts[i].frequency);
		put_reason(out, text);
	}
}

void
kin_people_levels(const struct kin_link *link, const struct kin_link_part *parts,
    struct kin_buf *out)
{
	bool first = true;

	kin_buf_putc(out, '{');
	for (size_t i = 0; i < kin_link_parts(link); i++) {
		if (parts[i].level < 0)
			continue;
		if (!first)
			kin_buf_putc(out, ',');
		first = false;
		kin_json_put_string(out, kin_str_of(kin_link_part_name(link, i)));
		kin_buf_putc(out, ':');
		kin_json_put_string(out, kin_str_of(parts[i].label));
	}
	kin_buf_putc(out, '}');
}

bool
kin_people_field_name(const struct kin_people *people, size_t nth, struct kin_str *name)
{
	if (nth >= people->labels)
		return false;
	*name = people->field[people->label[nth]].name;
	return true;
}

void
kin_people_text(struct kin_people *people, const struct kin_people_record *record, size_t nth,
    struct kin_buf *out)
{
	bool first = true;

	kin_people_gather(people, &people->reader, record);
	for (size_t i = 0; i < people->reader.values; i++) {
		if (people->reader.value[i].field != nth)
			continue;
		if (!first)
			kin_buf_puts(out, " / ");
		first = false;
		kin_buf_add(out, people->reader.value[i].text);
	}
}

static void
put_number(struct kin_buf *out, const char *name, double number, int decimals)
{
	kin_json_put_name(out, name);
	kin_json_put_number(out, number, decimals);
}

static void
put_whole(struct kin_buf *out, const char *name, long long number)
{
	kin_json_put_name(out, name);
	kin_json_put_whole(out, number);
}

static void
put_truth(struct kin_buf *out, const char *name, bool truth)
{
	kin_json_put_name(out, name);
	kin_buf_puts(out, truth ? "true" : "false");
}

/* An estimate and the ends of its interval. */
static void
put_estimate(struct kin_buf *out, const char *name, double value, double low, double high)
{
	kin_json_put_name(out, name);
	kin_buf_putc(out, '[');
	kin_json_put_number(out, value, 4);
	kin_buf_putc(out, ',');
	kin_json_put_number(out, low, 4);
	kin_buf_putc(out, ',');
	kin_json_put_number(out, high, 4);
	kin_buf_putc(out, ']');
}

void
kin_people_say_rules(const struct kin_link *link, kin_people_say *say, void *ctx)
{
	struct kin_link_report report;
	struct kin_buf text = { 0 };

	kin_link_report(link, &report);
	if (report.rules == 0)
		return;
	kin_buf_printf(&text, "all pairs are compared; the model's blocking rules would lose %llu of"
	    " %llu pairs over the cut", (unsigned long long)report.rules_lose,
	    (unsigned long long)report.over_cut);
	say(ctx, kin_buf_text(&text));
	kin_buf_fini(&text);
}

void
kin_people_stats(const struct kin_link *link, struct kin_buf *out)
{
	const struct kin_model *model = kin_link_model(link);
	struct kin_link_report report;

	kin_link_report(link, &report);
	put_whole(out, "pairs", (long long)report.pairs);
	put_whole(out, "scored", (long long)report.scored);
	put_whole(out, "patterns", report.patterns);
	put_whole(out, "classes", model->household > 0 ? 3 : 2);
	put_number(out, "lambda", model->same, 9);
	put_whole(out, "iterations", report.iterations);
	put_truth(out, "converged", report.converged);
	put_truth(out, "priors", report.small);
	if (report.rules > 0)
		put_whole(out, "rules_lose", (long long)report.rules_lose);
	put_truth(out, "one_to_one", report.one_to_one);
	put_number(out, "cut", report.cut, 3);
	put_estimate(out, "precision", report.precision, report.precision_low, report.precision_high);
	put_estimate(out, "recall", report.recall, report.recall_low, report.recall_high);
	put_estimate(out, "f1", report.f1, report.f1_low, report.f1_high);
}
