#include <stdio.h>

#include "../../common/json.h"
#include "../../common/mem.h"
#include "jsontext.h"

void json_string(const char *s)
{
	struct out *o = mem_alloc(sizeof *o);
	fflush(stdout); /* what came before goes first */
	json_put(o, s);
	out_flush(o);
}
