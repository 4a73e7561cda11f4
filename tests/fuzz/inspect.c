/* Any bytes through "sealcc inspect": its facts, its rules, and both ways to show
 * them. */
#include "../../common/mem.h"
#include "../../common/require.h"
#include "../../wrappers/sealcc/inspectprint.h"
#include "host.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t n);

static const char rules[] =
	"arch=aarch64:i686,abi=hard-float,os=windows:macos,kind=object,libc=musl,static,dynamic,pie,stripped,"
	"no-debug,build-id,soname=lib*.so,needed=libc.so.6:*.dll,glibc<=2.0,glibcxx<=3.4,cxxabi<=1,gcc<=1,"
	"macos<=1,ios<=1,isa<=v1,feature=IBT:BTI,no-rpath,rpath=$ORIGIN*,no-build-paths,"
	"no-loaded-build-paths,build-paths=/home/u/*,relro,full-relro,no-textrel,no-execstack";

static void check_all(const struct inspect *f, const struct require *r)
{
	size_t n;
	const struct require_broken *list = require_check(r, f, &n);
	struct out *o = mem_alloc(sizeof *o);
	for (size_t i = 0; i < n; i++)
		out_text(o, list[i].found);
	out_flush(o);
	for (size_t i = 0; i < f->members; i++)
		check_all(&f->member[i], r);
}

static void run(void *arg)
{
	const struct elf_bytes *b = arg;
	struct out *o = mem_alloc(sizeof *o);
	struct inspect f;
	struct require r = { 0 };
	require_add(&r, rules);
	inspect(&f, "f", *b, &r.allowed_paths);
	check_all(&f, &r);
	inspectprint_text(o, &f);
	inspectprint_json(o, &f, &r);
	out_flush(o);
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t n)
{
	struct elf_bytes b = { data, n };
	host_run(run, &b);
	return 0;
}
