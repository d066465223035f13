import './sharing.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { grantsQuery } from '../api/sharing.js';
import type { Grant, Plant, PlantInvitation } from '../api/types.js';
import { useText } from '../i18n/use-text.js';
import { usePlant } from '../plant/queries.js';
import { SubPage } from '../plant/sub-page.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { Card, EmptyState, Loading } from '../ui/surfaces.js';
import { InviteDialog } from './invite-dialog.js';
import { PersonRow } from './person-row.js';
import { SharedWithYou } from './shared-with-you.js';
import { SharingHistory } from './sharing-history.js';
import { WaitingRow } from './waiting-row.js';

/** With whom the plant is shared; for those it is shared with, what they may do, and how to leave. */
export function Sharing({ plantId }: { readonly plantId: string }) {
  const text = useText();
  const plant = usePlant(plantId);
  return (
    <SubPage plantId={plantId} title={text('sharing.title')}>
      {plant.data === undefined ? (
        <Loading />
      ) : plant.data.right === 'owner' ? (
        <OwnersView plant={plant.data} />
      ) : (
        <SharedWithYou plant={plant.data} />
      )}
    </SubPage>
  );
}

function OwnersView({ plant }: { readonly plant: Plant }) {
  const text = useText();
  const grants = useQuery(grantsQuery(plant.id));
  const [isInviting, setInviting] = useState(false);
  const { data } = grants;
  const isShared = data !== undefined && data.items.length + data.invitations.length > 0;
  const invite = (
    <Button look="primary" icon="add" onClick={() => setInviting(true)}>
      {text('sharing.invite')}
    </Button>
  );
  return (
    <>
      <div className="sub-head">
        <h2>{text('sharing.title')}</h2>
        <p className="secondary">{text('sharing.lead')}</p>
        {isShared && <div className="sub-acts">{invite}</div>}
      </div>
      {grants.isPending && <Loading />}
      {grants.error && !data && (
        <div className="card">
          <LoadFailure error={grants.error} retry={() => void grants.refetch()} />
        </div>
      )}
      {data !== undefined && (
        <div className="stack">
          {isShared ? (
            <Shared plant={plant} people={data.items} waiting={data.invitations} />
          ) : (
            <div className="card">
              <EmptyState icon="account" title={text('sharing.none')} actions={invite}>
                <p>{text('sharing.noneText')}</p>
              </EmptyState>
            </div>
          )}
          {data.history.length > 0 && <SharingHistory entries={data.history} timeZone={plant.location.timeZone} />}
        </div>
      )}
      {isInviting && <InviteDialog plantId={plant.id} onClose={() => setInviting(false)} />}
    </>
  );
}

function Shared({
  plant,
  people,
  waiting,
}: {
  readonly plant: Plant;
  readonly people: readonly Grant[];
  readonly waiting: readonly PlantInvitation[];
}) {
  const text = useText();
  const ofPlant = { plantId: plant.id, timeZone: plant.location.timeZone };
  return (
    <>
      {people.length > 0 && (
        <Card>
          <div className="panel-head">
            <h3>{text('sharing.people')}</h3>
          </div>
          <ul className="person-list">
            {people.map((grant) => (
              <PersonRow key={grant.accountId} {...ofPlant} grant={grant} />
            ))}
          </ul>
        </Card>
      )}
      {waiting.length > 0 && (
        <Card>
          <div className="panel-head">
            <h3>{text('sharing.waiting')}</h3>
          </div>
          <ul className="person-list">
            {waiting.map((invitation) => (
              <WaitingRow key={invitation.id} {...ofPlant} invitation={invitation} />
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
