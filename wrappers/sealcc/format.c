/* What is written, and how each language quotes it (quote.h).  A variable that
 * the user has set himself is left alone: where the format has comments one
 * says so, without his value, which may have any bytes in it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../common/buildfile.h"
#include "../../common/mem.h"
#include "../../common/quote.h"
#include "../../common/say.h"
#include "../../common/text.h"
#include "../../common/utf8.h"
#include "format.h"
#include "jsontext.h"

#define ADD(out, ...) strv_append(out, (const char *const[]){ __VA_ARGS__, NULL })

static _Noreturn void cannot(const char *format, const char *what, const char *why)
{
	die(EXIT_FAILED, "--format %s: cannot write %s: %s; choose another place or --format sh", format,
		what, why);
}

static void kept(struct strv *out, const struct setting *s)
{
	ADD(out, "# ", s->name, ": your own value is kept\n");
}

/* One line a variable, between the words of a language. */
static void assignments(struct strv *out, const struct report *r, const struct quoting *q, const char *before,
	const char *between, const char *after)
{
	for (size_t i = 0; i < r->settings.n; i++) {
		const struct setting *s = &r->settings.v[i];
		if (s->own)
			kept(out, s);
		else
			ADD(out, before, s->name, between, quote(q, s->value), after);
	}
}

static void write_sh(struct strv *out, const struct report *r)
{
	assignments(out, r, &quote_sh, "export ", "=", "\n");
}

static void write_fish(struct strv *out, const struct report *r)
{
	assignments(out, r, &quote_fish, "set -gx ", " ", "\n");
}

/* PATH belongs to Nix, and to $GITHUB_PATH. */
static void drop_path(struct report *to, const struct report *from)
{
	*to = *from;
	to->settings.n = 0;
	to->settings.v = mem_alloc((from->settings.n + 1) * sizeof *to->settings.v);
	for (size_t i = 0; i < from->settings.n; i++)
		if (strcmp(from->settings.v[i].name, "PATH") != 0)
			to->settings.v[to->settings.n++] = from->settings.v[i];
}

static void write_nix(struct strv *out, const struct report *r)
{
	struct report rest;
	drop_path(&rest, r);
	ADD(out, "{\n");
	assignments(out, &rest, &quote_nix, "  ", " = ", ";\n");
	ADD(out, "}\n");
}

static void json_object(const char *name, const struct settings *s, bool kept)
{
	const char *separator = "\n    ";
	printf("  \"%s\": {", name);
	for (size_t i = 0; i < s->n; i++) {
		if ((s->v[i].own != NULL) != kept)
			continue;
		fputs(separator, stdout);
		json_string(s->v[i].name);
		fputs(": ", stdout);
		json_string(kept ? s->v[i].own : s->v[i].value);
		separator = ",\n    ";
	}
	fputs("\n  }", stdout);
}

/* Strings of JSON carry any bytes, so that nothing can fail after the first. */
static void write_json(struct strv *out, const struct report *r)
{
	(void)out;
	puts("{");
	json_object("variables", &r->settings, false);
	puts(",");
	json_object("kept", &r->settings, true);
	puts("\n}");
}

/* A line that does not occur in value. */
static const char *delimiter(const char *value)
{
	char *line = mem_alloc(32);
	unsigned long n = 0;
	do
		snprintf(line, 32, "sealcc_end_%lu", n++);
	while (strstr(value, line));
	return line;
}

/* The file of $GITHUB_ENV has no comments and is read as UTF-8 (actions/runner,
 * FileCommandManager). */
static void write_github(struct strv *out, const struct report *r)
{
	struct report rest;
	drop_path(&rest, r);
	for (size_t i = 0; i < rest.settings.n; i++) {
		const struct setting *s = &rest.settings.v[i];
		if (s->own) {
			say("%s: your own '%s' is kept", s->name, s->own);
			continue;
		}
		if (!utf8_is(s->value))
			cannot("github", s->name, "it is not UTF-8");
		if (s->value[strcspn(s->value, "\r\n")]) {
			const char *end = delimiter(s->value);
			ADD(out, s->name, "<<", end, "\n", s->value, "\n", end, "\n");
		} else {
			ADD(out, s->name, "=", s->value, "\n");
		}
	}
}

static void write_github_path(struct strv *out, const struct report *r)
{
	for (size_t i = 0; i < r->settings.n; i++) {
		const struct setting *s = &r->settings.v[i];
		if (!s->front || strcmp(s->name, "PATH") != 0)
			continue;
		if (!utf8_is(s->front) || strchr(s->front, '\n'))
			cannot("github-path", "the directory", "it is not UTF-8, or has a newline");
		char *lines = mem_cat(s->front, "\n", NULL);
		for (char *p = lines; *p; p++)
			*p = *p == ':' ? '\n' : *p;
		ADD(out, lines);
	}
}

static const char *toml(const char *name, const char *value)
{
	const char *text = quote(&quote_toml, value);
	if (!text)
		cannot("cargo", name, "it is not UTF-8");
	return text;
}

/* The value of a variable by the two ends of its name; NULL when it is not set. */
static const char *value_of(const struct settings *s, const char *prefix, const char *suffix)
{
	for (size_t i = 0; i < s->n; i++) {
		if (text_begins(s->v[i].name, prefix) && text_ends(s->v[i].name, suffix))
			return s->v[i].value;
	}
	return NULL;
}

static void cargo_target(struct strv *out, const struct settings *s, const char *rust)
{
	const char *linker = value_of(s, "CARGO_TARGET_", "_LINKER");
	const char *runner = value_of(s, "CARGO_TARGET_", "_RUNNER");
	ADD(out, "\n[target.", rust, "]\nlinker = ", toml("the linker", linker), "\n");
	if (runner)
		ADD(out, "runner = [", toml("the runner", runner), "]\n"); /* a string would be split */
}

/* Cargo's own variables have their keys above, and a search path of the user's
 * does not belong into a file.  CXXSTDLIB_T is for a host's linker. */
static void cargo_env(struct strv *out, const struct settings *s)
{
	for (size_t i = 0; i < s->n; i++) {
		const struct setting *v = &s->v[i];
		if (text_begins(v->name, "CARGO_") || text_begins(v->name, "__CARGO_") || v->front)
			continue;
		if (v->own)
			ADD(out, "# ", v->name, ": your own value wins as long as it is set\n");
		ADD(out, v->name, " = ", toml(v->name, v->value), "\n");
	}
}

/* Cargo's configuration cannot keep build scripts apart from programs where
 * host and target are the same triple, as "sealcc run" does by a variable. */
static void cargo_head(struct strv *out, const struct report *r)
{
	const char *separator = "";
	char rust[64];
	ADD(out, "# for .cargo/config.toml, or for: cargo --config FILE build\n");
	for (size_t i = 0; i < r->n; i++)
		if (host_is(&r->settings.host, &r->toolchain[i].target))
			ADD(out,
				"# host and target are the same: build scripts are linked by this toolchain, "
				"too\n");
	ADD(out, "[build]\ntarget = ", r->n > 1 ? "[" : "");
	for (size_t i = 0; i < r->n; i++) {
		triple_write(&r->toolchain[i].target, TRIPLE_RUST, rust, sizeof rust);
		ADD(out, separator, "\"", mem_cat(rust, NULL), "\"");
		separator = ", ";
	}
	ADD(out, r->n > 1 ? "]\n" : "\n");
}

static void write_cargo(struct strv *out, const struct report *r)
{
	struct strv env;
	strv_init(&env, 64);
	cargo_head(out, r);
	for (size_t i = 0; i < r->n; i++) {
		struct settings one = { .host = r->settings.host };
		char *rust = mem_alloc(64);
		settings_add(&one, &r->toolchain[i]);
		cargo_target(out, &one, triple_write(&r->toolchain[i].target, TRIPLE_RUST, rust, 64));
		cargo_env(&env, &one);
	}
	ADD(out, "\n[env]\n");
	strv_append(out, env.v);
}

static const char *emulator(const struct report *r)
{
	if (!r->emulator || host_runs(&r->settings.host, &r->toolchain->target))
		return NULL;
	const struct triple *t = &r->toolchain->target;
	const char *program = host_emulator(t);
	if (triple_macos(t))
		die(EXIT_FAILED, "--emulator: no program here runs those of macOS; leave it out");
	if (!program && (triple_windows(t) || triple_wasi(t)))
		die(EXIT_FAILED, "--emulator: %s is not in PATH; install it",
			triple_wasi(t) ? "wasmtime" : "wine");
	if (!program)
		die(EXIT_FAILED, "--emulator: qemu-%s is not in PATH; install qemu-user",
			triple_arch_qemu(t));
	return program;
}

static const char *cmake(const char *path)
{
	const char *text = quote(&quote_cmake, path);
	if (!text)
		cannot("cmake", path, "CMake has no paths with ';' or '\\'");
	return text;
}

/* cmake.cmake finds the toolchain by where it stands. */
static void write_cmake(struct strv *out, const struct report *r)
{
	const struct toolchain *tc = r->toolchain;
	const char *qemu = emulator(r);
	ADD(out, "# CMake toolchain file: cmake -DCMAKE_TOOLCHAIN_FILE=<this file>\n");
	ADD(out, "include(", cmake(toolchain_path(tc, "cmake.cmake")), ")\n");
	ADD(out, "set(ENV{PKG_CONFIG_LIBDIR} ", cmake(toolchain_path(tc, "sysroot/usr/lib/pkgconfig")),
		")\n");
	ADD(out, "set(ENV{PKG_CONFIG_SYSROOT_DIR} ", cmake(toolchain_path(tc, "sysroot")), ")\n");
	if (qemu)
		ADD(out, "set(CMAKE_CROSSCOMPILING_EMULATOR ", cmake(qemu), ")\n");
}

static const char *meson_text(const char *path)
{
	const char *text = quote(&quote_meson, path);
	if (!text)
		cannot("meson", path, "it is not UTF-8");
	return text;
}

static const char *meson_name(const void *data, const char *path)
{
	return meson_text(toolchain_path(data, path));
}

static void write_meson(struct strv *out, const struct report *r)
{
	const char *qemu = emulator(r);
	bool runs = host_runs(&r->settings.host, &r->toolchain->target);
	const struct buildfile_meson m = {
		.name = meson_name,
		.data = r->toolchain,
		.binaries = qemu ? mem_cat("exe_wrapper = ", meson_text(qemu), "\n", NULL) : "",
		.properties = runs ? "needs_exe_wrapper = false\n" : "needs_exe_wrapper = true\n",
	};
	ADD(out, "# meson cross file: meson setup --cross-file <this file> build\n",
		buildfile_meson(&r->toolchain->target, &m));
}

static const struct format formats[] = {
	{ "sh", "for eval in a POSIX shell (the default)", false, write_sh },
	{ "fish", "for source in fish", false, write_fish },
	{ "json", "one object: variables, and those of yours that are kept", false, write_json },
	{ "github", "for $GITHUB_ENV of a workflow", false, write_github },
	{ "github-path", "for $GITHUB_PATH of a workflow", false, write_github_path },
	{ "cargo", "a .cargo/config.toml", false, write_cargo },
	{ "cmake", "a toolchain file", true, write_cmake },
	{ "meson", "a cross file", true, write_meson },
	{ "nix", "an attribute set for mkShell or mkDerivation", false, write_nix },
};

const struct format *format_nth(size_t i)
{
	return i < sizeof formats / sizeof *formats ? &formats[i] : NULL;
}

const struct format *format_find(const char *name)
{
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (strcmp(formats[i].name, name) == 0)
			return &formats[i];
	return NULL;
}
