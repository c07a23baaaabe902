//! The border to JavaScript: bytes in memory, and four numbers. The only place with `unsafe` in it.
//!
//! The caller asks for room with [`room`], writes a request (JSON) and, behind it, the bytes of a file, calls [`answer`],
//! reads the answer (JSON) at the address it is given, and gives both rooms back with [`done`]. A file that the answer made is
//! fetched with [`made`].

use std::cell::RefCell;

use crate::Session;

thread_local! {
    static SESSION: RefCell<Session> = RefCell::default();
}

/// Room for `len` bytes; [`done`] takes it back.
#[unsafe(no_mangle)]
pub extern "C" fn room(len: usize) -> *mut u8 {
    Box::into_raw(vec![0_u8; len].into_boxed_slice()).cast()
}

/// Takes back the room of `len` bytes at `at`.
///
/// # Safety
/// `at` and `len` are those of one call of [`room`] or one answer of [`answer`], and are not used again.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn done(at: *mut u8, len: usize) {
    // SAFETY: the caller promises that this is a whole box of that length, and gives it up.
    drop(unsafe { Box::from_raw(std::ptr::slice_from_raw_parts_mut(at, len)) });
}

/// Answers the request in the first `request` of the `len` bytes at `at`; the rest is the file it speaks of. Gives the
/// address of the answer in the upper half, its length in the lower.
///
/// # Safety
/// `at` and `len` are those of one call of [`room`], and nobody writes there meanwhile.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn answer(at: *const u8, request: usize, len: usize) -> u64 {
    // SAFETY: the caller promises that these bytes are there and stay as they are.
    let bytes = unsafe { std::slice::from_raw_parts(at, len) };
    let (request, file) = bytes.split_at(request.min(len));
    given(SESSION.with_borrow_mut(|session| session.answer(request, file)).into_bytes())
}

/// The file that the last answer made, as [`answer`] gives its words.
#[unsafe(no_mangle)]
pub extern "C" fn made() -> u64 {
    given(SESSION.with_borrow_mut(Session::made))
}

/// Gives `bytes` away: their address in the upper half, how many in the lower.
fn given(bytes: Vec<u8>) -> u64 {
    let bytes = bytes.into_boxed_slice();
    let len = bytes.len() as u64;
    (Box::into_raw(bytes).cast::<u8>() as u64) << 32 | len
}
