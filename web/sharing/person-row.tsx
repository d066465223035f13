import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { changeRight, grantsQuery, revoke } from '../api/sharing.js';
import type { Grant, Right } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { Icon } from '../ui/icon.js';
import { Dialog } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';

export const rights = ['viewer', 'manager'] as const satisfies readonly Right[];

type PersonRowProps = { readonly plantId: string; readonly timeZone: string; readonly grant: Grant };

/** Somebody who sees the plant: the right can be changed and taken away. */
export function PersonRow({ plantId, timeZone, grant }: PersonRowProps) {
  const text = useText();
  const format = useFormat();
  const toast = useToast();
  const client = useQueryClient();
  const id = useId();
  const [isRevoking, setRevoking] = useState(false);
  const name = grant.name === '' ? text('sharing.gone') : grant.name;
  const change = useMutation({
    mutationFn: (right: Right) => changeRight(plantId, grant.accountId, right),
    onSuccess: async ({ right }) => {
      await client.invalidateQueries({ queryKey: grantsQuery(plantId).queryKey });
      toast(text('sharing.changed', { name, right: text(`sharing.${right}`) }));
    },
  });
  const shown = change.isPending ? change.variables : grant.right;
  return (
    <li>
      <Icon name="account" />
      <div className="who">
        <b>{name}</b>
        <p className="help">
          {grant.email !== null && <>{grant.email} · </>}
          {text('sharing.since', { day: format.instant(grant.since, timeZone, 'day') })}
        </p>
        {change.isError && <LoadFailure error={change.error} />}
      </div>
      <div className="acts">
        <label className="visually-hidden" htmlFor={id}>
          {text('sharing.rightOf', { name })}
        </label>
        <select
          id={id}
          className="select"
          value={shown}
          onChange={(event) => change.mutate(event.target.value === 'manager' ? 'manager' : 'viewer')}
        >
          {rights.map((right) => (
            <option key={right} value={right}>
              {text(`sharing.${right}`)}
            </option>
          ))}
        </select>
        <Button onClick={() => setRevoking(true)} aria-label={text('sharing.revokeOf', { name })}>
          {text('sharing.revoke')}
        </Button>
      </div>
      {isRevoking && <RevokeDialog plantId={plantId} grant={grant} name={name} onClose={() => setRevoking(false)} />}
    </li>
  );
}

function RevokeDialog({
  plantId,
  grant,
  name,
  onClose,
}: Omit<PersonRowProps, 'timeZone'> & { readonly name: string; readonly onClose: () => void }) {
  const text = useText();
  const toast = useToast();
  const client = useQueryClient();
  const revoking = useMutation({
    mutationFn: () => revoke(plantId, grant.accountId),
    onSuccess: async () => {
      onClose();
      toast(text('sharing.revoked', { name }));
      await client.invalidateQueries({ queryKey: grantsQuery(plantId).queryKey });
    },
  });
  return (
    <Dialog
      title={text('sharing.revokeTitle', { name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('ui.cancel')}</Button>
          <Button look="danger" solid busy={revoking.isPending} onClick={() => revoking.mutate()}>
            {text('sharing.revoke')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="secondary">{text('sharing.revokeText', { name })}</p>
        {revoking.isError && <LoadFailure error={revoking.error} />}
      </div>
    </Dialog>
  );
}
