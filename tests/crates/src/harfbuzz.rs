use harfbuzz_sys as c;
use std::ffi::{c_void, CStr};
use std::ptr::null_mut;

// A font of no file, whose glyphs are numbered as the characters are.
unsafe extern "C" fn glyph(
    _: *mut c::hb_font_t,
    _: *mut c_void,
    character: u32,
    glyph: *mut u32,
    _: *mut c_void,
) -> i32 {
    *glyph = character;
    1
}

unsafe extern "C" fn advance(
    _: *mut c::hb_font_t,
    _: *mut c_void,
    glyph: u32,
    _: *mut c_void,
) -> i32 {
    if glyph == 'i' as u32 {
        3
    } else {
        10
    }
}

// Glyphs in the order in which they are drawn, and how wide they are together.
unsafe fn shape(font: *mut c::hb_font_t, text: &str) -> (String, i32) {
    let buffer = c::hb_buffer_create();
    let length = text.len() as i32;
    c::hb_buffer_add_utf8(buffer, text.as_ptr().cast(), length, 0, length);
    c::hb_buffer_guess_segment_properties(buffer);
    c::hb_shape(font, buffer, std::ptr::null(), 0);
    let mut count = 0;
    let glyphs = c::hb_buffer_get_glyph_infos(buffer, &mut count);
    let places = c::hb_buffer_get_glyph_positions(buffer, &mut count);
    let drawn = (0..count as usize)
        .map(|i| char::from_u32((*glyphs.add(i)).codepoint).unwrap())
        .collect();
    let width = (0..count as usize)
        .map(|i| (*places.add(i)).x_advance)
        .sum();
    c::hb_buffer_destroy(buffer);
    (drawn, width)
}

fn main() {
    unsafe {
        let functions = c::hb_font_funcs_create();
        c::hb_font_funcs_set_nominal_glyph_func(functions, Some(glyph), null_mut(), None);
        c::hb_font_funcs_set_glyph_h_advance_func(functions, Some(advance), null_mut(), None);
        let font = c::hb_font_create(c::hb_face_create(c::hb_blob_get_empty(), 0));
        c::hb_font_set_funcs(font, functions, null_mut(), None);
        let version = CStr::from_ptr(c::hb_version_string()).to_str().unwrap();
        // the second is written from right to left; the third is composed
        println!(
            "{version}, {:?}, {:?}, {:?}",
            shape(font, "win"),
            shape(font, "\u{5d0}\u{5d1}\u{5d2}"),
            shape(font, "e\u{301}")
        );
        c::hb_font_destroy(font);
        c::hb_font_funcs_destroy(functions);
    }
}
