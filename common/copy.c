#include "copy.h"
#include "copyfile.h"

/* A file that cannot be stripped does not keep the others from it. */
int copy_strip(const char *const *argv)
{
	struct copyoptions o;
	int status = 0;
	copyoptions_strip(&o, argv);
	for (size_t i = 0; i < o.operand.n; i++)
		if (!copyfile(&o, o.operand.v[i], o.output ? o.output : o.operand.v[i]))
			status = 1;
	return status;
}

int copy_objcopy(const char *const *argv)
{
	struct copyoptions o;
	copyoptions_objcopy(&o, argv);
	return copyfile(&o, o.operand.v[0], o.operand.v[o.operand.n - 1]) ? 0 : 1;
}
