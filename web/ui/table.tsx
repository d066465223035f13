import type { ReactNode } from 'react';

export type Column<Row> = {
  readonly key: string;
  readonly head: ReactNode;
  /** What a card calls the cell; left out: the head, where it is a text. */
  readonly label?: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand at the right. */
  readonly right?: boolean;
};

/**
 * A plain table; scrolls sideways by itself on a narrow screen, reachable by keyboard. With `cards` a row is a card there, whose
 * first cell is its title and whose others have their labels, so that nothing is out of sight.
 */
export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
  cards,
}: {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly cards?: boolean;
}) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className={cards === true ? 'table as-cards' : 'table'}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.right === true ? 'right' : undefined}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <td
                  key={column.key}
                  className={column.right === true ? 'right' : undefined}
                  data-label={column.label ?? (typeof column.head === 'string' ? column.head : undefined)}
                >
                  {cards === true ? <div>{column.cell(row)}</div> : column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
