#include <json-c/json.h>
#include <stdio.h>

int main(void)
{
	struct json_object *o = json_tokener_parse("{\"a\":[1,2.5,\"x\"]}");
	if (!o || json_object_object_add(o, "bits", json_object_new_int(BITS)))
		return 1;
	return puts(json_object_to_json_string_ext(o, JSON_C_TO_STRING_SPACED)) < 0;
}
