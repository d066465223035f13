import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { isPossible, ownEndpoint, pushQuery, subscribe, unsubscribe } from '../api/push.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { Card, Chip, Notice } from '../ui/surfaces.js';

/** Notifications of this browser; nothing where the operator has not set them up. */
export function OwnPush() {
  const publicKey = useQuery(pushQuery).data?.publicKey ?? null;
  return publicKey === null ? null : <PushCard publicKey={publicKey} />;
}

function PushCard({ publicKey }: { readonly publicKey: string }) {
  const text = useText();
  const client = useQueryClient();
  const own = useQuery({ queryKey: ['push', 'own'], queryFn: ownEndpoint });
  const known = useQuery(pushQuery).data?.endpoints ?? [];
  const isOn = own.data != null && known.includes(own.data);
  const reload = () => client.invalidateQueries({ queryKey: pushQuery.queryKey });
  const on = useMutation({ mutationFn: () => subscribe(publicKey), onSettled: reload });
  const off = useMutation({ mutationFn: unsubscribe, onSettled: reload });
  const failed = on.error ?? off.error;
  const others = known.length - Number(isOn);
  return (
    <Card>
      <div className="panel-head">
        <h2>{text('push.title')}</h2>
        {isOn && (
          <Chip tone="ok" icon="bell">
            {text('push.on')}
          </Chip>
        )}
      </div>
      <div className="stack">
        <p className="secondary">{text('push.lead')}</p>
        {others > 0 && <p className="help">{text('push.others', { count: others })}</p>}
        {on.data === false && (
          <Notice tone="warn" live>
            <p>{text('push.refused')}</p>
          </Notice>
        )}
        {failed && <LoadFailure error={failed} />}
        {isPossible() ? (
          <div>
            {isOn ? (
              <Button busy={off.isPending} onClick={() => off.mutate()}>
                {text('push.switchOff')}
              </Button>
            ) : (
              <Button icon="bell" busy={on.isPending} onClick={() => on.mutate()}>
                {text('push.switchOn')}
              </Button>
            )}
          </div>
        ) : (
          <p>{text('push.impossible')}</p>
        )}
      </div>
    </Card>
  );
}
