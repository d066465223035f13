import './office-list.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Operator } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { Chip, EmptyState, Loading } from '../ui/surfaces.js';
import { Table, type Column } from '../ui/table.js';
import { useToast } from '../ui/toast.js';
import { GrantRoleDialog } from './grant-role-dialog.js';
import { operatorsQuery, useChangeRole } from './operators-api.js';
import { roleLabels, type OperatorRole } from './role-names.js';
import { RoleTable } from './role-table.js';
import { ReasonDialog } from './shop/reason-dialog.js';
import { useMay } from './use-rights.js';

/** Who holds which role of the operator, since when and by whom; who administers changes that. */
export function OperatorsPage() {
  const text = useText();
  const mayChange = useMay()('operators:change');
  const operators = useQuery(operatorsQuery);
  const [granting, setGranting] = useState(false);
  const grant = mayChange && (
    <Button icon="add" onClick={() => setGranting(true)}>
      {text('office.roleGive')}
    </Button>
  );
  return (
    <Page title={text('office.operators')} lead={text('office.operatorsLead')} actions={grant}>
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
      <RoleTable />
      {granting && <GrantRoleDialog onClose={() => setGranting(false)} />}
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
  const mayChange = useMay()('operators:change');
  const [taking, setTaking] = useState<OperatorRole>();
  return (
    <>
      <ul className="role-list">
        {operator.roles.map(({ role, grantedAt, grantedBy }) => (
          <li key={role}>
            <div>
              {text(roleLabels[role])}
              <span className="under">
                {text('office.given', {
                  day: format.day(grantedAt),
                  by: grantedBy ?? text('office.byCommandLine'),
                })}
              </span>
            </div>
            {mayChange && (
              <Button
                look="quiet"
                aria-label={text('office.roleTakeWhich', { role: text(roleLabels[role]), name: operator.userName })}
                onClick={() => setTaking(role)}
              >
                {text('office.roleTake')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {taking !== undefined && (
        <TakeRoleDialog operator={operator} role={taking} onClose={() => setTaking(undefined)} />
      )}
    </>
  );
}

type TakeRoleProps = { readonly operator: Operator; readonly role: OperatorRole; readonly onClose: () => void };

function TakeRoleDialog({ operator: { accountId, userName: name }, role, onClose }: TakeRoleProps) {
  const text = useText();
  const toast = useToast();
  const change = useChangeRole();
  const called = text(roleLabels[role]);
  return (
    <ReasonDialog
      title={text('office.roleTakeWhich', { role: called, name })}
      lead={text('office.roleTakeLead')}
      label={text('office.roleReason')}
      submit={text('office.roleTake')}
      onClose={onClose}
      onReason={async (reason) => {
        await change(accountId, { role, change: 'revoke', reason });
        toast(text('office.roleTaken', { name, role: called }));
      }}
    />
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
