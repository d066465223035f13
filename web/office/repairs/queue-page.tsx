import '../office-list.css';
import './queue.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useId } from 'react';
import { Temporal } from 'temporal-polyfill';
import { useMe } from '../../api/accounts.js';
import { usePages } from '../../api/use-pages.js';
import type { OfficeRepairListItem } from '../../api/types.js';
import { portalZone } from '../../format/dates.js';
import { useFormat } from '../../format/use-format.js';
import { useText } from '../../i18n/use-text.js';
import { RepairChip } from '../../repairs/repair-chip.js';
import { LoadFailure } from '../../shell/failure.js';
import { Page } from '../../ui/page.js';
import { Segmented } from '../../ui/segmented.js';
import { Chip, EmptyState, Loading } from '../../ui/surfaces.js';
import { Table } from '../../ui/table.js';
import { More } from '../../ui/more.js';
import { advocatesQuery, repairStates, type RepairState } from './queue.js';

const route = getRouteApi('/signed-in/office/repairs');

/** The repairs that the office has to deal with, or has dealt with (H6). */
export function RepairQueuePage() {
  const text = useText();
  const { state = 'open', advocate } = route.useSearch();
  const navigate = useNavigate();
  const repairs = usePages<OfficeRepairListItem>('/office/repair-orders', { state, ...(advocate && { advocate }) });
  const show = (wish: { readonly state: RepairState; readonly advocate: string | undefined }) =>
    void navigate({ to: '/office/repairs', search: wish, replace: true });
  return (
    <Page title={text('office.repairs.title')} lead={text('office.repairs.lead')}>
      <div className="stack">
        <div className="repair-filters">
          <Segmented
            label={text('office.repairs.state')}
            value={state}
            options={repairStates.map((value) => ({ value, label: text(`office.repairs.${value}`) }))}
            onChange={(chosen) => show({ state: chosen, advocate })}
          />
          <AdvocateFilter
            value={advocate ?? ''}
            onChange={(chosen) => show({ state, advocate: chosen || undefined })}
          />
        </div>
        {repairs.items === undefined ? (
          repairs.isError ? (
            <div className="card">
              <LoadFailure error={repairs.error} retry={() => void repairs.refetch()} />
            </div>
          ) : (
            <Loading />
          )
        ) : (
          <div className="card">
            {repairs.items.length === 0 ? (
              <EmptyState icon="check" title={text('office.repairs.none')}>
                <p>{text('office.repairs.noneText')}</p>
              </EmptyState>
            ) : (
              <Queue repairs={repairs.items} />
            )}
          </div>
        )}
        <More pages={repairs} />
      </div>
    </Page>
  );
}

/** Whose repairs are shown: everybody's, one's own, nobody's, or those of one advocate. */
function AdvocateFilter({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (advocate: string) => void;
}) {
  const text = useText();
  const id = useId();
  const me = useMe().data;
  const people = useQuery(advocatesQuery).data ?? [];
  const own = people.filter(({ accountId }) => accountId === me?.id);
  const others = people.filter(({ accountId }) => accountId !== me?.id);
  return (
    <div className="field">
      <label htmlFor={id}>{text('office.repairs.advocate')}</label>
      <select className="select" id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{text('office.repairs.everybody')}</option>
        {own.map(({ accountId }) => (
          <option key={accountId} value={accountId}>
            {text('office.repairs.mine')}
          </option>
        ))}
        <option value="nobody">{text('office.repairs.nobody')}</option>
        {others.map(({ accountId, userName }) => (
          <option key={accountId} value={accountId}>
            {userName}
          </option>
        ))}
      </select>
    </div>
  );
}

/** "morgen", "in 3 Tagen", "vor 2 Tagen": days of the operator. */
function useDueIn() {
  const format = useFormat();
  const today = Temporal.Now.plainDateISO(portalZone);
  return (dueOn: string | null) =>
    dueOn === null
      ? '–'
      : new Intl.RelativeTimeFormat(format.language, { numeric: 'auto' }).format(
          Temporal.PlainDate.from(dueOn).since(today).days,
          'day',
        );
}

function Queue({ repairs }: { readonly repairs: readonly OfficeRepairListItem[] }) {
  const text = useText();
  const format = useFormat();
  const dueIn = useDueIn();
  return (
    <Table
      caption={text('office.repairs.title')}
      rows={repairs}
      rowKey={({ id }) => id}
      cards
      columns={[
        {
          key: 'repair',
          head: text('office.repairs.repair'),
          cell: ({ id, number, customerName, lastMessageFrom }) => (
            <>
              <Link to="/office/repairs/$repairId" params={{ repairId: id }}>
                <b>{number}</b>
              </Link>
              <span className="under">
                {customerName ?? '–'}
                {lastMessageFrom === 'customer' && ` · ${text('office.repairs.wrote')}`}
              </span>
            </>
          ),
        },
        {
          key: 'device',
          head: text('office.repairs.device'),
          cell: ({ serialNumber, category }) => (
            <>
              {serialNumber ?? '–'}
              <span className="under">{category === null ? '' : text(`repair.short.${category}`)}</span>
            </>
          ),
        },
        { key: 'status', head: text('office.repairs.status'), cell: ({ status }) => <RepairChip status={status} /> },
        {
          key: 'due',
          head: text('office.repairs.due'),
          cell: ({ dueOn, isOverdue, awaitsReturn }) => (
            <>
              {dueIn(dueOn)}
              <span className="under">{format.day(dueOn)}</span>
              {isOverdue && (
                <Chip tone="warn" icon="alert">
                  {text('office.repairs.overdue')}
                </Chip>
              )}
              {awaitsReturn && (
                <Chip tone="warn" icon="swap">
                  {text('office.repairs.awaitsReturn')}
                </Chip>
              )}
            </>
          ),
        },
        {
          key: 'who',
          head: text('office.repairs.advocate'),
          cell: ({ advocate }) => advocate?.userName ?? text('office.repairs.nobody'),
        },
      ]}
    />
  );
}
