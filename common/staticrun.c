/* The one place where a shim waits for its backend. */
#define _DEFAULT_SOURCE /* mkstemp in <stdlib.h> */
#include <fcntl.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "mem.h"
#include "say.h"
#include "spawn.h"
#include "staticout.h"
#include "staticrun.h"

/* The wait status of the linker. */
static int link_once(const struct plan *p, const struct toolchain *tc)
{
	struct spawn s;
	if (spawn_fork(&s))
		return spawn_wait(&s);
	unsetenv("SEALCC_EXPLAIN"); /* of a trial */
	plan_exec(p, tc);
}

static void add_definitions(struct plan *p, const struct staticout *o)
{
	for (size_t i = 0; i < o->weak.n; i++)
		plan_add(p, mem_cat("--defsym=", o->weak.v[i], "=0", NULL), "static-defsym");
}

static bool mendable(const struct staticout *o)
{
	return !o->loader && !o->needed.n && o->weak.n;
}

/* For explain: which symbols there would be to define, by a link whose output and
 * messages go nowhere. */
static void try_out(struct plan *p, const struct toolchain *tc)
{
	char path[] = "/tmp/sealcc-explain-XXXXXX";
	struct staticout o;
	size_t n = p->word.n;
	int fd = mkstemp(path), null = open("/dev/null", O_RDWR), kept = dup(STDOUT_FILENO);
	if (fd < 0 || null < 0 || kept < 0)
		die(EXIT_FAILED, "%s: cannot be made:", path);
	close(fd);
	plan_add(p, "-o", "");
	plan_add(p, path, "");
	dup2(null, STDOUT_FILENO);
	bool mend = link_once(p, tc) == 0 && !staticout_sound(&o, path) && mendable(&o);
	dup2(kept, STDOUT_FILENO);
	plan_cut(p, n);
	if (mend)
		add_definitions(p, &o);
	unlink(path);
}

_Noreturn void staticrun(struct plan *p, const struct staticline *s)
{
	struct staticout o;
	if (getenv("SEALCC_EXPLAIN")) {
		if (s->tc->static_libc == STATIC_DEFSYM)
			try_out(p, s->tc);
		plan_exec(p, s->tc);
	}
	int status = link_once(p, s->tc);
	if (status != 0) {
		if (!WIFSIGNALED(status) && s->tc->static_libc != STATIC_DEFSYM)
			staticline_blame(s);
		spawn_end(status);
	}
	bool sound = staticout_sound(&o, s->output);
	if (!sound && mendable(&o)) {
		unlink(s->output);
		add_definitions(p, &o);
		status = link_once(p, s->tc);
		if (status != 0)
			spawn_end(status);
		sound = staticout_sound(&o, s->output);
	}
	if (sound)
		exit(0);
	unlink(s->output);
	staticout_say(&o);
	exit(EXIT_FAILED);
}
