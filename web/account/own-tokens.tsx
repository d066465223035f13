import './second-factor.css';
import './tokens.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { plantsQuery } from '../api/plants.js';
import { tokensQuery } from '../api/tokens.js';
import type { ApiToken, CreatedToken, Me } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { Icon } from '../ui/icon.js';
import { Card, Chip, Loading } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';
import { NewTokenDialog } from './new-token.js';
import { RevokeTokenDialog } from './revoke-token.js';
import { tokenScopes } from './token-scopes.js';

/** Sooner than this, and the list says so. */
const soonMs = 14 * 86_400_000;

type Asked = { readonly name: 'new' } | { readonly name: 'revoke'; readonly token: ApiToken };

/** Personal tokens for programs: what each may do, when it was used last, making and revoking them. */
export function OwnTokens({ me }: { readonly me: Me }) {
  const text = useText();
  const toast = useToast();
  const client = useQueryClient();
  const tokens = useQuery(tokensQuery);
  const [asked, setAsked] = useState<Asked>();
  const reload = () => client.invalidateQueries({ queryKey: tokensQuery.queryKey });
  const close = () => setAsked(undefined);

  return (
    <Card>
      <div className="panel-head">
        <h2>{text('tokens.title')}</h2>
      </div>
      <div className="stack">
        <p className="secondary">{text('tokens.lead')}</p>
        {tokens.isError && <LoadFailure error={tokens.error} retry={() => void tokens.refetch()} />}
        {tokens.isPending && <Loading />}
        {tokens.data !== undefined && tokens.data.length > 0 && (
          <ul className="session-list">
            {tokens.data.map((token) => (
              <TokenRow
                key={token.id}
                token={token}
                now={tokens.dataUpdatedAt}
                onRevoke={() => setAsked({ name: 'revoke', token })}
              />
            ))}
          </ul>
        )}
        <div>
          <Button icon="add" onClick={() => setAsked({ name: 'new' })}>
            {text('tokens.new')}
          </Button>
        </div>
      </div>
      {asked?.name === 'new' && (
        <NewTokenDialog hasTotp={me.totpEnabled} onCreated={(_token: CreatedToken) => void reload()} onClose={close} />
      )}
      {asked?.name === 'revoke' && (
        <RevokeTokenDialog
          token={asked.token}
          onClose={close}
          onDone={() => {
            close();
            toast(text('tokens.revoked'));
            void reload();
          }}
        />
      )}
    </Card>
  );
}

function TokenRow({
  token,
  now,
  onRevoke,
}: {
  readonly token: ApiToken;
  readonly now: number;
  readonly onRevoke: () => void;
}) {
  const text = useText();
  const format = useFormat();
  const { name, scopes, lastUsedAt, expiresAt } = token;
  return (
    <li className="token-row">
      <Icon name="key" />
      <div className="session-name">
        <div className="row">
          <b>{name}</b>
          <Expiry token={token} now={now} />
        </div>
        <p className="help">{scopes.map((scope) => text(tokenScopes[scope].name)).join(', ')}</p>
        <TokenPlants plantIds={token.plantIds} />
        <p className="help">
          {lastUsedAt === null ? text('tokens.neverUsed') : text('tokens.used', { age: format.age(lastUsedAt, now) })}
          {' · '}
          {text('tokens.until', { day: format.day(expiresAt) })}
        </p>
      </div>
      <Button onClick={onRevoke} aria-label={text('tokens.revokeOne', { name })}>
        {text('tokens.revoke')}
      </Button>
    </li>
  );
}

function Expiry({ token, now }: { readonly token: ApiToken; readonly now: number }) {
  const text = useText();
  if (token.expired) {
    return (
      <Chip tone="mute" icon="circle">
        {text('tokens.expired')}
      </Chip>
    );
  }
  if (Date.parse(token.expiresAt) - now > soonMs) return null;
  return (
    <Chip tone="warn" icon="clock">
      {text('tokens.expiresSoon')}
    </Chip>
  );
}

/** Names of the plants as far as the owner still has them. */
function TokenPlants({ plantIds }: { readonly plantIds: readonly string[] | null }) {
  const text = useText();
  const plants = useQuery({ ...plantsQuery, enabled: plantIds !== null }).data ?? [];
  if (plantIds === null) return <p className="help">{text('tokens.allPlants')}</p>;
  const names = plants.filter(({ id }) => plantIds.includes(id)).map(({ name }) => name);
  const line = names.length === plantIds.length ? names.join(', ') : String(plantIds.length);
  return <p className="help">{text('tokens.somePlants', { plants: line })}</p>;
}
