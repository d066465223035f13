import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useVatCheckAgain, vatCheckQuery } from '../api/accounts.js';
import type { Me, VatCheck } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import type { IconName } from '../ui/icon.js';
import { Card, Chip, Loading, Notice, type Tone } from '../ui/surfaces.js';
import { BusinessForm } from './business-form.js';

/** The VAT id of a business: where its check stands, and the data that can be corrected for it (A7, A8). */
export function VatCard({ me }: { readonly me: Me }) {
  const text = useText();
  const query = useQuery(vatCheckQuery);
  const [isEditing, setEditing] = useState(false);
  const check = query.data;
  const mustAct = check !== undefined && ['incomplete', 'differences', 'invalid'].includes(check.state);
  return (
    <Card>
      <div className="panel-head">
        <h2>{text('vat.title')}</h2>
        {check !== undefined && <VatStateChip state={check.state} />}
      </div>
      {check === undefined ? (
        query.isError ? (
          <LoadFailure error={query.error} retry={() => void query.refetch()} />
        ) : (
          <Loading />
        )
      ) : (
        <div className="stack">
          <Standing check={check} />
          {mustAct || isEditing ? (
            <BusinessForm
              // After a correction the form begins anew with what is stored.
              key={JSON.stringify([me.company, me.address, check.spelling])}
              me={me}
              check={check}
              onDone={() => setEditing(false)}
              {...(mustAct ? {} : { onCancel: () => setEditing(false) })}
            />
          ) : (
            <div className="row">
              <Button icon="edit" onClick={() => setEditing(true)}>
                {text('vat.edit')}
              </Button>
              <CheckAgain check={check} />
            </div>
          )}
        </div>
      )}
    </Card>
  );
}

const looks: Readonly<Record<VatCheck['state'], readonly [Tone, IconName]>> = {
  notNeeded: ['mute', 'info'],
  incomplete: ['warn', 'alert'],
  pending: ['sun', 'clock'],
  valid: ['ok', 'check'],
  differences: ['warn', 'alert'],
  invalid: ['fault', 'fault'],
  awaitingConfirmation: ['sun', 'clock'],
  confirmed: ['ok', 'check'],
};

export function VatStateChip({ state }: { readonly state: VatCheck['state'] }) {
  const text = useText();
  const [tone, icon] = looks[state];
  return (
    <Chip tone={tone} icon={icon}>
      {text(`vat.state.${state}`)}
    </Chip>
  );
}

/** What the state means, and what happens next. */
function Standing({ check }: { readonly check: VatCheck }) {
  const text = useText();
  const format = useFormat();
  const { state, cause, nextAttemptAt, checkedAt, authority, vatId } = check;
  const [tone] = looks[state];
  const moment = (at: string) => format.portal(at, 'dayTime');
  return (
    <Notice tone={tone} live>
      <p>
        {vatId !== null && <strong className="num">{vatId}. </strong>}
        {text(`vat.text.${state}`)}
      </p>
      {state === 'pending' && cause !== null && <p>{text(`vat.cause.${cause}`)}</p>}
      {state === 'pending' && cause !== null && nextAttemptAt !== null && (
        <p>
          <strong>{text('vat.nextAttempt', { at: moment(nextAttemptAt) })}</strong>
        </p>
      )}
      {checkedAt !== null && authority !== null && (
        <p className="secondary">{text('vat.checkedAt', { at: moment(checkedAt), by: text(`vat.by.${authority}`) })}</p>
      )}
      {check.simulated && <p className="secondary">{text('vat.simulated')}</p>}
    </Notice>
  );
}

function CheckAgain({ check }: { readonly check: VatCheck }) {
  const text = useText();
  const again = useVatCheckAgain();
  if (check.state !== 'valid' && !(check.state === 'pending' && check.cause !== null)) return null;
  return (
    <>
      <Button busy={again.isPending} onClick={() => again.mutate()}>
        {text('vat.again')}
      </Button>
      {again.isSuccess && <p className="secondary">{text('vat.askedAgain')}</p>}
      {again.isError && <LoadFailure error={again.error} />}
    </>
  );
}
