#include "rulejson.h"
#include "../../common/json.h"

void rulejson_members(struct out *o, const char *before, const struct rule *r)
{
	json_member(o, before, "rule", r->id);
	json_member(o, ", ", "class", rule_class_name(r->class));
	json_member(o, ", ", "reason", r->reason);
	json_member(o, ", ", "source", r->source);
}
