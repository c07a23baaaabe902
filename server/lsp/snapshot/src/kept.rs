//! What was made of single items. An edit makes the item anew that it lies in and leaves the others, so that an outline, which is
//! asked for at every key, reads one item and not all.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use rules::minutes::Item;
use rustc_hash::FxHashMap;

/// A `T` of each item, as long as the item lives.
pub struct Kept<T>(Arc<Mutex<FxHashMap<usize, Made<T>>>>);

/// An item, and what was made of it.
type Made<T> = (Weak<Item>, Arc<T>);

impl<T> Kept<T> {
    /// What was made of `item`, if it is still `good`; else what `make` makes of it now.
    pub fn of(&self, item: &Arc<Item>, good: impl FnOnce(&T) -> bool, make: impl FnOnce() -> T) -> Arc<T> {
        let key = Arc::as_ptr(item).addr();
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // Another item may lie where one lay that is gone.
        let lives =
            |(of, _): &&Made<T>| of.strong_count() > 0 && std::ptr::eq(of.as_ptr(), Arc::as_ptr(item));
        if let Some((_, made)) = all.get(&key).filter(lives).filter(|(_, made)| good(made)) {
            return made.clone();
        }
        let made = Arc::new(make());
        if all.len() == all.capacity() {
            all.retain(|_, (item, _)| item.strong_count() > 0);
        }
        all.insert(key, (Arc::downgrade(item), made.clone()));
        made
    }
}

impl<T> Clone for Kept<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<T> fmt::Debug for Kept<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Kept")
    }
}
