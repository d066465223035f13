import type { HistoryPreview } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { Table } from '../ui/table.js';

const shownRows = 50;

/** What each column is taken for, what each year would add up to, and which rows stay out. */
export function Preview({ preview: { fileName, columns, years, rows } }: { readonly preview: HistoryPreview }) {
  const text = useText();
  const format = useFormat();
  const refused = rows.filter(({ verdict }) => verdict !== 'taken');
  return (
    <>
      <h3>{fileName}</h3>
      <ul className="history-columns" aria-label={text('plant.history.columns')}>
        {columns.map(({ title, name }, index) => (
          <li key={index} className={name === null ? 'secondary' : undefined}>
            {name === null
              ? text('plant.history.columnUnknown', { title })
              : text('plant.history.column', { title, name })}
          </li>
        ))}
      </ul>
      <h3>{text('plant.history.years')}</h3>
      {years.length === 0 ? (
        <p>{text('plant.history.nothing')}</p>
      ) : (
        <Table
          caption={text('plant.history.years')}
          rows={years}
          rowKey={({ year }) => `${year}`}
          columns={[
            { key: 'year', head: text('plant.history.year'), cell: ({ year }) => year },
            { key: 'days', head: text('plant.history.days'), cell: ({ days }) => format.number(days), right: true },
            {
              key: 'energy',
              head: text('plant.history.energy'),
              cell: ({ energyWh }) => format.inWords(format.energy(energyWh)),
              right: true,
            },
          ]}
        />
      )}
      {refused.length > 0 && (
        <>
          <h3>{text('plant.history.rest')}</h3>
          <Table
            caption={text('plant.history.rest')}
            rows={refused.slice(0, shownRows)}
            rowKey={({ line }) => `${line}`}
            columns={[
              { key: 'line', head: text('plant.history.line'), cell: ({ line }) => line },
              {
                key: 'day',
                head: text('plant.history.day'),
                cell: ({ day }) => (day === null ? '–' : format.day(day)),
              },
              {
                key: 'why',
                head: text('plant.history.why'),
                cell: ({ verdict, column }) => text(`plant.history.verdict.${verdict}`, { column: column ?? '' }),
              },
            ]}
          />
          {refused.length > shownRows && (
            <p className="secondary">{text('plant.history.more', { count: refused.length - shownRows })}</p>
          )}
        </>
      )}
    </>
  );
}
