/* What the program and its libraries share. Everything with code in it is
 * defined here, so that each of them has a copy. */
#ifndef SHAPE_H
#define SHAPE_H

#include <stdexcept>

struct shape {
	virtual ~shape() = default;
	virtual double area() const = 0;
};

struct square : shape {
	double side;
	explicit square(double s) : side(s)
	{
	}
	double area() const override
	{
		return side * side;
	}
};

struct circle : shape {
	double radius;
	explicit circle(double r) : radius(r)
	{
	}
	double area() const override
	{
		return 3 * radius * radius;
	}
};

struct flat : std::domain_error {
	using std::domain_error::domain_error;
};

typedef void (*callback)();

extern "C" {
shape *shape_make(int corners); /* throws std::out_of_range, flat */
bool shape_calls(callback f);   /* whether f threw a flat */
bool shape_is_square(shape *s);
int shape_thread(); /* counts the calls of this thread */
}

#endif
