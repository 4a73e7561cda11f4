#include "check.h"

#include <exception>
#include <functional>
#include <new>
#include <stdexcept>
#include <string>
#include <typeinfo>
#include <variant>
#include <vector>

namespace
{

int live;

struct Guard {
	Guard()
	{
		++live;
	}
	~Guard()
	{
		--live;
	}
};

struct Base {
	virtual ~Base() = default;
	virtual std::string name() const
	{
		return "base";
	}
};

struct Left : virtual Base {
};

struct Right : virtual Base {
	std::string name() const override
	{
		return "right";
	}
};

struct Both : Left, Right {
};

struct ParseError : std::runtime_error {
	int line;
	ParseError(const std::string &what, int n) : std::runtime_error(what), line(n)
	{
	}
};

[[noreturn]] void thrower(int depth)
{
	Guard guard;
	std::vector<std::string> owned(3, std::string(100, 'x'));
	if (depth > 0) {
		const std::function<void()> deeper = [depth] { thrower(depth - 1); };
		deeper();
	}
	throw ParseError("line " + std::to_string(7), 7);
}

bool caught_by_its_type()
{
	try {
		thrower(10);
	} catch (const std::logic_error &) {
		return false;
	} catch (const ParseError &e) {
		return e.line == 7 && std::string(e.what()) == "line 7" && live == 0;
	}
}

bool caught_by_its_base()
{
	try {
		thrower(3);
	} catch (const std::exception &e) {
		return typeid(e) == typeid(ParseError) && live == 0;
	}
}

bool virtual_base_is_found()
{
	try {
		throw Both();
	} catch (const Base &b) {
		return b.name() == "right";
	}
}

bool rethrown_and_nested()
{
	try {
		try {
			thrower(1);
		} catch (...) {
			std::throw_with_nested(std::invalid_argument("outer"));
		}
	} catch (const std::exception &outer) {
		try {
			std::rethrow_if_nested(outer);
		} catch (const ParseError &inner) {
			return inner.line == 7;
		}
	}
	return false;
}

bool kept_for_later()
{
	std::exception_ptr kept;
	try {
		thrower(2);
	} catch (...) {
		kept = std::current_exception();
	}
	try {
		std::rethrow_exception(kept);
	} catch (const ParseError &e) {
		return e.line == 7;
	}
}

bool thrown_by_the_library()
{
	int seen = 0;
	try {
		(void)std::string("abc").at(3);
	} catch (const std::out_of_range &) {
		++seen;
	}
	try {
		(void)std::get<int>(std::variant<int, std::string>("text"));
	} catch (const std::bad_variant_access &) {
		++seen;
	}
	try {
		// A new expression could be left out by the compiler, a call may not.
		::operator delete(::operator new(static_cast<std::size_t>(-1) - 4096));
	} catch (const std::bad_alloc &) {
		++seen;
	}
	try {
		Base b;
		(void)dynamic_cast<Right &>(b);
	} catch (const std::bad_cast &) {
		++seen;
	}
	return seen == 4;
}

} // namespace

void check_exceptions()
{
	check("exception caught by its type, ten frames up", caught_by_its_type());
	check("exception caught by its base class", caught_by_its_base());
	check("exception with a virtual base", virtual_base_is_found());
	check("exception inside another", rethrown_and_nested());
	check("exception kept and thrown again", kept_for_later());
	check("exceptions of the library", thrown_by_the_library());
}
