import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { InverterList, InverterListResult, ListCorrection, ListedInverter } from '../api/types.js';
import { useText } from '../i18n/use-text.js';
import { Button } from '../ui/button.js';
import { Segmented } from '../ui/segmented.js';
import { confirmList, correctList, getList } from './api.js';
import { ListRow, type ListedField } from './inverter-list-row.js';
import { Failure } from './drop-zone.js';
import { keys } from './queries.js';

type RowsProps = {
  readonly plantId: string;
  readonly list: InverterList;
  readonly result: InverterListResult | undefined;
  readonly onResult: (result: InverterListResult | undefined) => void;
};

type Corrections = ReadonlyMap<number, ListCorrection>;

const isReady = ({ verdict }: ListedInverter) =>
  verdict === 'reporting' || verdict === 'awaitingData' || verdict === 'unknownDevice';
const isWrong = (row: ListedInverter) => !isReady(row) && row.verdict !== 'added' && row.verdict !== 'inThisPlant';

/** The rows with their verdicts; what is corrected is checked again before it can be added. */
export function ListRows({ plantId, list, result, onResult }: RowsProps) {
  const text = useText();
  const client = useQueryClient();
  const [corrections, setCorrections] = useState<Corrections>(new Map());
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [filter, setFilter] = useState<'all' | 'wrong'>('all');
  const [busy, setBusy] = useState<'check' | 'add'>();
  const [failure, setFailure] = useState<Error>();

  const ready = list.rows.filter((row) => isReady(row) && !corrections.has(row.line));
  const wrong = list.rows.filter((row) => isWrong(row) || corrections.has(row.line));
  const chosen = ready.filter(({ line }) => !left.has(line));
  const shown = filter === 'wrong' && wrong.length > 0 ? wrong : list.rows;
  const keep = (answer: InverterList) => client.setQueryData(keys.inverterList(plantId, list.id), answer);

  const during = (kind: 'check' | 'add', work: () => Promise<void>) => {
    if (busy !== undefined) return;
    setBusy(kind);
    setFailure(undefined);
    work()
      .catch((error: unknown) => setFailure(error instanceof Error ? error : new Error(String(error))))
      .finally(() => setBusy(undefined));
  };
  const recheck = () =>
    during('check', async () => {
      keep(await correctList(plantId, list.id, [...corrections.values()]));
      setCorrections(new Map());
      onResult(undefined);
    });
  const add = () =>
    during('add', async () => {
      const rows = chosen.map(({ line }) => ({ line }));
      onResult(await confirmList(plantId, list.id, rows));
      keep(await getList(plantId, list.id, new AbortController().signal));
      await client.invalidateQueries({ queryKey: keys.plant(plantId) });
      await client.invalidateQueries({ queryKey: ['plants'], exact: true });
    });
  const correct = (line: number, field: ListedField, value: string) =>
    setCorrections((all) => new Map(all).set(line, { ...(all.get(line) ?? { line }), [field]: value }));
  const choose = (line: number, isChosen: boolean) =>
    setLeft((all) => new Set(isChosen ? [...all].filter((other) => other !== line) : [...all, line]));

  return (
    <section className="card list-card" aria-label={text('plant.list.rows')}>
      <div className="list-head">
        <p role="status">
          <b>{text('plant.list.counts', { ready: ready.length, wrong: wrong.length - corrections.size })}</b>{' '}
          {corrections.size > 0 && text('plant.list.changed', { count: corrections.size })}
        </p>
        {wrong.length > 0 && (
          <Segmented
            label={text('plant.list.filter')}
            value={filter}
            options={[
              { value: 'all', label: text('plant.list.all', { count: list.rows.length }) },
              { value: 'wrong', label: text('plant.list.wrong', { count: wrong.length }) },
            ]}
            onChange={setFilter}
          />
        )}
      </div>
      <ul className="list-rows">
        {shown.map((row) => (
          <ListRow
            key={row.line}
            plantId={plantId}
            row={row}
            correction={corrections.get(row.line)}
            problem={result?.rows.find(({ line }) => line === row.line)?.problem ?? undefined}
            chosen={isReady(row) && !corrections.has(row.line) ? !left.has(row.line) : undefined}
            onChoose={(isChosen) => choose(row.line, isChosen)}
            onCorrect={(field, value) => correct(row.line, field, value)}
          />
        ))}
      </ul>
      <div className="list-foot">
        {failure && <Failure error={failure} />}
        {corrections.size > 0 && (
          <Button
            icon="check"
            look={ready.length === 0 ? 'primary' : undefined}
            busy={busy !== undefined}
            onClick={recheck}
          >
            {text('plant.list.recheck')}
          </Button>
        )}
        {ready.length > 0 && (
          <Button look="primary" icon="add" busy={busy !== undefined || chosen.length === 0} onClick={add}>
            {text('plant.list.submit', { count: chosen.length })}
          </Button>
        )}
      </div>
    </section>
  );
}
