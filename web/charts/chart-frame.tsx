import './charts.css';
import { useId, useState, type ReactNode } from 'react';
import { useText } from '../i18n/use-text.js';
import { Icon } from '../ui/icon.js';
import { Table } from '../ui/table.js';

export type ChartTable = {
  readonly columns: readonly string[];
  /** The first cell names the row. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[];
};

type ChartFrameProps = {
  readonly title: string;
  /** The chart in one sentence. */
  readonly summary: ReactNode;
  readonly table: ChartTable;
  /** Switches beside the title. */
  readonly controls?: ReactNode;
  readonly legend?: ReactNode;
  /** What stays visible beside the table, such as the months under a day. */
  readonly below?: ReactNode;
  /** While the figures of another day are on their way the old ones stay, paler. */
  readonly stale?: boolean;
  readonly children: ReactNode;
};

/** Card around a chart: title, sentence, the drawing or the same figures as a table. */
export function ChartFrame({ title, summary, table, controls, legend, below, stale, children }: ChartFrameProps) {
  const id = useId();
  const text = useText();
  const [asTable, setAsTable] = useState(false);
  return (
    <section className="card panel chart-frame" aria-labelledby={id} aria-busy={stale === true}>
      <div className="panel-head">
        <h2 id={id}>{title}</h2>
        {controls}
      </div>
      <p className="chart-summary">{summary}</p>
      <div className={stale === true ? 'chart-body stale' : 'chart-body'}>
        {asTable ? <TableView title={title} table={table} /> : children}
      </div>
      <div className="chart-foot">
        {asTable ? null : legend}
        <button type="button" className="chart-link" onClick={() => setAsTable((shown) => !shown)}>
          <Icon name={asTable ? 'chart' : 'table'} size={15} />
          {text(asTable ? 'charts.asChart' : 'charts.asTable')}
        </button>
      </div>
      {below}
    </section>
  );
}

function TableView({ title, table }: { readonly title: string; readonly table: ChartTable }) {
  const text = useText();
  return (
    <div className="chart-table">
      <Table
        caption={text('charts.table', { title })}
        columns={table.columns.map((head, i) => ({
          key: `${i}`,
          head,
          cell: (row: ChartTable['rows'][number]) => row.cells[i] ?? '–',
          right: i > 0,
        }))}
        rows={table.rows}
        rowKey={(row) => row.key}
      />
    </div>
  );
}
