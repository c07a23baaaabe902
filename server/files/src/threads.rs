//! What the core is lent: the processors of this machine, and its clock.

use std::sync::LazyLock;
use std::time::Instant;

use rayon::iter::{IntoParallelIterator, ParallelIterator};
use rules::clock::Clock;
use rules::workers::Workers;

/// The clock of this machine.
pub(crate) fn clock() -> Clock {
    static BEGUN: LazyLock<Instant> = LazyLock::new(Instant::now);
    Clock::new(|| BEGUN.elapsed().as_millis() as u64)
}

/// The processors of this machine: they divide a long document among them, unless several documents are divided already.
pub(crate) fn workers() -> Workers {
    Workers::new(|n, work| {
        // On a thread of a pool, the others have documents of their own.
        if rayon::current_thread_index().is_some() {
            (0..n).for_each(work);
        } else {
            (0..n).into_par_iter().for_each(work);
        }
    })
}
