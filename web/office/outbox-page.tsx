import './office-list.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { OutboxList } from '../api/types.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { isGone } from '../plants/plant-gone.js';
import { Button, ButtonLink } from '../ui/button.js';
import { More } from '../ui/more.js';
import { Page } from '../ui/page.js';
import { Segmented } from '../ui/segmented.js';
import { Dialog, EmptyState, Loading, Notice } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';
import { messageQuery, useOutbox, useSendAllAgain } from './outbox-api.js';
import { OutboxTable } from './outbox-table.js';
import { useMay } from './use-rights.js';

const route = getRouteApi('/signed-in/office/outbox');

/** What is to go out and was not taken yet, live, and trying it again; or the one message that somebody looked for. */
export function OutboxPage() {
  const { message } = route.useSearch();
  return message === undefined ? <Outbox /> : <OneMessage id={message} />;
}

function OneMessage({ id }: { readonly id: string }) {
  const text = useText();
  const mayOperate = useMay()('outbox:operate');
  const message = useQuery(messageQuery(id));
  const all = (
    <ButtonLink icon="left" look="quiet" to="/office/outbox">
      {text('office.outbox.all')}
    </ButtonLink>
  );
  return (
    <Page title={text('office.outbox.one')} actions={all}>
      {message.isPending && <Loading />}
      {message.isError && (
        <div className="card">
          {isGone(message.error) ? (
            <EmptyState icon="mail" title={text('office.outbox.gone')}>
              <p>{text('office.outbox.goneText')}</p>
            </EmptyState>
          ) : (
            <LoadFailure error={message.error} retry={() => void message.refetch()} />
          )}
        </div>
      )}
      {message.data !== undefined && !message.isError && (
        <div className="card office-list">
          <OutboxTable messages={[message.data]} mayOperate={mayOperate} />
        </div>
      )}
    </Page>
  );
}

function Outbox() {
  const text = useText();
  const mayOperate = useMay()('outbox:operate');
  const [shown, setShown] = useState<'open' | 'sent'>('open');
  const outbox = useOutbox(shown);
  return (
    <Page title={text('office.outbox.title')} lead={text('office.outbox.lead')}>
      <div className="outbox-switch">
        <Segmented
          label={text('office.outbox.which')}
          value={shown}
          options={(['open', 'sent'] as const).map((value) => ({ value, label: text(`office.outbox.which.${value}`) }))}
          onChange={setShown}
        />
      </div>
      {outbox.isPending && <Loading />}
      {outbox.error !== null && outbox.first === undefined && (
        <div className="card">
          <LoadFailure error={outbox.error} retry={() => void outbox.refetch()} />
        </div>
      )}
      {outbox.first !== undefined && (
        <Messages
          {...outbox.first}
          items={outbox.items ?? []}
          shown={shown}
          mayOperate={mayOperate}
          more={<More pages={outbox} />}
        />
      )}
    </Page>
  );
}

type MessagesProps = OutboxList & {
  readonly shown: 'open' | 'sent';
  readonly mayOperate: boolean;
  readonly more: ReactNode;
};

function Messages({ waiting, givenUp, items, shown, mayOperate, more }: MessagesProps) {
  const text = useText();
  const [asking, setAsking] = useState(false);
  return (
    <div className="stack">
      {!mayOperate && <Notice>{text('office.outbox.readOnly')}</Notice>}
      {items.length === 0 ? (
        <div className="card">
          {shown === 'sent' ? (
            <EmptyState icon="mail" title={text('office.outbox.noneSent')} />
          ) : (
            <EmptyState icon="mail" title={text('office.outbox.empty')}>
              <p>{text('office.outbox.emptyText')}</p>
            </EmptyState>
          )}
        </div>
      ) : (
        <>
          <div className="row">
            <p className="secondary num">{text('office.outbox.figures', { waiting: waiting - givenUp, givenUp })}</p>
            {shown === 'open' && mayOperate && givenUp > 0 && (
              <Button icon="mail" onClick={() => setAsking(true)}>
                {text('office.outbox.sendAllAgain')}
              </Button>
            )}
          </div>
          <div className="card office-list">
            <OutboxTable messages={items} mayOperate={mayOperate} />
          </div>
          {more}
        </>
      )}
      {asking && <SendAllDialog count={givenUp} onClose={() => setAsking(false)} />}
    </div>
  );
}

function SendAllDialog({ count, onClose }: { readonly count: number; readonly onClose: () => void }) {
  const text = useText();
  const toast = useToast();
  const wish = useSendAllAgain();
  const send = () =>
    wish.mutate(undefined, {
      onSuccess: (sent) => {
        toast(text('office.outbox.sent', { count: sent.count }));
        onClose();
      },
    });
  return (
    <Dialog
      title={text('office.outbox.sendAllTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('ui.cancel')}</Button>
          <Button look="primary" busy={wish.isPending} onClick={send}>
            {text('office.outbox.sendAgain')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="secondary">{text('office.outbox.sendAllText', { count })}</p>
        {wish.error !== null && <LoadFailure error={wish.error} />}
      </div>
    </Dialog>
  );
}
