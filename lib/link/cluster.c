#include "kin/link/cluster.h"

#include <math.h>
#include "kin/base/mem.h"
#include "kin/base/par.h"
#include "kin/link/components.h"

enum { COMPONENTS = 256 };	/* clustered by one thread at a time */

/* Sums over the pairs across two clusters. */
struct pool {
	double	log[KIN_CLASS_SAME], odds[KIN_CLASS_SAME];
	double	pairs;
};

struct bond {
	uint32_t	a, b;		/* the two clusters, by their smallest record; a < b */
	double		weight;
	double		prior[KIN_CLASS_SAME];	/* the least of all pairs across */
	bool		dead, veto;
	bool		pooled;		/* else two single records, of which the weight alone is known */
	struct pool	pool[];
};

struct list {
	struct bond	**bonds;
	size_t		  count, cap;
};

struct heap {
	struct bond	**bonds;
	size_t		  count, cap;
};

/* What one thread works on; the arrays by record are shared, each record is in one component. */
struct work {
	const struct kin_score		*score;
	const struct kin_compare	*compare;
	size_t				 fields;
	double				 cut;
	uint32_t			*next, *last;		/* members as linked lists */
	struct list			*bonds;			/* of each cluster */
	struct heap			 heap;
	struct bond			**all;
	size_t				 all_count, all_cap;
};

/* --- judging ----------------------------------------------------------------- */

static void
add_evidence(const struct kin_score *score, size_t fields, struct bond *bond, uint32_t a, uint32_t b)
{
	struct kin_evidence evidence;
	const double *prior;

	kin_score_pair(score, a < b ? a : b, a < b ? b : a, &evidence);
	prior = kin_score_prior(score, evidence.stratum);
	for (int c = 0; c < KIN_CLASS_SAME; c++)
		bond->prior[c] = fmin(bond->prior[c], prior[c]);
	for (size_t f = 0; f < fields; f++) {
		struct pool *pool = &bond->pool[f];

		if (kin_pattern_level(evidence.pattern, f) == KIN_LEVEL_NONE)
			continue;
		pool->pairs++;
		for (int c = 0; c < KIN_CLASS_SAME; c++) {
			pool->log[c] += evidence.of[c][f];
			pool->odds[c] += exp2(evidence.of[c][f]);
		}
	}
}

static void
add_pair(struct work *work, struct bond *bond, uint32_t a, uint32_t b)
{
	add_evidence(work->score, work->fields, bond, a, b);
	bond->veto = bond->veto || (work->compare && kin_compare_veto(work->compare, a, b) != KIN_VETO_NONE);
}

static double
weight_of(size_t fields, const struct bond *bond)
{
	double odds[KIN_CLASS_SAME];

	memcpy(odds, bond->prior, sizeof(odds));
	for (size_t f = 0; f < fields; f++) {
		const struct pool *pool = &bond->pool[f];

		if (pool->pairs == 0.0)
			continue;
		for (int c = 0; c < KIN_CLASS_SAME; c++)
			odds[c] += 0.5 * (pool->log[c] / pool->pairs + log2(pool->odds[c] / pool->pairs));
	}
	return bond->veto ? -INFINITY : kin_score_join(odds);
}

/* --- the heap: best bond first ------------------------------------------------ */

static bool
is_better(const struct bond *x, const struct bond *y)
{
	if (x->weight != y->weight)
		return x->weight > y->weight;
	return x->a != y->a ? x->a < y->a : x->b < y->b;
}

static void
push(struct heap *heap, struct bond *bond)
{
	size_t at = heap->count;

	heap->bonds = kin_grow(heap->bonds, heap->count, &heap->cap, sizeof(struct bond *));
	heap->count++;
	for (; at > 0 && is_better(bond, heap->bonds[(at - 1) / 2]); at = (at - 1) / 2)
		heap->bonds[at] = heap->bonds[(at - 1) / 2];
	heap->bonds[at] = bond;
}

static struct bond *
pop(struct heap *heap)
{
	struct bond *top = heap->bonds[0], *last = heap->bonds[--heap->count];
	size_t at = 0;

	for (size_t child; (child = 2 * at + 1) < heap->count; at = child) {
		if (child + 1 < heap->count && is_better(heap->bonds[child + 1], heap->bonds[child]))
			child++;
		if (!is_better(heap->bonds[child], last))
			break;
		heap->bonds[at] = heap->bonds[child];
	}
	heap->bonds[at] = last;
	return top;
}

/* --- joining ------------------------------------------------------------------ */

static struct bond *
new_bond(struct work *work, uint32_t a, uint32_t b)
{
	struct bond *bond = kin_calloc(1, sizeof(*bond) + work->fields * sizeof(struct pool));

	work->all = kin_grow(work->all, work->all_count, &work->all_cap, sizeof(struct bond *));
	work->all[work->all_count++] = bond;
	bond->a = a < b ? a : b;
	bond->b = a < b ? b : a;
	for (int c = 0; c < KIN_CLASS_SAME; c++)
		bond->prior[c] = INFINITY;
	return bond;
}

static void
hang(struct work *work, struct bond *bond)
{
	struct list *a = &work->bonds[bond->a], *b = &work->bonds[bond->b];

	a->bonds = kin_grow(a->bonds, a->count, &a->cap, sizeof(struct bond *));
	a->bonds[a->count++] = bond;
	b->bonds = kin_grow(b->bonds, b->count, &b->cap, sizeof(struct bond *));
	b->bonds[b->count++] = bond;
}

static void
add_all(struct work *work, struct bond *bond, uint32_t a, uint32_t b)
{
	for (uint32_t i = a; i != UINT32_MAX; i = work->next[i]) {
		for (uint32_t j = b; j != UINT32_MAX; j = work->next[j])
			add_pair(work, bond, i, j);
	}
}

static void
add_pool(struct work *work, struct bond *to, struct bond *from)
{
	if (!from->pooled)
		add_evidence(work->score, work->fields, from, from->a, from->b);
	from->pooled = true;
	for (int c = 0; c < KIN_CLASS_SAME; c++)
		to->prior[c] = fmin(to->prior[c], from->prior[c]);
	to->veto = to->veto || from->veto;
	for (size_t f = 0; f < work->fields; f++) {
		for (int c = 0; c < KIN_CLASS_SAME; c++) {
			to->pool[f].log[c] += from->pool[f].log[c];
			to->pool[f].odds[c] += from->pool[f].odds[c];
		}
		to->pool[f].pairs += from->pool[f].pairs;
	}
}

static uint32_t
other(const struct bond *bond, uint32_t cluster)
{
	return bond->a == cluster ? bond->b : bond->a;
}

static struct bond *
find_bond(const struct list *list, uint32_t cluster)
{
	for (size_t i = 0; i < list->count; i++) {
		if (!list->bonds[i]->dead && (list->bonds[i]->a == cluster || list->bonds[i]->b == cluster))
			return list->bonds[i];
	}
	return NULL;
}

/* b goes into a: their bonds to each third cluster become one. */
static void
join(struct work *work, uint32_t a, uint32_t b)
{
	struct list old_a = work->bonds[a], old_b = work->bonds[b];
	const struct list *olds[2] = { &old_a, &old_b };

	work->bonds[a] = work->bonds[b] = (struct list){ 0 };
	for (int side = 0; side < 2; side++) {
		uint32_t here = side ? b : a, there = side ? a : b;

		for (size_t i = 0; i < olds[side]->count; i++) {
			struct bond *bond = olds[side]->bonds[i], *twin, *sum;
			uint32_t third;

			if (bond->dead)
				continue;
			third = other(bond, here);
			if (third == there) {
				bond->dead = true;
				continue;
			}
			twin = find_bond(olds[!side], third);
			sum = new_bond(work, a, third);
			sum->pooled = true;
			add_pool(work, sum, bond);
			if (twin != NULL)
				add_pool(work, sum, twin);
			else
				add_all(work, sum, there, third);
			bond->dead = true;
			if (twin != NULL)
				twin->dead = true;
			sum->weight = weight_of(work->fields, sum);
			hang(work, sum);
			if (sum->weight >= work->cut)
				push(&work->heap, sum);
		}
	}
	work->next[work->last[a]] = b;
	work->last[a] = work->last[b];
	kin_free(old_a.bonds);
	kin_free(old_b.bonds);
}

static void
start(struct work *work, uint32_t records, const uint32_t *cluster)
{
	work->next = kin_alloc(records * sizeof(*work->next) + 1);
	work->last = kin_alloc(records * sizeof(*work->last) + 1);
	work->bonds = kin_calloc((size_t)records + 1, sizeof(*work->bonds));
	for (uint32_t i = 0; i < records; i++) {
		work->next[i] = UINT32_MAX;
		work->last[i] = i;
		if (cluster[i] == i)
			continue;
		work->next[work->last[cluster[i]]] = i;
		work->last[cluster[i]] = i;
	}
}

/* Two clusters that an edge joins; two single records need no more than its weight. */
static void
start_bond(struct work *work, uint32_t a, uint32_t b, double weight)
{
	struct bond *bond = new_bond(work, a, b);

	if (work->next[a] == UINT32_MAX && work->next[b] == UINT32_MAX) {
		bond->veto = work->compare && kin_compare_veto(work->compare, a, b) != KIN_VETO_NONE;
		bond->weight = bond->veto ? -INFINITY : weight;
	} else {
		add_all(work, bond, a, b);
		bond->pooled = true;
		bond->weight = weight_of(work->fields, bond);
	}
	hang(work, bond);
	if (bond->weight >= work->cut)
		push(&work->heap, bond);
}

static void
end_component(struct work *work)
{
	for (size_t i = 0; i < work->all_count; i++) {
		for (int side = 0; side < 2; side++) {
			struct list *list = &work->bonds[side ? work->all[i]->b : work->all[i]->a];

			kin_free(list->bonds);
			*list = (struct list){ 0 };
		}
		kin_free(work->all[i]);
	}
	work->all_count = work->heap.count = 0;
}

/* All components; of each thread a work of its own. */
struct run {
	struct work			 of_thread[KIN_PAR_MOST];
	const struct kin_components	*components;
	const struct kin_edge		*edges;
	const uint32_t			*cluster;	/* as it was at the start */
};

static void
cluster_component(struct work *work, const struct run *run, size_t component)
{
	const struct kin_components *components = run->components;

	for (size_t i = components->start[component]; i < components->start[component + 1]; i++) {
		const struct kin_edge *edge = &run->edges[components->edge[i]];
		uint32_t a = run->cluster[edge->a], b = run->cluster[edge->b];

		if (a != b && find_bond(&work->bonds[a], b) == NULL)
			start_bond(work, a, b, edge->weight);
	}
	while (work->heap.count > 0) {
		struct bond *bond = pop(&work->heap);

		if (!bond->dead)
			join(work, bond->a, bond->b);
	}
	end_component(work);
}

static void
cluster_piece(void *ctx, size_t piece, int thread)
{
	struct run *run = ctx;
	size_t to = (piece + 1) * COMPONENTS;

	for (size_t c = piece * COMPONENTS; c < to && c < run->components->count; c++)
		cluster_component(&run->of_thread[thread], run, c);
}

/* What is joined goes behind a smaller record: the first met heads its list. */
static void
name_clusters(const struct work *work, uint32_t records, uint32_t *cluster)
{
	for (uint32_t i = 0; i < records; i++)
		cluster[i] = UINT32_MAX;
	for (uint32_t i = 0; i < records; i++) {
		for (uint32_t j = cluster[i] == UINT32_MAX ? i : UINT32_MAX; j != UINT32_MAX;
		    j = work->next[j])
			cluster[j] = i;
	}
}

void
kin_cluster(const struct kin_score *score, const struct kin_compare *compare, uint32_t records,
    size_t fields, const struct kin_edge *edges, size_t count, double cut, int threads,
    uint32_t *cluster)
{
	struct work work = { .score = score, .compare = compare, .fields = fields, .cut = cut };
	struct run *run = kin_calloc(1, sizeof(*run));
	struct kin_components components;

	kin_components_find(&components, records, cluster, edges, count);
	start(&work, records, cluster);
	run->components = &components;
	run->edges = edges;
	run->cluster = cluster;
	for (int t = 0; t < KIN_PAR_MOST; t++)
		run->of_thread[t] = work;
	kin_par(threads, components.count / COMPONENTS + 1, cluster_piece, run);
	name_clusters(&work, records, cluster);
	for (int t = 0; t < KIN_PAR_MOST; t++) {
		kin_free(run->of_thread[t].all);
		kin_free(run->of_thread[t].heap.bonds);
	}
	kin_free(work.bonds);
	kin_free(work.next);
	kin_free(work.last);
	kin_free(run);
	kin_components_fini(&components);
}

double
kin_cluster_weight(const struct kin_score *score, size_t fields, uint32_t record,
    const uint32_t *others, size_t count)
{
	struct bond *bond = kin_calloc(1, sizeof(*bond) + fields * sizeof(struct pool));
	double weight;

	for (int c = 0; c < KIN_CLASS_SAME; c++)
		bond->prior[c] = INFINITY;
	for (size_t i = 0; i < count; i++) {
		if (others[i] != record)
			add_evidence(score, fields, bond, record, others[i]);
	}
	weight = weight_of(fields, bond);
	kin_free(bond);
	return weight;
}
