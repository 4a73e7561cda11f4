use libgit2_sys as c;

// An object's name, and a repository that is made and opened.
fn main() {
    let place = std::env::temp_dir().join(format!("try-libgit2.{}", std::process::id()));
    let path = std::ffi::CString::new(place.to_str().unwrap()).unwrap();
    unsafe {
        c::git_libgit2_init();
        let (mut major, mut minor, mut patch) = (0, 0, 0);
        c::git_libgit2_version(&mut major, &mut minor, &mut patch);
        let mut name: c::git_oid = std::mem::zeroed();
        c::git_odb_hash(&mut name, b"hello\n".as_ptr().cast(), 6, c::GIT_OBJECT_BLOB);
        let (mut made, mut opened) = (std::ptr::null_mut(), std::ptr::null_mut());
        let making = c::git_repository_init(&mut made, path.as_ptr(), 1);
        let opening = c::git_repository_open(&mut opened, path.as_ptr());
        let bare = c::git_repository_is_bare(opened);
        c::git_repository_free(opened);
        c::git_repository_free(made);
        c::git_libgit2_shutdown();
        let _ = std::fs::remove_dir_all(place);
        let id: String = name.id[..4].iter().map(|b| format!("{b:02x}")).collect();
        println!("{major}.{minor}.{patch}, {id}, {making} {opening} {bare}");
    }
}
