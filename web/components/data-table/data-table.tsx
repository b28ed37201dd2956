import type { Key, ReactNode } from "react";
import "./data-table.css";

export interface Column<Row> {
  readonly id: string;
  readonly head: string;
  /** The head is only for those who listen. */
  readonly headHidden?: boolean;
  readonly cell: (row: Row) => ReactNode;
  readonly number?: boolean;
  /** The column that names the row, for those who listen. */
  readonly names?: boolean;
}

export interface DataTableProps<Row> {
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => Key;
}

/** A table with caption and sticky head; where it is narrow each row becomes a block and each cell says its head. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, captionHidden, columns, rows, keyOf } = props;
  return (
    <table className="data-table">
      <caption className={captionHidden === true ? "visually-hidden" : undefined}>
        {caption}
      </caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.id}
              scope="col"
              className={column.number === true ? "number" : undefined}
            >
              {column.headHidden === true ? (
                <span className="visually-hidden">{column.head}</span>
              ) : (
                column.head
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map((column) => (
              <Cell key={column.id} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const className = column.number === true ? "number" : undefined;
  if (column.names === true) {
    return (
      <th
        scope="row"
        className={className}
        data-head={column.headHidden === true ? "" : column.head}
      >
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td className={className} data-head={column.headHidden === true ? "" : column.head}>
      {column.cell(row)}
    </td>
  );
}
