import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Webhook, WebhookDelivery } from '../api/types.js';
import {
  deliveriesQuery,
  removeWebhook,
  renewSecret,
  replayWebhook,
  switchWebhook,
  testWebhook,
  webhooksQuery,
} from '../api/webhooks.js';
import { useFormat } from '../format/use-format.js';
import type { MessageId } from '../i18n/de.js';
import { useText, type Text } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import type { IconName } from '../ui/icon.js';
import { More } from '../ui/more.js';
import { Chip, Dialog, Loading, Notice, type Tone } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';
import { ShownSecret } from './new-webhook.js';
import { WebhookState } from './webhook-state.js';

/** One webhook: tried out, switched, given a new secret, removed, and what became of each event. */
export function WebhookDialog({ webhook, onClose }: { readonly webhook: Webhook; readonly onClose: () => void }) {
  const text = useText();
  const toast = useToast();
  const client = useQueryClient();
  const [isRemoving, setRemoving] = useState(false);
  const { id, state } = webhook;
  const reload = () => client.invalidateQueries({ queryKey: webhooksQuery.queryKey });
  const test = useMutation({ mutationFn: () => testWebhook(id) });
  const toggle = useMutation({ mutationFn: () => switchWebhook(id, state !== 'on'), onSuccess: reload });
  const renew = useMutation({ mutationFn: () => renewSecret(id) });
  const remove = useMutation({
    mutationFn: () => removeWebhook(id),
    onSuccess: () => {
      toast(text('webhooks.removed'));
      onClose();
    },
  });
  const failed = test.error ?? toggle.error ?? renew.error ?? remove.error;
  if (renew.data !== undefined) {
    return (
      <Dialog title={text('webhooks.secretTitle')} onClose={() => renew.reset()}>
        <ShownSecret secret={renew.data.secret} onDone={() => renew.reset()} />
      </Dialog>
    );
  }
  return (
    <Dialog wide title={text('webhooks.one')} onClose={onClose}>
      <div className="stack">
        <div className="row">
          <b className="webhook-url">{webhook.url}</b>
          <WebhookState webhook={webhook} />
        </div>
        {state === 'failing' && (
          <Notice tone="warn">
            <p>{text('webhooks.failingText')}</p>
          </Notice>
        )}
        <div className="row">
          <Button look="primary" busy={test.isPending} onClick={() => test.mutate()}>
            {text('webhooks.test')}
          </Button>
          <Button busy={toggle.isPending} onClick={() => toggle.mutate()}>
            {text(state === 'on' ? 'webhooks.switchOff' : 'webhooks.switchOn')}
          </Button>
          <Button look="quiet" busy={renew.isPending} onClick={() => renew.mutate()}>
            {text('webhooks.newSecret')}
          </Button>
          <Button look="quiet" onClick={() => setRemoving(true)}>
            {text('webhooks.remove')}
          </Button>
        </div>
        <div role="status">
          {test.data !== undefined && (
            <Notice tone={test.data.isDelivered ? 'ok' : 'fault'}>
              <p>
                {test.data.isDelivered
                  ? text('webhooks.tested', { ms: test.data.tookMs })
                  : text('webhooks.notTested', { answer: answerText(text, test.data.answer) })}
              </p>
            </Notice>
          )}
        </div>
        {failed && <LoadFailure error={failed} />}
        {isRemoving && (
          <Notice tone="warn">
            <p>{text('webhooks.removeText')}</p>
            <div className="row">
              <Button look="danger" solid busy={remove.isPending} onClick={() => remove.mutate()}>
                {text('webhooks.removeNow')}
              </Button>
              <Button onClick={() => setRemoving(false)}>{text('ui.cancel')}</Button>
            </div>
          </Notice>
        )}
        <Deliveries id={id} />
      </div>
    </Dialog>
  );
}

const looks = {
  waiting: { tone: 'warn', icon: 'clock' },
  delivered: { tone: 'ok', icon: 'check' },
  refused: { tone: 'fault', icon: 'fault' },
} as const satisfies Record<WebhookDelivery['state'], { readonly tone: Tone; readonly icon: IconName }>;

const types: Readonly<Record<string, MessageId>> = {
  'sitelink.incident.opened': 'alerts.what.opened',
  'sitelink.incident.worsened': 'alerts.what.worsened',
  'sitelink.incident.recovered': 'alerts.what.recovered',
  'sitelink.incident.recurred': 'alerts.what.recurred',
  'sitelink.incident.closed': 'alerts.what.closed',
  'sitelink.incident.acknowledged': 'alerts.acknowledged',
  'sitelink.incident.snoozed': 'alerts.snoozed',
  'sitelink.incident.snooze-ended': 'alerts.snoozeEnded',
};

function Deliveries({ id }: { readonly id: string }) {
  const text = useText();
  const format = useFormat();
  const toast = useToast();
  const deliveries = useInfiniteQuery(deliveriesQuery(id));
  const replay = useMutation({
    // From this one on.
    mutationFn: (position: string) => replayWebhook(id, String(BigInt(position) - 1n)),
    onSuccess: ({ events }) => {
      toast(text('webhooks.replayed', { count: events }));
      void deliveries.refetch();
    },
  });
  const items = deliveries.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="stack">
      <h3>{text('webhooks.log')}</h3>
      {deliveries.isPending && <Loading />}
      {deliveries.isError && <LoadFailure error={deliveries.error} retry={() => void deliveries.refetch()} />}
      {replay.isError && <LoadFailure error={replay.error} />}
      {deliveries.data !== undefined && items.length === 0 && <p className="secondary">{text('webhooks.logEmpty')}</p>}
      {items.length > 0 && (
        <ul className="session-list webhook-log">
          {items.map((one) => {
            const type = types[one.type];
            return (
              <li key={one.position}>
                <div className="session-name">
                  <p>{type === undefined ? one.type : text(type)}</p>
                  <p className="help num">
                    {format.portal(one.time)}
                    {' · '}
                    {text('webhooks.position', { position: one.position })}
                  </p>
                  {one.answer !== null && (
                    <p className="help">
                      {text('webhooks.answer', { count: one.attempts, answer: answerText(text, one.answer) })}
                    </p>
                  )}
                </div>
                <Chip {...looks[one.state]}>{text(`webhooks.delivery.${one.state}`)}</Chip>
                <Button look="quiet" busy={replay.isPending} onClick={() => replay.mutate(one.position)}>
                  {text('webhooks.replay')}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      <More pages={deliveries} label={text('webhooks.older')} />
    </section>
  );
}

/** How an attempt ended, in words where there are some. */
function answerText(text: Text, answer: string | null): string {
  const status = /^answered with (\d{3})$/.exec(answer ?? '')?.[1];
  if (status !== undefined) return text('webhooks.answeredWith', { status });
  if (answer?.startsWith('no answer') === true) return text('webhooks.noAnswer');
  if (answer === 'ADDRESS_NOT_PUBLIC') return text('webhooks.notPublic');
  return text('webhooks.noConnection', { code: answer ?? '–' });
}
