/* The facts as JSON: each key is always there; what is absent is null. */
#include <string.h>

#include "../../common/json.h"
#include "../../common/mem.h"
#include "inspectprint.h"

/* An object or array that is being written. */
struct writer {
	struct out *o;
	const char *between; /* what comes before the next entry */
};

static struct writer open_in(struct out *o, char bracket)
{
	out_char(o, bracket);
	return (struct writer){ o, "" };
}

static struct out *next(struct writer *w)
{
	out_text(w->o, w->between);
	w->between = ", ";
	return w->o;
}

static struct out *key(struct writer *w, const char *name)
{
	next(w);
	json_put(w->o, name);
	out_text(w->o, ": ");
	return w->o;
}

static void put_text(struct writer *w, const char *name, const char *text)
{
	key(w, name);
	if (text)
		json_put(w->o, text);
	else
		out_text(w->o, "null");
}

static void put_bool(struct writer *w, const char *name, bool value)
{
	out_text(key(w, name), value ? "true" : "false");
}

static void put_number(struct writer *w, const char *name, size_t n)
{
	out_number(key(w, name), n, 10, 0);
}

static void put_list(struct writer *w, const char *name, const struct strv *list)
{
	struct writer a = open_in(key(w, name), '[');
	for (size_t i = 0; i < list->n; i++)
		json_put(next(&a), list->v[i]);
	out_char(w->o, ']');
}

/* --- parts -------------------------------------------------------------- */

static void put_highest(struct writer *w, const struct inspect *f)
{
	static const char *const families[][2] = { { "glibc", "GLIBC_" }, { "glibcxx", "GLIBCXX_" },
		{ "cxxabi", "CXXABI_" }, { "gcc", "GCC_" } };
	for (size_t i = 0; i < sizeof families / sizeof *families; i++) {
		const struct inspect_version *v = inspect_highest(f, families[i][1]);
		put_text(w, families[i][0], v ? v->name + strlen(families[i][1]) : NULL);
	}
}

static void put_versions(struct writer *w, const struct inspect *f)
{
	struct writer a = open_in(key(w, "versions"), '[');
	for (size_t i = 0; i < f->versions; i++) {
		const struct inspect_version *v = &f->version[i];
		struct writer one = open_in(next(&a), '{');
		put_text(&one, "name", v->name);
		put_text(&one, "library", v->library);
		put_bool(&one, "weak", v->weak);
		put_list(&one, "symbols", &v->symbols);
		out_char(w->o, '}');
	}
	out_char(w->o, ']');
}

static void put_level(struct writer *w, const char *name, unsigned level)
{
	const char text[] = { 'x', '8', '6', '-', '6', '4', '-', 'v', (char)('0' + level), 0 };
	put_text(w, name, level ? text : NULL);
}

static void put_relocations(struct writer *w, const struct inspect *f)
{
	put_number(w, "irelative", f->irelative);
	key(w, "unsound_relocations");
	struct writer one = open_in(w->o, '{');
	put_number(&one, "count", f->wrong);
	put_number(&one, "type", f->wrong_type);
	put_text(&one, "symbol", f->wrong_symbol && *f->wrong_symbol ? f->wrong_symbol : NULL);
	out_char(w->o, '}');
}

static void put_path_list(struct writer *w, const struct buildpath_list *l)
{
	struct writer one = open_in(w->o, '{');
	put_number(&one, "count", l->count);
	struct writer a = open_in(key(&one, "paths"), '[');
	for (size_t i = 0; i < l->n; i++) {
		struct writer path = open_in(next(&a), '{');
		put_text(&path, "path", l->path[i].path);
		put_text(&path, "kind", l->path[i].kind);
		put_text(&path, "section", *l->path[i].section ? l->path[i].section : NULL);
		out_char(w->o, '}');
	}
	out_text(w->o, "]}");
}

static void put_paths(struct writer *w, const struct inspect *f)
{
	struct writer places = open_in(key(w, "build_paths"), '{');
	for (int i = 0; i < BUILDPATH_PLACES; i++) {
		key(&places, buildpath_place_name((enum buildpath_place)i));
		put_path_list(&places, &f->paths.in[i]);
	}
	put_text(&places, "unsearched", f->unsearched);
	out_char(w->o, '}');
}

static void put_broken(struct writer *w, const struct inspect *f, const struct require *r)
{
	size_t n;
	const struct require_broken *list = require_check(r, f, &n);
	struct writer a = open_in(key(w, "broken"), '[');
	for (size_t i = 0; i < n; i++) {
		struct writer one = open_in(next(&a), '{');
		put_text(&one, "rule", list[i].by->text);
		put_text(&one, "found", list[i].found);
		out_char(w->o, '}');
	}
	out_char(w->o, ']');
}

/* --- the object --------------------------------------------------------- */

static void put_header(struct writer *w, const struct inspect *f)
{
	put_text(w, "file", f->name);
	put_text(w, "error", f->damage);
	put_text(w, "format", inspect_format_name(f->format));
	put_text(w, "kind", f->kind ? inspect_kind_name(f->kind) : NULL);
	put_text(w, "machine", f->bits ? inspect_machine_name(f) : NULL);
	put_text(w, "abi", f->abi);
	put_number(w, "bits", f->bits);
	put_bool(w, "big_endian", f->big);
	put_text(w, "os", f->os);
	put_text(w, "os_version", f->os_version);
}

static void put_linked(struct writer *w, const struct inspect *f)
{
	put_bool(w, "static", f->is_static);
	put_bool(w, "pie", f->pie);
	put_bool(w, "symbols", f->symbols);
	put_bool(w, "debug", f->debug);
	put_text(w, "libc", f->libc);
	put_text(w, "loader", f->loader);
	put_text(w, "soname", f->soname);
	put_list(w, "needed", &f->needed);
	put_text(w, "rpath", f->rpath);
	put_text(w, "runpath", f->runpath);
}

static void put_safety(struct writer *w, const struct inspect *f)
{
	put_bool(w, "relro", f->relro);
	put_bool(w, "bind_now", f->now);
	put_bool(w, "textrel", f->textrel);
	put_bool(w, "relr", f->relr);
	key(w, "execstack");
	out_text(w->o, f->execstack == INSPECT_UNSAID ? "null"
		       : f->execstack == INSPECT_YES  ? "true"
						      : "false");
}

static void put_code(struct writer *w, const struct inspect *f)
{
	put_level(w, "isa_needed", f->isa_needed);
	put_level(w, "isa_used", f->isa_used);
	put_list(w, "features", &f->features);
	put_text(w, "build_id", f->build_id);
}

void inspectprint_json(struct out *o, const struct inspect *f, const struct require *r)
{
	struct writer w = open_in(o, '{');
	put_header(&w, f);
	put_linked(&w, f);
	put_highest(&w, f);
	put_versions(&w, f);
	put_number(&w, "exported", f->exported);
	put_relocations(&w, f);
	put_safety(&w, f);
	put_code(&w, f);
	put_paths(&w, f);
	if (r->n)
		put_broken(&w, f, r);
	struct writer members = open_in(key(&w, "members"), '[');
	for (size_t i = 0; i < f->members; i++) {
		next(&members);
		inspectprint_json(o, &f->member[i], r);
	}
	out_text(o, "]}");
}
