import type { OutboxMessage } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { Chip } from '../ui/surfaces.js';
import { Table, type Column } from '../ui/table.js';
import { useToast } from '../ui/toast.js';
import { useSendAgain } from './outbox-api.js';
import { kindName, templateName } from './outbox-names.js';

type OutboxTableProps = { readonly messages: readonly OutboxMessage[]; readonly mayOperate: boolean };

export function OutboxTable({ messages, mayOperate }: OutboxTableProps) {
  const text = useText();
  const columns: readonly Column<OutboxMessage>[] = [
    { key: 'message', head: text('office.outbox.message'), cell: (message) => <What message={message} /> },
    { key: 'receiver', head: text('office.outbox.receiver'), cell: (message) => <Receiver message={message} /> },
    { key: 'state', head: text('office.outbox.state'), cell: (message) => <State message={message} /> },
    {
      key: 'error',
      head: text('office.outbox.lastError'),
      cell: ({ lastError }) =>
        lastError === null ? (
          <span className="tertiary">{text('office.outbox.noError')}</span>
        ) : (
          <span className="reason">{lastError}</span>
        ),
    },
    ...(mayOperate
      ? [
          {
            key: 'action',
            head: <span className="visually-hidden">{text('office.outbox.action')}</span>,
            cell: (message: OutboxMessage) => message.state === 'given-up' && <SendAgain message={message} />,
          },
        ]
      : []),
  ];
  return <Table caption={text('office.outbox.title')} columns={columns} rows={messages} rowKey={({ id }) => id} />;
}

function useWhen() {
  const format = useFormat();
  return (instant: string) => format.portal(instant, 'dayTime');
}

function What({ message: { kind, template, createdAt } }: { readonly message: OutboxMessage }) {
  const text = useText();
  const when = useWhen();
  return (
    <>
      <b>{kindName(text, kind)}</b>
      {template !== null && <span className="under">{templateName(text, kind, template)}</span>}
      <span className="under num">{text('office.outbox.since', { when: when(createdAt) })}</span>
    </>
  );
}

/** As far as it is stored: addresses are not. */
function Receiver({ message: { kind, accountId, eventId } }: { readonly message: OutboxMessage }) {
  const text = useText();
  const receiver =
    accountId !== null
      ? text('office.outbox.account', { id: accountId })
      : text(kind.startsWith('audit-') ? 'office.outbox.auditor' : 'office.outbox.nobody');
  return (
    <>
      <span className="ids">{receiver}</span>
      {eventId !== null && <span className="under ids">{text('office.outbox.event', { id: eventId })}</span>}
    </>
  );
}

function State({ message }: { readonly message: OutboxMessage }) {
  const text = useText();
  const when = useWhen();
  const { state, attempts, lastAttemptAt, nextAttemptAt, sentAt } = message;
  if (sentAt !== null) {
    return (
      <>
        <Chip tone="ok" icon="check">
          {text('office.outbox.delivered')}
        </Chip>
        <span className="under num">{when(sentAt)}</span>
      </>
    );
  }
  const isGivenUp = state === 'given-up';
  return (
    <>
      <Chip tone={isGivenUp ? 'fault' : 'mute'} icon={isGivenUp ? 'fault' : 'clock'}>
        {text(isGivenUp ? 'office.outbox.givenUp' : 'office.outbox.waiting')}
      </Chip>
      <span className="under num">{text('office.outbox.attempts', { count: attempts })}</span>
      {nextAttemptAt !== null && (
        <span className="under num">{text('office.outbox.next', { when: when(nextAttemptAt) })}</span>
      )}
      {isGivenUp && lastAttemptAt !== null && (
        <span className="under num">{text('office.outbox.last', { when: when(lastAttemptAt) })}</span>
      )}
    </>
  );
}

function SendAgain({ message: { id, kind } }: { readonly message: OutboxMessage }) {
  const text = useText();
  const toast = useToast();
  const wish = useSendAgain();
  const send = () => wish.mutate(id, { onSuccess: () => toast(text('office.outbox.sent', { count: 1 })) });
  return (
    <>
      <Button
        aria-label={text('office.outbox.sendAgainWhich', { message: kindName(text, kind), id })}
        busy={wish.isPending}
        onClick={send}
      >
        {text('office.outbox.sendAgain')}
      </Button>
      {wish.error !== null && <LoadFailure error={wish.error} />}
    </>
  );
}
