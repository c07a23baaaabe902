//! Changes that are on record without words of their own: of the layout, of rows and cells, of where a paragraph ends.

use roxmltree::Node;

use flow::xml::{child, name};

/// Is `node` the record of such a change?
pub(super) fn is_on_record(node: Node<'_, '_>) -> bool {
    let of = |outers: &[&str]| node.parent_element().is_some_and(|outer| outers.contains(&name(outer)));
    match name(node) {
        "rPrChange" | "pPrChange" | "sectPrChange" | "tblPrChange" | "tblGridChange" | "trPrChange"
        | "tcPrChange" | "numberingChange" | "cellIns" | "cellDel" | "cellMerge" => true,
        "ins" | "del" | "moveFrom" | "moveTo" => of(&["rPr", "trPr"]),
        _ => false,
    }
}

/// Do these `properties` of a paragraph, a row or a cell hold such a record?
pub(super) fn hold(properties: Option<Node<'_, '_>>) -> bool {
    properties.is_some_and(|properties| properties.descendants().any(is_on_record))
}

/// Was the row deleted?
pub(super) fn is_deleted_row(row: Node<'_, '_>) -> bool {
    child(row, "trPr").is_some_and(|node| child(node, "del").is_some() || child(node, "moveFrom").is_some())
}

/// Was the cell deleted?
pub(super) fn is_deleted_cell(cell: Node<'_, '_>) -> bool {
    child(cell, "tcPr").is_some_and(|node| child(node, "cellDel").is_some())
}
