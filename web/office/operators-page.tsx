import './office-list.css';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { request } from '../api/client.js';
import type { Operator, Page as PageOf } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Page } from '../ui/page.js';
import { Chip, EmptyState, Loading } from '../ui/surfaces.js';
import { Table, type Column } from '../ui/table.js';
import { roleLabels } from './role-names.js';

const operatorsQuery = queryOptions({
  queryKey: ['office', 'operators'],
  queryFn: async ({ signal }) => (await request<PageOf<Operator>>('GET', '/office/operators', { signal })).items,
});

/** Who holds which role of the operator, since when and by whom. */
export function OperatorsPage() {
  const text = useText();
  const operators = useQuery(operatorsQuery);
  return (
    <Page title={text('office.operators')} lead={text('office.operatorsLead')}>
      {operators.isError && (
        <div className="card">
          <LoadFailure error={operators.error} retry={() => void operators.refetch()} />
        </div>
      )}
      {operators.isPending && <Loading />}
      {operators.data !== undefined && (
        <div className="card office-list">
          {operators.data.length === 0 ? (
            <EmptyState icon="account" title={text('office.noOperators')} />
          ) : (
            <OperatorTable operators={operators.data} />
          )}
        </div>
      )}
    </Page>
  );
}

function OperatorTable({ operators }: { readonly operators: readonly Operator[] }) {
  const text = useText();
  const columns: readonly Column<Operator>[] = [
    {
      key: 'who',
      head: text('office.who'),
      cell: ({ userName, email }) => (
        <>
          <b>{userName}</b>
          <span className="under">{email}</span>
        </>
      ),
    },
    { key: 'roles', head: text('office.roles'), cell: (operator) => <Roles operator={operator} /> },
    { key: 'state', head: text('office.state'), cell: (operator) => <State operator={operator} /> },
  ];
  return (
    <Table
      caption={text('office.operators')}
      columns={columns}
      rows={operators}
      rowKey={({ accountId }) => accountId}
    />
  );
}

function Roles({ operator }: { readonly operator: Operator }) {
  const text = useText();
  const format = useFormat();
  return (
    <ul className="role-list">
      {operator.roles.map(({ role, grantedAt, grantedBy }) => (
        <li key={role}>
          {text(roleLabels[role])}
          <span className="under">
            {text('office.given', {
              day: format.day(grantedAt),
              by: grantedBy ?? text('office.byCommandLine'),
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Roles have an effect only for whoever is active and has a second factor. */
function State({ operator: { active, secondFactor } }: { readonly operator: Operator }) {
  const text = useText();
  if (!active)
    return (
      <Chip tone="mute" icon="clock">
        {text('office.invited')}
      </Chip>
    );
  return secondFactor ? (
    <Chip tone="ok" icon="check">
      {text('office.ready')}
    </Chip>
  ) : (
    <Chip tone="warn" icon="alert">
      {text('office.noSecondFactor')}
    </Chip>
  );
}
