/* Exceptions, dynamic_cast and typeid across a library's border; the library is
 * linked, or opened when its path is given. */
#include <dlfcn.h>
#include <exception>
#include <iostream>
#include <memory>
#include <string>
#include <thread>
#include <typeinfo>

#include "shape.h"

struct library {
	decltype(&shape_make) make;
	decltype(&shape_calls) calls;
	decltype(&shape_is_square) is_square;
	decltype(&shape_thread) thread;
};

static bool good = true;

static void check(const char *what, bool ok)
{
	std::cout << (ok ? "ok - " : "not ok - ") << what << std::endl;
	good &= ok;
}

template <class T> static bool throws(const library &l, int corners)
{
	try {
		l.make(corners);
	} catch (const T &) {
		return true;
	} catch (...) {
	}
	return false;
}

static void check_all(const library &l)
{
	std::unique_ptr<shape> s(l.make(4)), c(l.make(0));
	square own(1);
	check("caught by its type", throws<std::out_of_range>(l, 9));
	check("caught by its base", throws<std::logic_error>(l, 9));
	check("caught by std::exception", throws<std::exception>(l, 9));
	check("a type of one's own", throws<flat>(l, 2));
	check("its base in the C++ library", throws<std::domain_error>(l, 2));
	check("not caught by another type", !throws<std::bad_alloc>(l, 2));
	check("no exception is left over", std::uncaught_exceptions() == 0 && !std::current_exception());
	check("dynamic_cast of the library's object", dynamic_cast<square *>(s.get()));
	check("dynamic_cast to another type", !dynamic_cast<square *>(c.get()));
	check("dynamic_cast in the library",
		l.is_square(&own) && l.is_square(s.get()) && !l.is_square(c.get()));
	const shape &four = *s, &none = *c;
	check("typeid", typeid(four) == typeid(square) && typeid(four) != typeid(none));
	check("thrown through the library", l.calls([] { throw flat("here"); }));
	std::exception_ptr kept;
	try {
		l.make(2);
	} catch (...) {
		kept = std::current_exception();
	}
	std::string text;
	std::thread([&] {
		try {
			std::rethrow_exception(kept);
		} catch (const flat &e) {
			text = e.what();
		}
		l.thread();
	}).join();
	check("rethrown in another thread", text == "two corners have no area");
	check("thread_local in the library", l.thread() == 1 && l.thread() == 2);
}

int main(int argc, char **argv)
{
	library l;
	if (argc > 1) {
		void *so = dlopen(argv[1], RTLD_NOW | RTLD_LOCAL);
		if (!so) {
			std::cerr << dlerror() << std::endl;
			return 1;
		}
		l.make = reinterpret_cast<decltype(l.make)>(dlsym(so, "shape_make"));
		l.calls = reinterpret_cast<decltype(l.calls)>(dlsym(so, "shape_calls"));
		l.is_square = reinterpret_cast<decltype(l.is_square)>(dlsym(so, "shape_is_square"));
		l.thread = reinterpret_cast<decltype(l.thread)>(dlsym(so, "shape_thread"));
	} else {
#ifndef OPENED
		l = { shape_make, shape_calls, shape_is_square, shape_thread };
#endif
	}
	check_all(l);
	return good ? 0 : 1;
}
