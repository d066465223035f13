import { useQuery } from '@tanstack/react-query';
import type { AccountHistory, OfficeAccount } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Card, Chip, Loading } from '../ui/surfaces.js';
import { accountHistoryQuery } from './accounts-api.js';
import { ListCard } from './list-card.js';
import { roleLabels } from './role-names.js';

type Actor = AccountHistory['items'][number]['by'];
type VatEvidence = AccountHistory['vatChecks'][number];

/** The evidence of the VAT id, who confirmed the business, and everything that happened to an account. */
export function AccountHistoryCards({ account: { accountId } }: { readonly account: OfficeAccount }) {
  const history = useQuery(accountHistoryQuery(accountId));
  if (history.isPending) return <Loading />;
  if (history.data === undefined)
    return (
      <Card>
        <LoadFailure error={history.error} retry={() => void history.refetch()} />
      </Card>
    );
  const { items, vatChecks, confirmations } = history.data;
  return (
    <>
      {vatChecks.length > 0 && <VatChecks checks={vatChecks} />}
      {confirmations.length > 0 && <Confirmations confirmations={confirmations} />}
      <History items={items} />
    </>
  );
}

function VatChecks({ checks }: { readonly checks: readonly VatEvidence[] }) {
  const text = useText();
  const moment = useMoment();
  return (
    <ListCard
      title={text('office.accounts.evidence')}
      rows={checks}
      rowKey={({ checkId }) => checkId}
      columns={[
        { key: 'when', head: text('office.accounts.when'), cell: ({ checkedAt }) => moment(checkedAt) },
        {
          key: 'id',
          head: text('account.vatId'),
          cell: ({ vatId, authority, service }) => (
            <>
              <b className="num">{vatId ?? '–'}</b>
              <span className="under">{text(`office.accounts.by.${authority}`)}</span>
              {service === 'simulator' && <span className="under">{text('office.accounts.simulator')}</span>}
            </>
          ),
        },
        { key: 'result', head: text('office.accounts.result'), cell: (check) => <Result check={check} /> },
        { key: 'evidence', head: text('office.accounts.proof'), cell: (check) => <Proof check={check} /> },
      ]}
    />
  );
}

function Result({ check: { outcome, fields } }: { readonly check: VatEvidence }) {
  const text = useText();
  const differing = (['name', 'street', 'postcode', 'town'] as const).filter((field) => fields[field] === 'mismatch');
  return (
    <>
      <Chip
        tone={outcome !== 'valid' ? 'fault' : differing.length > 0 ? 'warn' : 'ok'}
        icon={outcome !== 'valid' ? 'fault' : differing.length > 0 ? 'alert' : 'check'}
      >
        {text(`office.accounts.outcome.${outcome}`)}
      </Chip>
      {outcome === 'valid' && differing.length > 0 && (
        <span className="under">
          {text('office.accounts.differs', {
            fields: differing.map((field) => text(`office.accounts.field.${field}`)).join(', '),
          })}
        </span>
      )}
    </>
  );
}

function Proof({ check: { evidenceId, rawStatus, service, evidence } }: { readonly check: VatEvidence }) {
  const text = useText();
  return (
    <>
      <span className="ids num">{evidenceId ?? rawStatus}</span>
      <span className="under ids">
        {service} · {rawStatus}
      </span>
      {evidence !== null && (
        <details className="raw-answer">
          <summary>{text('office.accounts.raw')}</summary>
          <pre>{evidence}</pre>
        </details>
      )}
    </>
  );
}

function Confirmations({ confirmations }: { readonly confirmations: AccountHistory['confirmations'] }) {
  const text = useText();
  const moment = useMoment();
  const nameOf = useActorName();
  return (
    <ListCard
      title={text('office.accounts.confirmations')}
      rows={confirmations}
      rowKey={({ at }) => at}
      columns={[
        { key: 'when', head: text('office.accounts.when'), cell: ({ at }) => moment(at) },
        { key: 'by', head: text('office.accounts.who'), cell: ({ by }) => nameOf(by) },
        { key: 'what', head: text('office.accounts.proof'), cell: ({ evidence }) => evidence ?? '–' },
      ]}
    />
  );
}

function History({ items }: { readonly items: AccountHistory['items'] }) {
  const text = useText();
  const moment = useMoment();
  const nameOf = useActorName();
  return (
    <ListCard
      title={text('office.accounts.history')}
      rows={items.map((item, index) => ({ ...item, index }))}
      rowKey={({ index }) => String(index)}
      columns={[
        { key: 'when', head: text('office.accounts.when'), cell: ({ at }) => moment(at) },
        {
          key: 'what',
          head: text('office.accounts.what'),
          cell: ({ what, role, note }) => (
            <>
              {what}
              {role !== null && <span className="under">{text(roleLabels[role])}</span>}
              {note !== null && <span className="under ids">{note}</span>}
            </>
          ),
        },
        { key: 'by', head: text('office.accounts.who'), cell: ({ by }) => nameOf(by) },
      ]}
    />
  );
}

function useMoment() {
  const format = useFormat();
  return (at: string) => <time dateTime={at}>{format.portal(at, 'dayTime')}</time>;
}

function useActorName() {
  const text = useText();
  return ({ kind, name }: Actor) => {
    if (kind === 'owner') return text('office.accounts.owner');
    if (kind === 'office') return name ?? text('office.accounts.gone');
    return text(kind === 'visitor' ? 'office.accounts.visitor' : 'office.accounts.portal');
  };
}
