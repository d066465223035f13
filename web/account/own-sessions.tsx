import './second-factor.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../api/accounts.js';
import { endSession, sessionsQuery } from '../api/security.js';
import type { OwnSession } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { Icon } from '../ui/icon.js';
import { Card, Chip, Dialog, Loading } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';
import { deviceWords } from './device-name.js';

/** Where the account is signed in; signing out there, or everywhere. */
export function OwnSessions() {
  const text = useText();
  const toast = useToast();
  const client = useQueryClient();
  const navigate = useNavigate();
  const session = useSession();
  const sessions = useQuery(sessionsQuery);
  const end = useMutation({
    mutationFn: endSession,
    onSuccess: () => toast(text('sessions.ended')),
    onSettled: () => client.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
  const endAll = useMutation({ mutationFn: () => session.signOutEverywhere(() => navigate({ to: '/' })) });
  const [isAsking, setAsking] = useState(false);
  return (
    <Card>
      <div className="panel-head">
        <h2>{text('sessions.title')}</h2>
      </div>
      {sessions.isError && <LoadFailure error={sessions.error} retry={() => void sessions.refetch()} />}
      {sessions.isPending && <Loading />}
      {sessions.data !== undefined && (
        <ul className="session-list">
          {sessions.data.map((one) => (
            <SessionRow
              key={one.id}
              session={one}
              now={sessions.dataUpdatedAt}
              busy={end.isPending && end.variables === one.id}
              onEnd={() => end.mutate(one.id)}
            />
          ))}
        </ul>
      )}
      {end.error !== null && <LoadFailure error={end.error} />}
      <div className="form-actions">
        <Button icon="signOut" onClick={() => setAsking(true)}>
          {text('sessions.endAll')}
        </Button>
      </div>
      {isAsking && (
        <Dialog title={text('sessions.endAllTitle')} onClose={() => setAsking(false)}>
          <p>{text('sessions.endAllText')}</p>
          {endAll.error !== null && <LoadFailure error={endAll.error} />}
          <div className="form-actions">
            <Button onClick={() => setAsking(false)}>{text('ui.cancel')}</Button>
            <Button look="danger" solid busy={endAll.isPending} onClick={() => endAll.mutate()}>
              {text('sessions.endAll')}
            </Button>
          </div>
        </Dialog>
      )}
    </Card>
  );
}

function SessionRow({
  session,
  now,
  busy,
  onEnd,
}: {
  readonly session: OwnSession;
  readonly now: number;
  readonly busy: boolean;
  readonly onEnd: () => void;
}) {
  const text = useText();
  const format = useFormat();
  const name = deviceWords(text, session.userAgent);
  return (
    <li>
      <Icon name="device" />
      <div className="session-name">
        <b>{name}</b>
        <p className="help">
          {text('sessions.used', { age: format.age(session.lastUsedAt, now), day: format.day(session.openedAt) })}
        </p>
      </div>
      {session.current ? (
        <Chip tone="ok" icon="check">
          {text('sessions.current')}
        </Chip>
      ) : (
        <Button busy={busy} onClick={onEnd} aria-label={text('sessions.endOne', { name })}>
          {text('account.signOut')}
        </Button>
      )}
    </li>
  );
}
