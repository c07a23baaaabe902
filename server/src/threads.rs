//! Divides a long document among the processors, unless several documents are divided among them already.

use rayon::iter::{IntoParallelIterator, ParallelIterator};
use rules::workers::Workers;

/// The processors of this machine.
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
