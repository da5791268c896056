#include "kin/step/report.h"

#include <assert.h>

#include "report_atlas.h"
#include "report_field.h"
#include "report_kind.h"
#include "report_population.h"
#include "report_write.h"
#include "kin/tally/hide.h"

struct kin_report {
	const struct kin_report_kind	*kind;
	struct kin_report_opts		 opts;
	struct kin_report_context	 context;
	struct kin_report_named		*names;
	size_t				 name_cap;
	struct kin_arena		 kept;
	struct kin_report_condition	 where[KIN_REPORT_WHERE];
	struct kin_report_texts		 texts;
	struct kin_whom			 stopped;
	unsigned long long		 left_alone;	/* residents */
	void				*self;
	unsigned long long		 counted, passed_over;
};

static const struct kin_report_kind *const kinds[] = {
	&kin_report_workload,
	&kin_report_worklist,
	&kin_report_referrals,
	&kin_report_goodbyes,
	&kin_report_continuity,
	&kin_report_timeliness,
	&kin_report_equalities,
	&kin_report_grid,
	&kin_report_triangle,
	&kin_report_overlap,
	&kin_report_quality,
	&kin_report_count
};

const char *const kin_report_names[] = {
	"workload", "worklist", "referrals", "goodbyes", "continuity", "timeliness", "equalities",
	"grid", "triangle", "overlap", "quality", "count", NULL
};

void
kin_report_where(struct kin_report_opts *opts, const char *where)
{
	if (opts->where_count < KIN_REPORT_WHERE)
		opts->where[opts->where_count] = where;
	opts->where_count++;
}

/* An option that this report would not heed is a mistake. */
static int
check(const struct kin_report_kind *kind, const struct kin_report_opts *opts, struct kin_err *err)
{
	const char *option = NULL;

	if (!(kind->takes & KIN_REPORT_BY)) {
		option = opts->by_name ? "--sort" : NULL;
		option = opts->distinct != NULL ? "--distinct" : option;
		option = opts->by != NULL ? "--by" : option;
	}
	if (!(kind->takes & KIN_REPORT_EVERY) && opts->every != KIN_BUCKET_NONE)
		option = "--every";
	if (!(kind->takes & KIN_REPORT_NAMES) && opts->names)
		option = "--hubs or --doors";
	if (!(kind->takes & KIN_REPORT_POPULATION) && opts->population != NULL)
		option = "--population";
	if (!(kind->takes & KIN_REPORT_WARDS) && opts->wards)
		option = "--wards";
	if (!(kind->takes & KIN_REPORT_HIDES) && (opts->suppress != 0 || opts->round != 0))
		option = opts->suppress != 0 ? "--suppress" : "--round";
	if (option != NULL)
		return kin_fail(err, "report %s takes no %s", kind->name, option);
	if (opts->where_count > KIN_REPORT_WHERE)
		return kin_fail(err, "--where more than %d times", KIN_REPORT_WHERE);
	return 0;
}

static int
take_where(struct kin_report *report, struct kin_err *err)
{
	const struct kin_report_opts *opts = &report->opts;

	for (size_t i = 0; i < opts->where_count; i++) {
		if (kin_report_condition_init(&report->where[i], kin_str_of(opts->where[i]), err) != 0)
			return -1;
	}
	return 0;
}

struct kin_report *
kin_report_new(int number, const struct kin_report_opts *opts, struct kin_err *err)
{
	struct kin_report *report = kin_calloc(1, sizeof(*report));

	report->kind = kinds[number];
	assert(strcmp(report->kind->name, kin_report_names[number]) == 0);
	report->opts = *opts;
	report->context.opts = &report->opts;
	report->context.as_of = kin_bucket_day(kin_str_of(opts->as_of));
	report->context.places = kin_map_new();
	report->context.stopped = &report->stopped;
	assert(report->context.as_of != KIN_BUCKET_NO_DAY);
	if (check(report->kind, opts, err) == 0 && take_where(report, err) == 0)
		report->self = report->kind->new(&report->context, err);
	if (report->self != NULL)
		return report;
	kin_report_free(report);
	return NULL;
}

void
kin_report_free(struct kin_report *report)
{
	if (report == NULL)
		return;
	if (report->self != NULL)
		report->kind->free(report->self);
	kin_map_free(report->context.places);
	kin_whom_fini(&report->stopped);
	kin_report_population_free(report->context.population);
	kin_atlas_free(report->context.atlas);
	kin_arena_fini(&report->kept);
	kin_free(report->names);
	kin_free(report->texts.list);
	kin_free(report);
}

/* A name given twice is the first one's. */
int
kin_report_push_name(void *ctx, struct kin_rec *rec, struct kin_err *err)
{
	struct kin_report *report = ctx;
	struct kin_str id = kin_rec_member_text(rec, kin_rec_find(rec, KIN_STR("id"))), name;
	uint32_t count = kin_map_count(report->context.places);
	bool is_new;

	if (id.len == 0)
		return kin_fail_value(err, KIN_STR("id"), kin_str(NULL, 0), "missing");
	id = kin_arena_keep(&report->kept, id);
	name = kin_rec_member_text(rec, kin_rec_find(rec, KIN_STR("name")));
	kin_map_add(report->context.places, id, &is_new);
	if (!is_new)
		return 0;
	report->names = kin_grow(report->names, count, &report->name_cap, sizeof(*report->names));
	report->names[count] = (struct kin_report_named){
		kin_str_is(kin_rec_text(rec, KIN_FIELD_KIND), KIN_STR("door")) ?
		    KIN_REPORT_DOOR : KIN_REPORT_HUB,
		kin_arena_keep(&report->kept, name)
	};
	report->context.names = report->names;
	return 0;
}

int
kin_report_read_population(struct kin_report *report, const char *path, struct kin_err *err)
{
	return path == NULL ? 0 : kin_report_population_read(path,
	    report->kind == &kin_report_equalities, &report->context.population, err);
}

int
kin_report_read_wards(struct kin_report *report, const char *path, struct kin_err *err)
{
	return path == NULL ? 0 : kin_report_atlas_read(path, &report->context.atlas, err);
}

/* Is somebody to be left alone who would be listed or counted as waiting for help? */
static bool
is_stopped(struct kin_report *report, struct kin_rec *rec)
{
	uint32_t *stopped;
	bool sure;

	if (!(report->kind->takes & KIN_REPORT_STOPS) || kin_report_sort(rec) != KIN_REPORT_RESIDENT
	    || kin_report_is_offer(rec) || kin_report_stop(rec, &sure).len == 0 || !sure)
		return false;
	stopped = kin_whom(&report->stopped, kin_report_who(rec));
	report->left_alone += *stopped == 0;
	*stopped = 1;
	return true;
}

int
kin_report_push(void *ctx, struct kin_rec *rec, struct kin_err *err)
{
	struct kin_report *report = ctx;
	int said = KIN_REPORT_COUNTED;

	for (size_t i = 0; i < report->opts.where_count; i++) {
		if (!kin_report_condition_holds(&report->where[i], rec, &report->texts))
			said = KIN_REPORT_PASSED_OVER;
	}
	if (said == KIN_REPORT_COUNTED && is_stopped(report, rec))
		said = KIN_REPORT_PASSED_OVER;
	if (said == KIN_REPORT_COUNTED)
		said = report->kind->push(report->self, rec, err);
	if (said < 0)
		return -1;
	if (said == KIN_REPORT_COUNTED)
		report->counted++;
	else
		report->passed_over++;
	return 0;
}

int
kin_report_finish(struct kin_report *report, const struct kin_report_output *output,
    struct kin_buf *names, struct kin_err *err)
{
	struct kin_tables tables = { 0 };
	int left_out;

	report->kind->finish(report->self, &tables);
	if (report->left_alone > 0)
		kin_table_figures(tables.list[0], "Left out: %llu resident%s whom a stop-list says to leave alone.",
		    report->left_alone, report->left_alone == 1 ? "" : "s");
	kin_hide_tables(&tables, &(struct kin_hiding){ report->opts.suppress, report->opts.round });
	for (size_t i = 0; i < tables.count; i++)
		kin_table_legend(tables.list[i]);
	left_out = kin_report_write(&tables, report->context.atlas, report->kind->name,
	    report->context.as_of, output, names, err);
	kin_tables_fini(&tables);
	return left_out;
}

void
kin_report_stats(const struct kin_report *report, struct kin_buf *out)
{
	kin_json_put_name(out, "counted");
	kin_json_put_whole(out, (long long)report->counted);
	kin_json_put_name(out, "passed_over");
	kin_json_put_whole(out, (long long)report->passed_over);
	if (report->kind->takes & KIN_REPORT_STOPS) {
		kin_json_put_name(out, "left_alone");
		kin_json_put_whole(out, (long long)report->left_alone);
	}
}
