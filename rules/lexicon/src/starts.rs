//! Where the first two bytes of a form lead: the nodes near the root have the most branches, and every look-up passes them.

use fst::raw::Fst;

/// No node has this address; that of a form's end is 0.
const NOWHERE: u32 = u32::MAX;

/// For the pairs of bytes that begin forms, the node behind them.
#[derive(Clone, Debug)]
pub(crate) struct Starts {
    /// For each first byte its row, counted from 1; 0 for none.
    rows: [u8; 256],
    /// For each second byte the address of the node, [`NOWHERE`] for none, and what the way there adds up to.
    behind: Vec<[(u32, u32); 256]>,
}

impl Starts {
    /// The starts of the forms in `fst`, whose addresses and values are those of a small automaton.
    pub(crate) fn of(fst: &Fst<&[u8]>) -> Self {
        let mut starts = Self { rows: [0; 256], behind: Vec::new() };
        for first in fst.root().transitions() {
            let mut row = [(NOWHERE, 0); 256];
            for second in fst.node(first.addr).transitions() {
                let value = first.out.value() + second.out.value();
                row[usize::from(second.inp)] = (second.addr as u32, value as u32);
            }
            starts.behind.push(row);
            starts.rows[usize::from(first.inp)] = starts.behind.len() as u8;
        }
        starts
    }

    /// The address of the node behind two bytes, and the sum of what stands on the way.
    pub(crate) fn behind(&self, first: u8, second: u8) -> Option<(usize, u64)> {
        let row = usize::from(self.rows[usize::from(first)]).checked_sub(1)?;
        let (address, value) = self.behind.get(row)?[usize::from(second)];
        (address != NOWHERE).then(|| (address as usize, u64::from(value)))
    }
}
