import './second-factor.css';
import './webhooks.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { webhooksQuery } from '../api/webhooks.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { Icon } from '../ui/icon.js';
import { Card, Loading } from '../ui/surfaces.js';
import { NewWebhookDialog } from './new-webhook.js';
import { WebhookDialog } from './webhook-dialog.js';
import { WebhookState } from './webhook-state.js';

/** Programs that are told of incidents, and a way to see what became of each event. */
export function OwnWebhooks() {
  const text = useText();
  const client = useQueryClient();
  const webhooks = useQuery(webhooksQuery);
  const [opened, setOpened] = useState<string>();
  const place = useRef<HTMLDivElement>(null);
  const { data } = webhooks;
  const webhook = data?.find(({ id }) => id === opened);
  const close = () => {
    setOpened(undefined);
    void client.invalidateQueries({ queryKey: webhooksQuery.queryKey, exact: true });
  };
  useEffect(() => {
    // The mail leads here, before the list was there.
    if (data !== undefined && location.hash === '#webhooks') place.current?.scrollIntoView();
  }, [data]);
  return (
    <div id="webhooks" ref={place}>
      <Card>
        <div className="panel-head">
          <h2>{text('webhooks.title')}</h2>
        </div>
        <div className="stack">
          <p className="secondary">{text('webhooks.lead')}</p>
          {webhooks.isError && <LoadFailure error={webhooks.error} retry={() => void webhooks.refetch()} />}
          {webhooks.isPending && <Loading />}
          {data !== undefined && data.length > 0 && (
            <ul className="session-list">
              {data.map((one) => (
                <li key={one.id}>
                  <Icon name="globe" />
                  <div className="session-name">
                    <b className="webhook-url">{one.url}</b>
                    {one.waiting > 0 && <p className="help">{text('webhooks.waiting', { count: one.waiting })}</p>}
                  </div>
                  <WebhookState webhook={one} />
                  <Button onClick={() => setOpened(one.id)} aria-label={text('webhooks.openOne', { url: one.url })}>
                    {text('webhooks.open')}
                  </Button>
                </li>
              ))}
            </ul>
          )}
          <div>
            <Button icon="add" onClick={() => setOpened('new')}>
              {text('webhooks.new')}
            </Button>
          </div>
        </div>
      </Card>
      {opened === 'new' && <NewWebhookDialog onClose={close} />}
      {webhook !== undefined && <WebhookDialog webhook={webhook} onClose={close} />}
    </div>
  );
}
