/* Writes a picture with libpng, reads it again, and adds up what came back. */
#include <png.h>
#include <stdio.h>
#include <string.h>

enum { SIDE = 64 };

static unsigned char pixels[SIDE * SIDE * 3], again[sizeof pixels];

int main(void)
{
	unsigned long sum = 0;
	png_image image;
	memset(&image, 0, sizeof image);
	image.version = PNG_IMAGE_VERSION;
	image.width = image.height = SIDE;
	image.format = PNG_FORMAT_RGB;
	for (size_t i = 0; i < sizeof pixels; i++)
		sum += pixels[i] = (unsigned char)(i * i >> 4);
	if (!png_image_write_to_file(&image, "out.png", 0, pixels, 0, NULL))
		return 1;
	memset(&image, 0, sizeof image);
	image.version = PNG_IMAGE_VERSION;
	if (!png_image_begin_read_from_file(&image, "out.png"))
		return 2;
	image.format = PNG_FORMAT_RGB;
	if (!png_image_finish_read(&image, NULL, again, 0, NULL) || memcmp(pixels, again, sizeof pixels))
		return 3;
	printf("rows %u, sum %lu, libpng %s\n", (unsigned)image.height, sum, PNG_LIBPNG_VER_STRING);
	return 0;
}
