//! Puts what threads finish in any order back into its own order.

use std::collections::BTreeMap;

/// Holds what came early until its turn.
#[derive(Debug)]
pub(super) struct InOrder<T> {
    next: usize,
    early: BTreeMap<usize, T>,
}

impl<T> InOrder<T> {
    /// Waits for number 0.
    pub(super) fn new() -> Self {
        Self { next: 0, early: BTreeMap::new() }
    }

    /// Takes number `n`, and gives those whose turn it now is.
    pub(super) fn take(&mut self, n: usize, value: T) -> Vec<T> {
        self.early.insert(n, value);
        let mut due = Vec::new();
        while let Some(value) = self.early.remove(&self.next) {
            due.push(value);
            self.next += 1;
        }
        due
    }
}

#[cfg(test)]
mod tests {
    use super::InOrder;

    #[test]
    fn what_comes_early_waits() {
        let mut in_order = InOrder::new();
        assert!(in_order.take(2, 'c').is_empty());
        assert_eq!(in_order.take(0, 'a'), ['a']);
        assert_eq!(in_order.take(1, 'b'), ['b', 'c']);
    }
}
