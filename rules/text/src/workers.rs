//! Work that is divided among threads: the core has none, so whoever has some lends them.

use std::ops::Range;
use std::sync::OnceLock;

/// Whoever does work in pieces.
#[derive(Clone, Copy, Debug)]
pub struct Workers {
    each: fn(usize, &(dyn Fn(usize) + Sync)),
}

/// This many bytes of text are worked on at once: enough to pay for the way there, few enough to be shared evenly.
const PIECE: usize = 64 * 1024;

impl Default for Workers {
    /// One after the other, on the thread that asks.
    fn default() -> Self {
        Self { each: |n, work| (0..n).for_each(work) }
    }
}

impl Workers {
    /// Workers that call a function once for every number below a count, in any order and at once as they like.
    pub fn new(each: fn(usize, &(dyn Fn(usize) + Sync))) -> Self {
        Self { each }
    }

    /// `work` done on each of `all`, in their order; `bytes` says how much text one of them is.
    pub fn map<T: Sync, U: Send + Sync>(
        self,
        all: &[T],
        bytes: impl Fn(&T) -> usize,
        work: impl Fn(&T) -> U + Sync,
    ) -> Vec<U> {
        let pieces = pieces(all, bytes);
        if pieces.len() <= 1 {
            return all.iter().map(work).collect();
        }
        let piece = |n: usize| all[pieces[n].clone()].iter().map(&work).collect::<Vec<U>>();
        let done: Vec<OnceLock<Vec<U>>> = pieces.iter().map(|_| OnceLock::new()).collect();
        (self.each)(pieces.len(), &|n| {
            done[n].get_or_init(|| piece(n));
        });
        let done = done.into_iter().enumerate();
        done.flat_map(|(n, done)| done.into_inner().unwrap_or_else(|| piece(n))).collect()
    }
}

/// `all` in pieces of about the same size.
fn pieces<T>(all: &[T], bytes: impl Fn(&T) -> usize) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let (mut first, mut size) = (0, 0);
    for (at, one) in all.iter().enumerate() {
        size += bytes(one);
        if size >= PIECE {
            pieces.push(first..at + 1);
            (first, size) = (at + 1, 0);
        }
    }
    if first < all.len() {
        pieces.push(first..all.len());
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::{PIECE, Workers};

    #[test]
    fn the_order_is_kept_whoever_comes_first() {
        let backwards = Workers::new(|n, work| (0..n).rev().for_each(work));
        let all: Vec<usize> = (0..100).collect();
        let work = |workers: Workers| workers.map(&all, |_| PIECE / 3, |n| n * n);
        assert_eq!(work(backwards), work(Workers::default()));
    }

    #[test]
    fn work_that_was_left_is_done() {
        let idle = Workers::new(|_, _| {});
        assert_eq!(idle.map(&[1, 2], |_| PIECE, |n| n + 1), [2, 3]);
    }
}
