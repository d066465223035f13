import { useQuery } from '@tanstack/react-query';
import type { Action, RoleTable as Roles } from '../api/types.js';
import type { MessageId } from '../i18n/de.js';
import { useText } from '../i18n/use-text.js';
import { Icon } from '../ui/icon.js';
import { Table, type Column } from '../ui/table.js';
import { roleTableQuery } from './operators-api.js';
import { operatorRoles, roleLabels } from './role-names.js';

const actionLabels: Readonly<Partial<Record<Action, MessageId>>> = {
  'office:enter': 'office.can.office:enter',
  'operators:read': 'office.can.operators:read',
  'operators:change': 'office.can.operators:change',
  'accounts:read': 'office.can.accounts:read',
  'accounts:operate': 'office.can.accounts:operate',
  'accounts:confirm-business': 'office.can.accounts:confirm-business',
  'repairs:read': 'office.can.repairs:read',
  'repairs:handle': 'office.can.repairs:handle',
  'devices:read': 'office.can.devices:read',
  'devices:import': 'office.can.devices:import',
  'orders:audit': 'office.can.orders:audit',
  'orders:operate': 'office.can.orders:operate',
  'licences:audit': 'office.can.licences:audit',
  'licences:operate': 'office.can.licences:operate',
  'prices:publish': 'office.can.prices:publish',
  'documents:read': 'office.can.documents:read',
  'documents:publish': 'office.can.documents:publish',
  'outbox:read': 'office.can.outbox:read',
  'outbox:operate': 'office.can.outbox:operate',
  'projections:read': 'office.can.projections:read',
  'projections:operate': 'office.can.projections:operate',
};

type Row = Roles['items'][number];

/** Which role may do what, as every door asks it. */
export function RoleTable() {
  const text = useText();
  const rows = useQuery(roleTableQuery).data;
  if (rows === undefined) return null;
  const named = (action: Action) => {
    const label = actionLabels[action];
    return label === undefined ? action : text(label);
  };
  const columns: readonly Column<Row>[] = [
    { key: 'action', head: text('office.action'), cell: ({ action }) => named(action) },
    // A service partner works outside of the office.
    ...operatorRoles
      .filter((role) => role !== 'partner')
      .map((role) => ({
        key: role,
        head: text(roleLabels[role]),
        cell: ({ roles }: Row) => <Verdict may={roles.includes(role)} />,
      })),
  ];
  return (
    <section className="card role-table" aria-labelledby="role-table">
      <h2 id="role-table">{text('office.roleTable')}</h2>
      <p className="secondary">{text('office.roleTableLead')}</p>
      <Table caption={text('office.roleTable')} columns={columns} rows={rows} rowKey={({ action }) => action} />
    </section>
  );
}

function Verdict({ may }: { readonly may: boolean }) {
  const text = useText();
  return (
    <>
      {may ? <Icon name="check" /> : <span className="tertiary">–</span>}
      <span className="visually-hidden">{text(may ? 'office.may' : 'office.mayNot')}</span>
    </>
  );
}
