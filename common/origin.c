/* Paths are compared as text: in a forest of links the places that the links
 * stand at count, not where they lead. */
#include <stdbool.h>
#include <string.h>

#include "mem.h"
#include "origin.h"
#include "strv.h"
#include "text.h"

/* The components of path without "." and "x/..", false when it goes above its
 * start. */
static bool split(struct strv *out, const char *path)
{
	strv_init(out, 16);
	while (*path) {
		size_t n = strcspn(path, "/");
		if (n == 2 && memcmp(path, "..", 2) == 0) {
			if (!out->n)
				return false;
			out->v[--out->n] = NULL;
		} else if (n && !(n == 1 && *path == '.')) {
			strv_push(out, mem_dup(path, n));
		}
		path += n + (path[n] == '/');
	}
	return true;
}

/* Where path goes on below the outputs of a build, NULL when it is not there. */
static const char *below_outputs(const char *path)
{
	static const char outputs[] = "bazel-out/";
	const char *last = NULL;
	for (const char *at = path; (at = text_find(at, outputs)); at++)
		if (at == path || at[-1] == '/')
			last = at + sizeof outputs - 1;
	return last;
}

bool origin_is_output(const char *path)
{
	return below_outputs(path) != NULL;
}

const char *origin_rpath(const char *out, const char *dir)
{
	struct strv from, to;
	const char *text = "$ORIGIN";
	size_t common = 0;
	/* the execution root, a sandbox of it and the working directory hold the same outputs */
	if (below_outputs(out) && below_outputs(dir)) {
		out = below_outputs(out);
		dir = below_outputs(dir);
	}
	if ((*out == '/') != (*dir == '/') || !split(&from, out) || !split(&to, dir) || !from.n)
		return NULL;
	from.n--; /* the program itself */
	while (common < from.n && common < to.n && strcmp(from.v[common], to.v[common]) == 0)
		common++;
	for (size_t i = common; i < from.n; i++)
		text = mem_cat(text, "/..", NULL);
	for (size_t i = common; i < to.n; i++)
		text = mem_cat(text, "/", to.v[i], NULL);
	return text;
}
