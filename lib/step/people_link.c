/* Records into the engine, each with the number of its list. */
#include <assert.h>
#include <stdlib.h>

#include "kin/base/par.h"
#include "people_state.h"

struct kin_link *
kin_people_open(struct kin_people *people, uint32_t other, const struct kin_link_opts *opts)
{
	struct kin_field_spec specs[KIN_MODEL_FIELDS];
	uint32_t seen = people->lists > 0 ? people->seen[0] : 0;

	if (other < people->lists)
		seen |= people->seen[other];
	people->labels = 0;
	for (size_t i = 0; i < people->fields; i++) {
		const struct kin_people_field *field = &people->field[i];

		if (!(seen >> i & 1))
			continue;
		specs[people->labels] = (struct kin_field_spec){ field->name.p, field->kind,
		    field->shared };
		people->label[people->labels++] = (int)i;
	}
	return people->labels ? kin_link_new(specs, people->labels, opts) : NULL;
}

void
kin_people_number(struct kin_people *people, size_t place, uint32_t number)
{
	uint32_t next = (uint32_t)place;

	people->place = kin_grow(people->place, people->numbers, &people->place_cap,
	    sizeof(*people->place));
	people->place[people->numbers++] = (uint32_t)place;
	assert(people->numbers - 1 == number);
	for (; next != KIN_LINK_NONE; next = people->record[next].next)
		people->record[next].number = number;
}

void
kin_people_forget_numbers(struct kin_people *people)
{
	for (size_t i = 0; i < people->count; i++)
		people->record[i].number = KIN_LINK_NONE;
	people->numbers = 0;
}

bool
kin_people_is_asked(const struct kin_people *people, size_t place, uint32_t other)
{
	const struct kin_people_record *kept = &people->record[place];

	return kept->person && (kept->list == 0 || kept->list == other)
	    && (kept->group == KIN_LINK_NONE || people->head[kept->group] == place);
}

static int
by_text(const void *x, const void *y)
{
	return kin_str_cmp(*(const struct kin_str *)x, *(const struct kin_str *)y);
}

/* The name of the list that a record is from; empty where it does not say. */
static struct kin_str
list_of(const struct kin_people_record *kept)
{
	return kin_str(kept->name.p, kept->person && kept->has_source ? kin_str_find(kept->name, ':', 0) : 0);
}

/* For each name of a list its place in their order. */
static uint32_t *
rank_names(const struct kin_map *names)
{
	uint32_t count = kin_map_count(names), *rank = kin_calloc(count + 1, sizeof(*rank));
	struct kin_str *sorted = kin_calloc(count + 1, sizeof(*sorted));

	for (uint32_t i = 0; i < count; i++)
		sorted[i] = kin_map_key(names, i);
	qsort(sorted, count, sizeof(*sorted), by_text);
	for (uint32_t i = 0; i < count; i++)
		rank[kin_map_get(names, sorted[i])] = i;
	kin_free(sorted);
	return rank;
}

/*
 * The engine's list of each record: 0 of the stream and 1 of a reference list; where
 * there is none, the list that it is from, in the order of their names.
 */
static uint32_t *
number_lists(const struct kin_people *people, uint32_t other)
{
	uint32_t *list = kin_calloc(people->count + 1, sizeof(*list)), *rank;
	struct kin_map *names = kin_map_new();

	for (size_t i = 0; i < people->count; i++)
		list[i] = other ? people->record[i].list != 0 :
		    kin_map_add(names, list_of(&people->record[i]), NULL);
	rank = rank_names(names);
	for (size_t i = 0; other == 0 && i < people->count; i++)
		list[i] = rank[list[i]];
	kin_free(rank);
	kin_map_free(names);
	return list;
}

/* The records that the engine asks for, each thread with a reader of its own. */
struct asking {
	const struct kin_people		*people;
	const uint32_t			*list;
	struct kin_people_reader	 reader[KIN_PAR_MOST];
};

static void
ask(void *ctx, size_t nth, int thread, struct kin_link_record *out)
{
	struct asking *asking = ctx;
	struct kin_people_reader *reader = &asking->reader[thread];
	uint32_t place = asking->people->place[nth];

	kin_people_gather(asking->people, reader, &asking->people->record[place]);
	*out = (struct kin_link_record){ asking->people->record[place].key, asking->list[place],
	    reader->value, reader->values };
}

static void
add_all(const struct kin_people *people, const uint32_t *list, struct kin_link *link)
{
	struct asking *asking = kin_calloc(1, sizeof(*asking));

	asking->people = people;
	asking->list = list;
	kin_link_add_all(link, people->numbers, ask, asking);
	for (int t = 0; t < KIN_PAR_MOST; t++)
		kin_people_fini_reader(&asking->reader[t]);
	kin_free(asking);
}

struct kin_link *
kin_people_link(struct kin_people *people, uint32_t other, const struct kin_link_opts *opts,
    kin_people_say *say, void *ctx)
{
	struct kin_link_opts with = *opts;
	struct kin_link *link;
	uint32_t *list;

	if (people->model.splink != NULL)
		return kin_people_link_splink(people, other, opts, say, ctx);
	with.model = people->model.own;
	link = kin_people_open(people, other, &with);
	list = number_lists(people, other);
	kin_people_forget_numbers(people);
	for (size_t i = 0; link != NULL && i < people->count; i++) {
		if (kin_people_is_asked(people, i, other))
			kin_people_number(people, i, (uint32_t)people->numbers);
	}
	if (link != NULL)
		add_all(people, list, link);
	kin_free(list);
	return link;
}
