import { Link } from '@tanstack/react-router';
import { memo, useCallback, useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { FleetPlant } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import type { MessageId } from '../i18n/de.js';
import { useText } from '../i18n/use-text.js';
import { Figure } from '../ui/figure.js';
import { Icon } from '../ui/icon.js';
import {
  LastValueAge,
  OfExpected,
  OpenIncidents,
  PlantStateChip,
  PowerNow,
  Week,
  YieldToday,
} from './fleet-figures.js';
import { columnsIn, sortedBy, type FleetColumn, type FleetSort, type FleetWish } from './fleet-wish.js';
import { useWindowed } from './use-windowed.js';

type Column = {
  readonly name: FleetColumn | 'state' | 'plant';
  readonly head: MessageId;
  readonly sort: FleetSort | null;
  readonly right?: boolean;
  readonly cell: (plant: FleetPlant) => ReactNode;
};

const allColumns: readonly Column[] = [
  { name: 'state', head: 'fleet.state', sort: 'worst', cell: (plant) => <PlantStateChip plant={plant} /> },
  { name: 'plant', head: 'fleet.plant', sort: 'name', cell: (plant) => <Name plant={plant} /> },
  { name: 'power', head: 'fleet.power', sort: 'generatorPower', right: true, cell: (plant) => <Power plant={plant} /> },
  { name: 'now', head: 'fleet.now', sort: 'acPower', right: true, cell: (plant) => <PowerNow plant={plant} /> },
  { name: 'today', head: 'fleet.today', sort: 'today', right: true, cell: (plant) => <YieldToday plant={plant} /> },
  {
    name: 'expected',
    head: 'fleet.expected',
    sort: 'expected',
    right: true,
    cell: (plant) => <OfExpected plant={plant} />,
  },
  {
    name: 'worst',
    head: 'fleet.worst',
    sort: 'worstInverter',
    right: true,
    cell: (plant) => <Share of={plant.worstShare} />,
  },
  {
    name: 'alerts',
    head: 'fleet.alerts',
    sort: 'incidents',
    right: true,
    cell: (plant) => <OpenIncidents plant={plant} />,
  },
  {
    name: 'lastValue',
    head: 'fleet.lastValue',
    sort: 'lastValue',
    right: true,
    cell: (plant) => <LastValueAge plant={plant} />,
  },
  { name: 'licence', head: 'fleet.licence', sort: 'licence', right: true, cell: (plant) => <Licence plant={plant} /> },
  { name: 'owner', head: 'fleet.owner', sort: null, cell: (plant) => <Owner plant={plant} /> },
  { name: 'week', head: 'fleet.week', sort: null, right: true, cell: (plant) => <Week plant={plant} /> },
];

const rowHeightPx = 57;
/** More than an address line takes. */
const mostSelected = 200;

type FleetTableProps = {
  readonly plants: readonly FleetPlant[];
  /** How many there are, loaded or not. */
  readonly count: number;
  readonly wish: FleetWish;
  readonly selected: ReadonlySet<string>;
  readonly onWish: (wish: FleetWish) => void;
  readonly onShown: (end: number) => void;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
};

/** Only the rows near the screen are drawn; the table is as long as if all were. */
export function FleetTable({ plants, count, wish, selected, onWish, onShown, onSelect }: FleetTableProps) {
  const text = useText();
  const columns = useMemo(() => shownColumns(wish.columns), [wish.columns]);
  const body = useRef<HTMLTableSectionElement>(null);
  const { first, end } = useWindowed(body, count, rowHeightPx);
  useEffect(() => onShown(end));
  const shown = plants.slice(first, end);
  const selectable = plants.slice(0, mostSelected);
  const areAllSelected = selectable.every(({ id }) => selected.has(id));
  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id) && next.size < mostSelected) next.add(id);
    onSelect(next);
  };
  const latest = useRef(toggle);
  useEffect(() => {
    latest.current = toggle;
  });
  const onToggle = useCallback((id: string) => latest.current(id), []);
  return (
    <div className="card fleet-card">
      <table className="table fleet-table" aria-rowcount={count + 1}>
        <caption className="visually-hidden">{text('plants.title')}</caption>
        <thead>
          <tr aria-rowindex={1}>
            <td className="fleet-check">
              <input
                type="checkbox"
                aria-label={text('fleet.selectAll', { count: selectable.length })}
                checked={areAllSelected}
                onChange={() => onSelect(areAllSelected ? new Set() : new Set(selectable.map(({ id }) => id)))}
              />
            </td>
            {columns.map((column) => (
              <Head key={column.head} column={column} wish={wish} onWish={onWish} />
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          <Gap rows={first} span={columns.length + 1} />
          {shown.map((plant, index) => (
            <Row
              key={plant.id}
              columns={columns}
              plant={plant}
              rowIndex={first + index + 2}
              isSelected={selected.has(plant.id)}
              onToggle={onToggle}
            />
          ))}
          <Gap rows={count - first - shown.length} span={columns.length + 1} />
        </tbody>
      </table>
    </div>
  );
}

function shownColumns(chosen: string): readonly Column[] {
  const names: readonly string[] = ['state', 'plant', ...columnsIn(chosen)];
  return allColumns.filter(({ name }) => names.includes(name));
}

function Gap({ rows, span }: { readonly rows: number; readonly span: number }) {
  if (rows <= 0) return null;
  return (
    <tr className="fleet-gap" aria-hidden="true">
      <td colSpan={span} style={{ height: rows * rowHeightPx }} />
    </tr>
  );
}

function Head({
  column: { head, sort, right },
  wish,
  onWish,
}: {
  readonly column: Column;
  readonly wish: FleetWish;
  readonly onWish: (wish: FleetWish) => void;
}) {
  const text = useText();
  const className = right === true ? 'right' : undefined;
  if (sort === null) {
    return (
      <th scope="col" className={className}>
        {text(head)}
      </th>
    );
  }
  const isSorted = wish.sort === sort;
  return (
    <th
      scope="col"
      className={className}
      aria-sort={isSorted ? (wish.order === 'asc' ? 'ascending' : 'descending') : undefined}
    >
      <button type="button" className="fleet-sort" onClick={() => onWish(sortedBy(wish, sort))}>
        {text(head)}
        {isSorted && <span aria-hidden="true">{wish.order === 'asc' ? '↑' : '↓'}</span>}
      </button>
    </th>
  );
}

const Row = memo(function Row({
  columns,
  plant,
  rowIndex,
  isSelected,
  onToggle,
}: {
  readonly columns: readonly Column[];
  readonly plant: FleetPlant;
  readonly rowIndex: number;
  readonly isSelected: boolean;
  readonly onToggle: (id: string) => void;
}) {
  const text = useText();
  return (
    <tr aria-rowindex={rowIndex} className={isSelected ? 'selected' : undefined}>
      <td className="fleet-check">
        <input
          type="checkbox"
          aria-label={text('fleet.select', { name: plant.name })}
          checked={isSelected}
          onChange={() => onToggle(plant.id)}
        />
      </td>
      {columns.map(({ head, right, cell }) => (
        <td key={head} className={right === true ? 'right' : undefined}>
          {cell(plant)}
        </td>
      ))}
    </tr>
  );
});

function Name({ plant }: { readonly plant: FleetPlant }) {
  const text = useText();
  const format = useFormat();
  return (
    <div className="fleet-plant">
      <Link className="fleet-name" to="/plants/$plantId" params={{ plantId: plant.id }} title={plant.name}>
        {plant.name}
      </Link>
      <small>
        {format.inWords(format.ratedPower(plant.generatorPowerW))} · {plant.town}
        {plant.ownerName !== null && (
          <>
            {' '}
            · <Icon name="account" size={12} /> {text('sharing.by', { owner: plant.ownerName })}
          </>
        )}
      </small>
    </div>
  );
}

function Power({ plant }: { readonly plant: FleetPlant }) {
  const format = useFormat();
  return <Figure of={format.ratedPower(plant.generatorPowerW)} />;
}

function Owner({ plant }: { readonly plant: FleetPlant }) {
  const text = useText();
  return <>{plant.ownerName ?? text('fleet.you')}</>;
}

function Share({ of }: { readonly of: number | null }) {
  const format = useFormat();
  return <Figure of={format.percent(of)} />;
}

function Licence({ plant: { licence } }: { readonly plant: FleetPlant }) {
  const text = useText();
  const format = useFormat();
  if (licence.lastDay === null) return <>–</>;
  const isOver = licence.state === 'expired' || licence.state === 'exceeded';
  return (
    <>
      {format.day(licence.lastDay, 'dayShort')}
      {isOver && <span className="fleet-over">{text('fleet.over')}</span>}
    </>
  );
}
