import '../office-list.css';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { usePages } from '../../api/use-pages.js';
import type { OfficeRepairListItem } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { useText } from '../../i18n/use-text.js';
import { RepairChip } from '../../repairs/repair-chip.js';
import { LoadFailure } from '../../shell/failure.js';
import { Page } from '../../ui/page.js';
import { Segmented } from '../../ui/segmented.js';
import { Chip, EmptyState, Loading } from '../../ui/surfaces.js';
import { Table } from '../../ui/table.js';
import { More } from '../../ui/more.js';

/** The repairs that the office has to deal with, or has dealt with (H6). */
export function RepairQueuePage() {
  const text = useText();
  const [state, setState] = useState<'open' | 'over'>('open');
  const repairs = usePages<OfficeRepairListItem>('/office/repair-orders', { state });
  return (
    <Page title={text('office.repairs.title')} lead={text('office.repairs.lead')}>
      <div className="stack">
        <Segmented
          label={text('office.repairs.state')}
          value={state}
          options={(['open', 'over'] as const).map((value) => ({ value, label: text(`office.repairs.${value}`) }))}
          onChange={setState}
        />
        {repairs.items === undefined ? (
          repairs.isError ? (
            <div className="card">
              <LoadFailure error={repairs.error} retry={() => void repairs.refetch()} />
            </div>
          ) : (
            <Loading />
          )
        ) : (
          <div className="card office-list">
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

function Queue({ repairs }: { readonly repairs: readonly OfficeRepairListItem[] }) {
  const text = useText();
  const format = useFormat();
  return (
    <Table
      caption={text('office.repairs.title')}
      rows={repairs}
      rowKey={({ id }) => id}
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
          cell: ({ dueOn, isOverdue }) => (
            <>
              {format.day(dueOn)}{' '}
              {isOverdue && (
                <Chip tone="warn" icon="alert">
                  {text('office.repairs.overdue')}
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
