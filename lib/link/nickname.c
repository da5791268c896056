#include "kin/link/nickname.h"

#include "kin/base/map.h"
#include "kin/base/mem.h"

static const char *const groups[] = {
#include "nickname.inc"
};

enum { GROUPS = sizeof(groups) / sizeof(groups[0]) };

struct member {
	uint32_t	name;
	uint16_t	group;
};

struct kin_nicknames {
	struct kin_map	*names;
	uint32_t	*start;		/* of each name's groups in group; one more at the end */
	uint16_t	*group;
};

/* Counting sort by name; groups were met in ascending order and stay so. */
static void
index_members(struct kin_nicknames *nicknames, const struct member *members, size_t count)
{
	size_t names = kin_map_count(nicknames->names);
	uint32_t *fill = kin_calloc(names + 1, sizeof(*fill));

	nicknames->start = kin_calloc(names + 1, sizeof(*nicknames->start));
	nicknames->group = kin_calloc(count, sizeof(*nicknames->group));
	for (size_t i = 0; i < count; i++)
		nicknames->start[members[i].name + 1]++;
	for (size_t i = 0; i < names; i++)
		nicknames->start[i + 1] += nicknames->start[i];
	memcpy(fill, nicknames->start, names * sizeof(*fill));
	for (size_t i = 0; i < count; i++)
		nicknames->group[fill[members[i].name]++] = members[i].group;
	kin_free(fill);
}

struct kin_nicknames *
kin_nicknames_new(void)
{
	struct kin_nicknames *nicknames = kin_calloc(1, sizeof(*nicknames));
	struct member *members = NULL;
	size_t count = 0, cap = 0;

	nicknames->names = kin_map_new();
	for (size_t g = 0; g < GROUPS; g++) {
		struct kin_str rest = kin_str_of(groups[g]), name;

		while (kin_str_next(&rest, ' ', &name)) {
			members = kin_grow(members, count, &cap, sizeof(*members));
			members[count++] = (struct member){
				kin_map_add(nicknames->names, name, NULL), (uint16_t)g
			};
		}
	}
	index_members(nicknames, members, count);
	kin_free(members);
	return nicknames;
}

void
kin_nicknames_free(struct kin_nicknames *nicknames)
{
	if (nicknames == NULL)
		return;
	kin_map_free(nicknames->names);
	kin_free(nicknames->start);
	kin_free(nicknames->group);
	kin_free(nicknames);
}

const uint16_t *
kin_nicknames_get(const struct kin_nicknames *nicknames, struct kin_str name, size_t *count)
{
	uint32_t id = kin_map_get(nicknames->names, name);

	*count = 0;
	if (id == KIN_MAP_NONE)
		return NULL;
	*count = nicknames->start[id + 1] - nicknames->start[id];
	return nicknames->group + nicknames->start[id];
}

bool
kin_nicknames_meet(const uint16_t *a, size_t na, const uint16_t *b, size_t nb)
{
	size_t i = 0, j = 0;

	while (i < na && j < nb) {
		if (a[i] == b[j])
			return true;
		if (a[i] < b[j])
			i++;
		else
			j++;
	}
	return false;
}
