#include "kin/link/components.h"

#include <assert.h>

#include "kin/base/mem.h"

static uint32_t
root_of(uint32_t *parent, uint32_t i)
{
	while (parent[i] != i)
		i = parent[i] = parent[parent[i]];
	return i;
}

static void
unite(uint32_t *parent, uint32_t *size, uint32_t a, uint32_t b)
{
	a = root_of(parent, a);
	b = root_of(parent, b);
	if (a == b)
		return;
	if (size[a] < size[b]) {
		uint32_t swap = a;

		a = b;
		b = swap;
	}
	parent[b] = a;
	size[a] += size[b];
}

static uint32_t *
unite_all(uint32_t records, const uint32_t *together, const struct kin_edge *edges, size_t count)
{
	uint32_t *parent = kin_alloc(records * sizeof(*parent) + 1);
	uint32_t *size = kin_alloc(records * sizeof(*size) + 1);

	for (uint32_t i = 0; i < records; i++) {
		parent[i] = i;
		size[i] = 1;
	}
	for (uint32_t i = 0; i < records; i++)
		unite(parent, size, i, together[i]);
	for (size_t e = 0; e < count; e++)
		unite(parent, size, edges[e].a, edges[e].b);
	kin_free(size);
	return parent;
}

void
kin_components_find(struct kin_components *components, uint32_t records, const uint32_t *together,
    const struct kin_edge *edges, size_t count)
{
	uint32_t *parent = unite_all(records, together, edges, count);
	uint32_t *number = kin_calloc((size_t)records + 1, sizeof(*number));
	uint32_t *of_edge = kin_alloc(count * sizeof(*of_edge) + 1);
	size_t *fill;

	assert(count < UINT32_MAX);
	*components = (struct kin_components){ 0 };
	for (size_t e = 0; e < count; e++) {
		uint32_t root = root_of(parent, edges[e].a);

		if (number[root] == 0)
			number[root] = (uint32_t)++components->count;
		of_edge[e] = number[root] - 1;
	}
	components->start = kin_calloc(components->count + 1, sizeof(*components->start));
	fill = kin_calloc(components->count + 1, sizeof(*fill));
	components->edge = kin_alloc(count * sizeof(*components->edge) + 1);
	for (size_t e = 0; e < count; e++)
		components->start[of_edge[e] + 1]++;
	for (size_t c = 0; c < components->count; c++)
		fill[c + 1] = components->start[c + 1] += components->start[c];
	for (size_t e = 0; e < count; e++)
		components->edge[fill[of_edge[e]]++] = (uint32_t)e;
	kin_free(fill);
	kin_free(of_edge);
	kin_free(number);
	kin_free(parent);
}

void
kin_components_fini(struct kin_components *components)
{
	kin_free(components->start);
	kin_free(components->edge);
	*components = (struct kin_components){ 0 };
}
