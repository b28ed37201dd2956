const NEW_LINE = 0x0a;

/** Rows in a piece of `copy` text: a line each, as a line break in a value is written otherwise. */
export function countRows(piece: Uint8Array): number {
  let rows = 0;
  for (let at = piece.indexOf(NEW_LINE); at !== -1; at = piece.indexOf(NEW_LINE, at + 1)) rows += 1;
  return rows;
}
