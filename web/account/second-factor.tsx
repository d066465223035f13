import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { meQuery } from '../api/accounts.js';
import { totpQuery } from '../api/security.js';
import type { Me } from '../api/types.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { Card, Chip, Loading, Notice } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';
import { useLostFocus } from '../ui/use-lost-focus.js';
import { DisableTotpDialog } from './disable-totp.js';
import { RenewCodesDialog } from './renew-codes.js';
import { SetUpTotpDialog } from './set-up-totp.js';

/** Fewer than this, and the page says so. */
const fewCodes = 3;

/** Two-factor sign-in: whether it is set up, setting it up, renewing its recovery codes, disabling it. */
export function SecondFactor({ me }: { readonly me: Me }) {
  const text = useText();
  const toast = useToast();
  const client = useQueryClient();
  const totp = useQuery(totpQuery);
  const [dialog, setDialog] = useState<'set-up' | 'renew' | 'disable'>();
  const heading = useLostFocus<HTMLHeadingElement>(
    totp.data === undefined ? undefined : `${totp.data.enabled} ${dialog}`,
  );

  const changed = async (message: string) => {
    setDialog(undefined);
    toast(message);
    await Promise.all([totpQuery, meQuery].map(({ queryKey }) => client.invalidateQueries({ queryKey })));
    await client.invalidateQueries({ queryKey: ['sessions'] });
  };

  return (
    <Card>
      <div className="panel-head" id="second-factor">
        <h2 ref={heading} tabIndex={-1}>
          {text('totp.title')}
        </h2>
        {totp.data !== undefined && (
          <Chip tone={totp.data.enabled ? 'ok' : 'mute'} icon={totp.data.enabled ? 'check' : 'circle'}>
            {text(totp.data.enabled ? 'totp.on' : 'totp.off')}
          </Chip>
        )}
      </div>
      {totp.isError && <LoadFailure error={totp.error} retry={() => void totp.refetch()} />}
      {totp.isPending && <Loading />}
      {totp.data !== undefined && (
        <div className="stack">
          {totp.data.enabled ? (
            <Enabled
              codesLeft={totp.data.recoveryCodesLeft}
              onRenew={() => setDialog('renew')}
              onDisable={() => setDialog('disable')}
            />
          ) : (
            <NotEnabled needed={me.roles.length > 0} onSetUp={() => setDialog('set-up')} />
          )}
        </div>
      )}
      {dialog === 'set-up' && (
        <SetUpTotpDialog onClose={() => setDialog(undefined)} onDone={() => void changed(text('totp.done'))} />
      )}
      {dialog === 'renew' && (
        <RenewCodesDialog onClose={() => setDialog(undefined)} onDone={() => void changed(text('totp.renewed'))} />
      )}
      {dialog === 'disable' && (
        <DisableTotpDialog
          hasRoles={me.roles.length > 0}
          onClose={() => setDialog(undefined)}
          onDone={() => void changed(text('totp.disabled'))}
        />
      )}
    </Card>
  );
}

function NotEnabled({ needed, onSetUp }: { readonly needed: boolean; readonly onSetUp: () => void }) {
  const text = useText();
  return (
    <>
      {needed && (
        <Notice tone="warn">
          <p>{text('totp.neededForRoles')}</p>
        </Notice>
      )}
      <p className="secondary">{text('totp.offText')}</p>
      <div>
        <Button onClick={onSetUp}>{text('totp.setUp')}</Button>
      </div>
    </>
  );
}

function Enabled({
  codesLeft,
  onRenew,
  onDisable,
}: {
  readonly codesLeft: number;
  readonly onRenew: () => void;
  readonly onDisable: () => void;
}) {
  const text = useText();
  return (
    <>
      <p className="secondary">{text('totp.onText')}</p>
      {codesLeft < fewCodes ? (
        <Notice tone="warn">
          <p>{text('totp.fewCodes', { count: codesLeft })}</p>
        </Notice>
      ) : (
        <p className="secondary">{text('totp.codesLeft', { count: codesLeft })}</p>
      )}
      <div className="row">
        <Button onClick={onRenew}>{text('totp.renew')}</Button>
        <Button look="danger" onClick={onDisable}>
          {text('totp.disable')}
        </Button>
      </div>
    </>
  );
}
