/* Any bytes as the sealcc.conf of a toolchain that links a program and makes an
 * archive. */
#include "../../common/archive.h"
#include "../../common/driver.h"
#include "../../common/link.h"
#include "host.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t n);

static void run(void *arg)
{
	static const char *const cc[] = { "root/bin/c++", "-O2", "-march=native", "-static", "x.cc", "-lm",
		NULL };
	static const char *const ld[] = { "root/bin/ld", "-static", "crt1.o", "x.o", "-lc", NULL };
	static const char *const ar[] = { "rcs", "libx.a", "x.o", NULL };
	struct toolchain tc;
	struct args a;
	struct plan p;
	struct staticline s;
	struct execroot x;
	(void)arg;
	toolchain_open_at(&tc, "root");
	archive_plan(&p, &tc, ar, false);
	execroot_init(&x, tc.root, tc.strict, true);
	args_read(&a, ld, &x);
	link_plan(&p, &s, &tc, &a);
	args_read(&a, cc, &x);
	driver_plan(&p, &tc, &a, true);
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t n)
{
	host_file("sealcc.conf", (struct elf_bytes){ data, n });
	host_run(run, NULL);
	return 0;
}
