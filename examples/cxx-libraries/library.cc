#include "shape.h"

extern "C" shape *shape_make(int corners)
{
	if (corners == 4)
		return new square(2);
	if (corners == 0)
		return new circle(1);
	if (corners == 2)
		throw flat("two corners have no area");
	throw std::out_of_range("no such shape");
}

extern "C" bool shape_calls(callback f)
{
	try {
		f();
	} catch (const flat &) {
		return true;
	}
	return false;
}

extern "C" bool shape_is_square(shape *s)
{
	return dynamic_cast<square *>(s) != nullptr;
}

extern "C" int shape_thread()
{
	struct counter {
		int n = 0;
		~counter()
		{
			n = -1;
		}
	};
	static thread_local counter c;
	return ++c.n;
}
