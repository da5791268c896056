/* The names expected next: what the fast scanner knows of the records before. */
#include "json_shape.h"

#include "kin/base/mem.h"
#include "kin/record/schema.h"

struct kin_shape *
json_shape_new(void)
{
	struct kin_shape *shape = kin_calloc(1, sizeof(*shape));

	shape->level[shape->levels++] = kin_calloc(1, sizeof(struct shape_level));
	return shape;
}

void
kin_members_fini(struct kin_members *members)
{
	for (unsigned i = 0; members->shape != NULL && i < members->shape->levels; i++)
		kin_free(members->shape->level[i]);
	kin_free(members->shape);
	kin_free(members->list);
	*members = (struct kin_members){ 0 };
}

static unsigned
find(const struct shape_level *level, struct kin_str name)
{
	unsigned i = 0;

	while (i < level->count && !kin_str_is(kin_str(level->names[i].text, level->names[i].len - 2u), name))
		i++;
	return i;
}

static void
put_in(struct shape_level *level, unsigned place, struct kin_str name, int field)
{
	struct shape_name *to = &level->names[place];

	memmove(to + 1, to, (level->count++ - place) * sizeof(*to));
	*to = (struct shape_name){ .field = (int16_t)field, .len = (uint8_t)(name.len + 2) };
	if (name.len > 0)
		memcpy(to->text, name.p, name.len);
	memcpy(to->text + name.len, "\":", 2);
	for (unsigned i = place; i < level->count; i++)
		level->names[i].bit = UINT64_C(1) << i;
	to->mask = (uint16_t)(to->len >= KIN_BLOCK ? 0xffff : (1u << to->len) - 1);
}

/* The level of the objects in a name's value; 0 when there is no room for one more. */
static uint8_t
inner_level(struct kin_shape *shape, struct shape_name *name)
{
	if (name->inner == 0 && shape->levels < SHAPE_LEVELS) {
		shape->level[shape->levels] = kin_calloc(1, sizeof(struct shape_level));
		name->inner = (uint8_t)shape->levels++;
	}
	return name->inner;
}

static bool	learn_object(struct kin_shape *shape, uint8_t index, struct kin_str object);

/* The objects in a value: itself, or the elements of an array. */
static bool
learn_value(struct kin_shape *shape, struct shape_name *name, struct kin_str value)
{
	struct kin_str element;
	size_t at = 0;
	bool any = false;

	if (kin_json_type(value) == KIN_JSON_OBJECT && inner_level(shape, name) != 0)
		return learn_object(shape, name->inner, value);
	if (kin_json_type(value) != KIN_JSON_ARRAY)
		return false;
	while (kin_json_element(value, &at, &element)) {
		if (kin_json_type(element) == KIN_JSON_OBJECT && inner_level(shape, name) != 0)
			any |= learn_object(shape, name->inner, element);
	}
	return any;
}

/* Was there anything new that could be kept? */
static bool
learn_object(struct kin_shape *shape, uint8_t index, struct kin_str object)
{
	struct shape_level *level = shape->level[index];
	struct kin_str name, value;
	unsigned place = 0, found;
	size_t at = 0;
	bool any = false;

	while (kin_json_member(object, &at, &name, &value)) {
		if (name.len > SHAPE_TEXT - 2 || kin_str_find(name, '\\', 0) < name.len)
			continue;
		found = find(level, name);
		if (found == level->count && level->count == SHAPE_NAMES)
			continue;
		if (found == level->count) {
			put_in(level, place, name, index == 0 ? kin_schema_find(name) : KIN_FIELD_NONE);
			found = place;
			any = true;
		}
		any |= learn_value(shape, &level->names[found], value);
		place = found + 1;
	}
	return any;
}

void
json_shape_learn(struct kin_shape *shape, struct kin_str object)
{
	shape->futile += !learn_object(shape, 0, object);
}
