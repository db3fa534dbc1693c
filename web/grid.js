// The matrix's table as a grid: one tab stop, arrow keys from cell to cell (WAI-ARIA Authoring Practices, grid pattern).

const FOCUSABLE = "a[data-command], button[data-command], td[data-command]";

function cellsOf(table) {
  return [...table.rows].map((row) => [...row.cells]);
}

/** What takes the focus in a cell: its link, or the cell itself. The corner has nothing. */
function focusableIn(cell) {
  if (!cell) return null;
  if (cell.matches(FOCUSABLE)) return cell;
  return cell.querySelector("a[data-command]") ?? cell.querySelector(FOCUSABLE);
}

export class Grid {
  /** @param {(key: string) => void} focusChanged tells the picture; "" when the focus left */
  constructor(root, focusChanged) {
    this.root = root;
    this.current = null;
    root.addEventListener("focusin", (event) => {
      const cell = event.target.closest("#matrix-table td, #matrix-table th");
      if (cell) this.#setCurrent(focusableIn(cell) === event.target ? event.target : this.current ?? event.target);
      focusChanged(cell?.id ?? "");
    });
    root.addEventListener("focusout", (event) => {
      if (!event.relatedTarget?.closest?.("#matrix-table")) focusChanged("");
    });
    root.addEventListener("keydown", (event) => this.#key(event));
    this.refresh();
  }

  /** After the table changed: exactly one tab stop, the one there was if it still stands. */
  refresh() {
    const table = this.root.querySelector("#matrix-table");
    if (!table) return;
    if (!this.current?.isConnected) {
      this.#setCurrent(table.querySelector("tbody td a[data-command]") ?? table.querySelector(FOCUSABLE));
    } else if (this.current.tabIndex !== 0) {
      this.current.tabIndex = 0; // the table was described anew
    }
  }

  /** The picture's focus moved: the tab stop goes along, without taking the focus. */
  follow(key) {
    const target = focusableIn(document.getElementById(key));
    if (target) this.#setCurrent(target);
  }

  #setCurrent(element) {
    if (this.current === element || !element) return;
    if (this.current) this.current.tabIndex = -1;
    this.current = element;
    element.tabIndex = 0;
  }

  #key(event) {
    if (event.altKey || event.metaKey) return;
    const cell = event.target.closest("#matrix-table td, #matrix-table th");
    if (!cell) return;
    if (event.key === "Enter" && event.target === cell) {
      event.preventDefault();
      cell.click();
      return;
    }
    const rows = cellsOf(cell.closest("table"));
    const rowIndex = cell.parentElement.rowIndex;
    const columnIndex = columnOf(cell);
    const target = this.#destination(event, rows, rowIndex, columnIndex);
    if (!target) return;
    event.preventDefault();
    this.#setCurrent(target);
    target.focus();
  }

  #destination(event, rows, row, column) {
    const rtl = getComputedStyle(this.root).direction === "rtl";
    const last = rows.length - 1;
    const page = 5;
    switch (event.key) {
      case rtl ? "ArrowLeft" : "ArrowRight": return seek(rows, row, column, 0, 1);
      case rtl ? "ArrowRight" : "ArrowLeft": return seek(rows, row, column, 0, -1);
      case "ArrowDown": return seek(rows, row, column, 1, 0);
      case "ArrowUp": return seek(rows, row, column, -1, 0);
      case "PageDown": return seek(rows, Math.min(last, row + page) - 1, column, 1, 0);
      case "PageUp": return seek(rows, Math.max(0, row - page) + 1, column, -1, 0);
      case "Home": return seek(rows, event.ctrlKey ? firstBody(rows) : row, -1, 0, 1);
      case "End": return seek(rows, event.ctrlKey ? last : row, 1e6, 0, -1);
      default: return null;
    }
  }
}

function columnOf(cell) {
  let column = 0;
  for (let c = cell.previousElementSibling; c; c = c.previousElementSibling) column += c.colSpan;
  return column;
}

function cellAt(row, column) {
  let at = 0;
  for (const cell of row) {
    if (column < at + cell.colSpan) return column >= at ? cell : null;
    at += cell.colSpan;
  }
  return null;
}

function firstBody(rows) {
  return rows.findIndex((row) => row[0]?.scope === "row");
}

// The next thing that takes the focus from (row, column) in a direction, skipping what takes none.
function seek(rows, row, column, down, right) {
  const width = rows[row]?.reduce((sum, cell) => sum + cell.colSpan, 0) ?? 0;
  let r = row;
  let c = Math.min(column, width);
  for (;;) {
    r += down;
    c += right;
    if (r < 0 || r >= rows.length || c < 0 || c >= Math.max(width, 1)) return null;
    const found = focusableIn(cellAt(rows[r], c));
    if (found) return found;
  }
}
