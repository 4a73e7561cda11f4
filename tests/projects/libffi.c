/* Calls a function through libffi, and lets libc call back through a closure. */
#include <ffi.h>
#include <stdio.h>
#include <stdlib.h>

static double mixed(int a, double b, signed char c, float d)
{
	return a + b + c + d;
}

static void add(ffi_cif *cif, void *result, void **args, void *data)
{
	(void)cif;
	*(ffi_arg *)result = (ffi_arg)(*(int *)args[0] + *(int *)data);
}

static void order(ffi_cif *cif, void *result, void **args, void *data)
{
	const int *a = *(const int **)args[0], *b = *(const int **)args[1];
	(void)cif;
	(void)data;
	*(ffi_sarg *)result = (*a > *b) - (*a < *b);
}

static void *closure(ffi_cif *cif, void (*fun)(ffi_cif *, void *, void **, void *), void *data)
{
	void *code;
	ffi_closure *c = ffi_closure_alloc(sizeof *c, &code);
	if (!c || ffi_prep_closure_loc(c, cif, fun, data, code) != FFI_OK)
		exit(1);
	return code;
}

int main(void)
{
	ffi_type *four[] = { &ffi_type_sint, &ffi_type_double, &ffi_type_schar, &ffi_type_float };
	ffi_type *two[] = { &ffi_type_pointer, &ffi_type_pointer };
	ffi_cif call, one, compare;
	int a = 4, forty = 40, list[] = { 3, 1, 2 };
	double b = 2.5, sum;
	signed char c = -1;
	float d = 1.75F;
	void *args[] = { &a, &b, &c, &d };
	if (ffi_prep_cif(&call, FFI_DEFAULT_ABI, 4, &ffi_type_double, four) != FFI_OK ||
		ffi_prep_cif(&one, FFI_DEFAULT_ABI, 1, &ffi_type_sint, four) != FFI_OK ||
		ffi_prep_cif(&compare, FFI_DEFAULT_ABI, 2, &ffi_type_sint, two) != FFI_OK)
		return 1;
	ffi_call(&call, FFI_FN(mixed), &sum, args);
	int (*plus)(int) = (int (*)(int))closure(&one, add, &forty);
	qsort(list, 3, sizeof *list, (int (*)(const void *, const void *))closure(&compare, order, NULL));
	printf("call %.2f, closure %d, sorted %d %d %d\n", sum, plus(2), list[0], list[1], list[2]);
	return 0;
}
