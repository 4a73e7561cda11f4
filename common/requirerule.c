/* A rule that cannot be judged is broken, and says why: a gate must not open by
 * itself.  But for the level of the code, which hardly any file tells. */
#include <string.h>

#include "dotted.h"
#include "mem.h"
#include "pattern.h"
#include "requirerule.h"
#include "say.h"

#define JOIN(...) mem_cat(__VA_ARGS__, NULL)

/* Up to five of the words, and how many more there are. */
static const char *some(const struct strv *list)
{
	const char *text = list->n ? list->v[0] : "";
	for (size_t i = 1; i < list->n && i < 5; i++)
		text = JOIN(text, ", ", list->v[i]);
	return list->n > 5 ? JOIN(text, " and ", say_number(list->n - 5), " more") : text;
}

static bool is_one_of(const struct requirement *q, const char *word)
{
	return word && strv_has(&q->values, word);
}

static bool matches_one_of(const struct requirement *q, const char *word, size_t n)
{
	const char *text = mem_dup(word, n);
	for (size_t i = 0; i < q->values.n; i++)
		if (pattern_matches(q->values.v[i], text))
			return true;
	return false;
}

static const char *kind_text(const struct inspect *f)
{
	static const char *const texts[] = { "unknown", "an object", "a program", "a shared library",
		"a core dump" };
	return texts[f->kind];
}

/* --- names -------------------------------------------------------------- */

static const char *broken_arch(const struct inspect *f, const struct requirement *q)
{
	for (size_t i = 0; i < q->values.n; i++)
		if (f->machine && machine_named(q->values.v[i]) == f->machine)
			return NULL;
	if (f->format == INSPECT_BITCODE)
		return "is LLVM bitcode, whose machine is not looked at";
	return JOIN("is for ", inspect_machine_name(f));
}

static const char *named(const struct requirement *q, const char *is, const char *name, const char *otherwise)
{
	return is_one_of(q, name) ? NULL : name ? JOIN(is, name) : otherwise;
}

static const char *broken_abi(const struct inspect *f, const struct requirement *q)
{
	return named(q, "is ", f->abi, "does not tell");
}

static const char *broken_os(const struct inspect *f, const struct requirement *q)
{
	return named(q, "is for ", f->os, "does not tell its system");
}

static const char *broken_kind(const struct inspect *f, const struct requirement *q)
{
	return is_one_of(q, inspect_kind_name(f->kind)) ? NULL : JOIN("is ", kind_text(f));
}

static const char *broken_libc(const struct inspect *f, const struct requirement *q)
{
	const char *libc = f->is_static ? "static" : f->libc;
	return named(q, "is ", libc, "names no C library that is known");
}

static const char *broken_soname(const struct inspect *f, const struct requirement *q)
{
	if (!f->soname)
		return "has no soname";
	return matches_one_of(q, f->soname, strlen(f->soname)) ? NULL : JOIN("is ", f->soname);
}

static const char *broken_feature(const struct inspect *f, const struct requirement *q)
{
	for (size_t i = 0; i < q->values.n; i++)
		if (!strv_has(&f->features, q->values.v[i]))
			return JOIN("its property note does not have ", q->values.v[i]);
	return NULL;
}

static const char *broken_needed(const struct inspect *f, const struct requirement *q)
{
	struct strv others = { 0 };
	for (size_t i = 0; i < f->needed.n; i++)
		if (!matches_one_of(q, f->needed.v[i], strlen(f->needed.v[i])))
			strv_push(&others, f->needed.v[i]);
	return others.n ? JOIN("needs ", some(&others)) : NULL;
}

/* --- versions ----------------------------------------------------------- */

static const char *too_new(const struct inspect_version *v, const char *number)
{
	return JOIN("needs ", number, " (", some(&v->symbols), v->symbols.n ? " of " : "", v->library, ")");
}

static const char *broken_version(const struct inspect *f, const struct requirement *q)
{
	const char *family = q->rule->extra;
	const struct inspect_version *v = inspect_highest(f, family);
	if (!v || dotted_compare(v->name + strlen(family), q->value) <= 0)
		return NULL;
	return too_new(v, v->name + strlen(family));
}

/* Versions without a number: abilities of the loader, and glibc's own parts. */
static const char *broken_mark(const struct inspect_version *v, const char *bound)
{
	static const struct {
		const char *name, *since;
	} marks[] = { { "GLIBC_ABI_DT_RELR", "2.36" } };
	if (strcmp(v->name, "GLIBC_PRIVATE") == 0)
		return JOIN("needs GLIBC_PRIVATE, that is one build of glibc only (", some(&v->symbols), ")");
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (strcmp(v->name, marks[i].name) == 0)
			return dotted_compare(marks[i].since, bound) > 0
				       ? JOIN("needs ", v->name, ", which glibc has since ", marks[i].since)
				       : NULL;
	return JOIN("needs ", v->name, ", and which glibc has that is not known here");
}

static bool is_glibc(const struct inspect *f)
{
	return (f->libc && strcmp(f->libc, "glibc") == 0) || inspect_highest(f, "GLIBC_");
}

/* glibc before 2.36 does not know DT_RELR, and would start the program with its
 * relocations missing. */
static const char *broken_glibc(const struct inspect *f, const struct requirement *q)
{
	const char *found = broken_version(f, q);
	for (size_t i = 0; !found && i < f->versions; i++) {
		const struct inspect_version *v = &f->version[i];
		if (!v->weak && strncmp(v->name, "GLIBC_", 6) == 0 && !dotted_is(v->name + 6))
			found = broken_mark(v, q->value);
	}
	if (!found && f->relr && is_glibc(f) && dotted_compare("2.36", q->value) > 0)
		found = "has DT_RELR, which glibc reads since 2.36";
	return found;
}

static const char *broken_system_version(const struct inspect *f, const struct requirement *q)
{
	if (!f->os || strcmp(f->os, q->rule->name) != 0)
		return NULL;
	if (!f->os_version)
		return "does not tell the oldest version it is for";
	return dotted_compare(f->os_version, q->value) > 0 ? JOIN("is for ", f->os_version) : NULL;
}

static const char *broken_isa(const struct inspect *f, const struct requirement *q)
{
	unsigned level = (unsigned)(q->value[strlen(q->value) - 1] - '0');
	return f->isa_needed > level ? JOIN("needs x86-64-v", say_number(f->isa_needed)) : NULL;
}

/* --- how it is linked --------------------------------------------------- */

static const char *broken_static(const struct inspect *f, const struct requirement *q)
{
	(void)q;
	if (f->kind != INSPECT_PROGRAM)
		return JOIN("is ", kind_text(f));
	if (f->loader)
		return JOIN("asks for the loader ", f->loader);
	if (f->needed.n)
		return JOIN("needs ", some(&f->needed));
	if (f->wrong)
		return JOIN("has ", say_number(f->wrong), " relocations that static start-up cannot apply",
			*f->wrong_symbol ? ", the first for " : "", f->wrong_symbol);
	return NULL;
}

static const char *broken_dynamic(const struct inspect *f, const struct requirement *q)
{
	(void)q;
	return f->is_static ? "is static" : NULL;
}

static const char *broken_pie(const struct inspect *f, const struct requirement *q)
{
	(void)q;
	return f->kind == INSPECT_PROGRAM && !f->pie ? "is linked for a fixed address" : NULL;
}

static const char *broken_stripped(const struct inspect *f, const struct requirement *q)
{
	(void)q;
	return f->debug ? "has debugging information" : f->symbols ? "has a symbol table" : NULL;
}

static const char *broken_no_debug(const struct inspect *f, const struct requirement *q)
{
	(void)q;
	return f->debug ? "has debugging information" : NULL;
}

static const char *broken_build_id(const struct inspect *f, const struct requirement *q)
{
	(void)q;
	return f->build_id ? NULL : "has none";
}

static const char *broken_relro(const struct inspect *f, const struct requirement *q)
{
	(void)q;
	return f->relro ? NULL : "has no PT_GNU_RELRO";
}

static const char *broken_full_relro(const struct inspect *f, const struct requirement *q)
{
	const char *found = broken_relro(f, q);
	return found ? found : f->now || f->is_static ? NULL : "binds lazily: its GOT stays writable";
}

static const char *broken_no_textrel(const struct inspect *f, const struct requirement *q)
{
	(void)q;
	return f->textrel ? "has relocations of its code" : NULL;
}

static const char *broken_no_execstack(const struct inspect *f, const struct requirement *q)
{
	(void)q;
	if (f->execstack == INSPECT_YES)
		return "asks for an executable stack";
	bool linked = f->kind == INSPECT_PROGRAM || f->kind == INSPECT_SHARED;
	return linked && f->execstack == INSPECT_UNSAID ? "does not tell: it has no PT_GNU_STACK" : NULL;
}

/* --- paths -------------------------------------------------------------- */

static const char *search_path(const struct inspect *f)
{
	return f->runpath ? f->runpath : f->rpath;
}

static const char *broken_no_rpath(const struct inspect *f, const struct requirement *q)
{
	(void)q;
	return search_path(f) ? JOIN("has ", search_path(f)) : NULL;
}

static const char *broken_rpath(const struct inspect *f, const struct requirement *q)
{
	const char *lists[] = { f->rpath, f->runpath };
	for (size_t i = 0; i < 2; i++)
		for (const char *p = lists[i]; p && *p;) {
			size_t n = strcspn(p, ":");
			if (!matches_one_of(q, p, n))
				return JOIN("has ", mem_dup(p, n));
			p += n + (p[n] == ':');
		}
	return NULL;
}

static const char *path_in(const struct inspect *f, enum buildpath_place place)
{
	const struct buildpath_list *l = &f->paths.in[place];
	if (!l->n)
		return NULL;
	const struct buildpath *p = &l->path[0];
	const char *text = JOIN("has ", p->path, " (", p->kind, ")", *p->section ? " in " : "", p->section);
	return l->count > 1 ? JOIN(text, " and ", say_number(l->count - 1), " more") : text;
}

static const char *broken_no_loaded_paths(const struct inspect *f, const struct requirement *q)
{
	(void)q;
	const char *found = path_in(f, BUILDPATH_LOADED);
	return found ? found : path_in(f, BUILDPATH_RPATH);
}

static const char *broken_no_paths(const struct inspect *f, const struct requirement *q)
{
	(void)q;
	const char *found = NULL;
	for (int i = 0; !found && i < BUILDPATH_PLACES; i++)
		found = path_in(f, (enum buildpath_place)i);
	if (!found && f->unsearched)
		found = JOIN("cannot be told: ", f->unsearched, " is compressed");
	return found;
}

/* --- the table ---------------------------------------------------------- */

static const struct require_rule rules[] = {
	{ "arch", VALUE_MACHINES, false, broken_arch, NULL, "aarch64:x86_64", "the machine is one of these" },
	{ "abi", VALUE_NAMES, false, broken_abi, NULL, "hard-float", "and its variant" },
	{ "os", VALUE_NAMES, false, broken_os, NULL, "linux", "the system" },
	{ "kind", VALUE_CHOICES, false, broken_kind, " object program shared core ", "program:shared",
		"what the file is: object, program, shared, core" },
	{ "libc", VALUE_CHOICES, true, broken_libc, " glibc musl bionic static ", "glibc",
		"the C library it needs: glibc, musl, bionic, or static" },
	{ "static", VALUE_NONE, true, broken_static, NULL, NULL,
		"a program without loader and libraries that can start" },
	{ "dynamic", VALUE_NONE, true, broken_dynamic, NULL, NULL, "no static program" },
	{ "pie", VALUE_NONE, true, broken_pie, NULL, NULL, "programs are position-independent" },
	{ "stripped", VALUE_NONE, false, broken_stripped, NULL, NULL,
		"neither symbol table nor debugging information" },
	{ "no-debug", VALUE_NONE, false, broken_no_debug, NULL, NULL, "no debugging information" },
	{ "build-id", VALUE_NONE, true, broken_build_id, NULL, NULL, "there is a build id" },
	{ "soname", VALUE_PATTERNS, true, broken_soname, NULL, "libx.so.[0-9]", "the soname fits a pattern" },
	{ "needed", VALUE_PATTERNS, false, broken_needed, NULL, "libc.so.6:libm.so.*",
		"no library is needed but these" },
	{ "glibc", VALUE_VERSION, false, broken_glibc, "GLIBC_", "2.28", "runs on this glibc" },
	{ "glibcxx", VALUE_VERSION, false, broken_version, "GLIBCXX_", "3.4.25", "and on this libstdc++" },
	{ "cxxabi", VALUE_VERSION, false, broken_version, "CXXABI_", "1.3.11", "and its C++ ABI" },
	{ "gcc", VALUE_VERSION, false, broken_version, "GCC_", "7.0.0", "and on this libgcc_s" },
	{ "macos", VALUE_VERSION, false, broken_system_version, NULL, "11.0",
		"a macOS file runs on this one" },
	{ "ios", VALUE_VERSION, false, broken_system_version, NULL, "15.0", "an iOS file runs on this one" },
	{ "isa", VALUE_LEVEL, false, broken_isa, NULL, "x86-64-v2",
		"its property note asks for no higher level" },
	{ "feature", VALUE_NAMES, false, broken_feature, NULL, "BTI:PAC",
		"its property note has all of these: IBT, SHSTK, BTI, PAC, GCS" },
	{ "no-rpath", VALUE_NONE, false, broken_no_rpath, NULL, NULL, "neither RPATH nor RUNPATH" },
	{ "rpath", VALUE_PATTERNS, false, broken_rpath, NULL, "$ORIGIN*", "no directory in them but these" },
	{ "no-build-paths", VALUE_NONE, false, broken_no_paths, NULL, NULL,
		"no path of the machine that built it" },
	{ "no-loaded-build-paths", VALUE_NONE, false, broken_no_loaded_paths, NULL, NULL,
		"none in what is loaded and searched at run time" },
	{ "build-paths", VALUE_PATTERNS, false, broken_no_paths, NULL, "/tmp/x/*", "none but these" },
	{ "relro", VALUE_NONE, true, broken_relro, NULL, NULL, "relocated data is read-only afterwards" },
	{ "full-relro", VALUE_NONE, true, broken_full_relro, NULL, NULL, "the whole GOT is, too" },
	{ "no-textrel", VALUE_NONE, false, broken_no_textrel, NULL, NULL, "no relocation changes code" },
	{ "no-execstack", VALUE_NONE, false, broken_no_execstack, NULL, NULL, "the stack is not executable" },
};

const struct require_rule *require_rule_nth(size_t i)
{
	return i < sizeof rules / sizeof *rules ? &rules[i] : NULL;
}
