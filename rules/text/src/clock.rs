//! Time that passes while rules run: the core has no clock, so whoever has one lends it.

/// Whoever knows how late it is.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    now: fn() -> u64,
}

impl Default for Clock {
    /// Stands still: a rule takes as long as it takes.
    fn default() -> Self {
        Self { now: || 0 }
    }
}

impl Clock {
    /// A clock that tells milliseconds since whenever; it never runs backwards.
    pub fn new(now: fn() -> u64) -> Self {
        Self { now }
    }

    /// Milliseconds, by this clock.
    pub fn now(self) -> u64 {
        (self.now)()
    }
}
