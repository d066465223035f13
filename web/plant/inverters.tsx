import { useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Inverter, InverterState, OverviewInverter, Plant } from '../api/types.js';
import { inWords } from '../format/quantities.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button, ButtonLink, IconButton } from '../ui/button.js';
import type { IconName } from '../ui/icon.js';
import { Chip, EmptyState, Loading, type Tone } from '../ui/surfaces.js';
import { deviceStateText, isWithoutValues } from './device-state.js';
import { DeviceSettings } from './device-settings.js';
import { AddInverterDialog, EditInverterDialog, ExchangeInverterDialog } from './inverter-form.js';
import { useInverters, useMayChange, useOverview, usePlant } from './queries.js';
import { RemoveInverterDialog } from './remove-inverter.js';
import { SubPage } from './sub-page.js';
import { typeName } from './type-name.js';
import { useNow } from './use-now.js';

type ShownState = InverterState | 'claimLapsed' | 'clockAhead' | 'noValues';

const stateLooks = {
  reporting: { tone: 'ok', icon: 'check' },
  awaitingData: { tone: 'warn', icon: 'clock' },
  claimOpen: { tone: 'warn', icon: 'clock' },
  claimLapsed: { tone: 'fault', icon: 'fault' },
  otherDevice: { tone: 'warn', icon: 'alert' },
  silent: { tone: 'mute', icon: 'noData' },
  noValues: { tone: 'warn', icon: 'alert' },
  clockAhead: { tone: 'warn', icon: 'alert' },
} as const satisfies Record<ShownState, { readonly tone: Tone; readonly icon: IconName }>;

type Action = { readonly kind: 'edit' | 'exchange' | 'remove'; readonly inverter: Inverter };

/** The devices of a plant: add, edit, exchange, delete. */
export function Inverters({ plantId }: { readonly plantId: string }) {
  const text = useText();
  const plant = usePlant(plantId);
  const mayChange = useMayChange(plantId);
  const inverters = useInverters(plantId, 15_000);
  const overview = useOverview(plantId);
  const [action, setAction] = useState<Action | null>(null);
  const hash = useLocation({ select: (location) => location.hash });
  const navigate = useNavigate();
  const setAdding = (adding: boolean) =>
    void navigate({ to: '/plants/$plantId/inverters', params: { plantId }, hash: adding ? 'add' : '', replace: true });
  const close = () => setAction(null);
  const add = (
    <Button look="primary" icon="add" onClick={() => setAdding(true)}>
      {text('plant.inverters.add')}
    </Button>
  );
  const addList = (
    <ButtonLink icon="table" to="/plants/$plantId/inverters/import" params={{ plantId }}>
      {text('plant.list.open')}
    </ButtonLink>
  );
  const items = inverters.data;
  const isWaiting = items?.some(({ state }) => state === 'awaitingData' || state === 'claimOpen') === true;

  return (
    <SubPage plantId={plantId} title={text('plant.nav.inverters')}>
      <div className="sub-head">
        <h2>{text('plant.nav.inverters')}</h2>
        {mayChange && <p className="secondary">{text('plant.inverters.lead')}</p>}
        {mayChange && items !== undefined && items.length > 0 && (
          <div className="sub-acts">
            {addList}
            {add}
          </div>
        )}
      </div>
      {inverters.isPending && <Loading />}
      {inverters.error && !items && (
        <div className="card">
          <LoadFailure error={inverters.error} retry={() => void inverters.refetch()} />
        </div>
      )}
      {items?.length === 0 && (
        <div className="card">
          <EmptyState
            icon="inverter"
            title={text('plant.inverters.none')}
            actions={
              mayChange && (
                <>
                  {add}
                  {addList}
                </>
              )
            }
          >
            {mayChange && <p>{text('plant.inverters.noneText')}</p>}
          </EmptyState>
        </div>
      )}
      <div className="stack">
        {items !== undefined && items.length > 0 && (
          <ul className="card inverter-list">
            {items.map((inverter) => (
              <InverterRow
                key={inverter.id}
                inverter={inverter}
                known={overview.data?.inverters.find(({ id }) => id === inverter.id)}
                plant={plant.data}
                onAction={mayChange ? setAction : null}
              />
            ))}
          </ul>
        )}
        {isWaiting && mayChange && <DeviceSettings />}
      </div>
      {hash === 'add' && mayChange && items !== undefined && (
        <AddInverterDialog
          plantId={plantId}
          suggestedName={text('plant.inverters.suggestedName', { number: items.length + 1 })}
          licence={plant.data?.licence}
          onClose={() => setAdding(false)}
        />
      )}
      {action?.kind === 'edit' && <EditInverterDialog plantId={plantId} inverter={action.inverter} onClose={close} />}
      {action?.kind === 'exchange' && (
        <ExchangeInverterDialog plantId={plantId} inverter={action.inverter} onClose={close} />
      )}
      {action?.kind === 'remove' && (
        <RemoveInverterDialog plantId={plantId} inverter={action.inverter} onClose={close} />
      )}
    </SubPage>
  );
}

type InverterRowProps = {
  readonly inverter: Inverter;
  /** What it sends; undefined until that is known, or without a licence. */
  readonly known: OverviewInverter | undefined;
  readonly plant: Plant | undefined;
  /** Null for those who only look. */
  readonly onAction: ((action: Action) => void) | null;
};

function InverterRow({ inverter, known, plant, onAction }: InverterRowProps) {
  const text = useText();
  const format = useFormat();
  const now = useNow(30_000);
  const state = shownState(inverter, known, now);
  const look = stateLooks[state];
  const subplant = plant?.subplants.find(({ id }) => id === inverter.subplantId);
  const power = inWords(format.ratedPower(inverter.nominalPowerW));
  const lastSeen =
    inverter.lastSeenAt === null
      ? text('plant.inverters.neverSeen')
      : text(state === 'noValues' ? 'plant.inverters.lastHeard' : 'plant.inverters.lastSeen', {
          age: format.age(inverter.lastSeenAt, now),
        });
  const deviceState = known?.deviceState ?? null;
  const exchanges = inverter.devices.length - 1;
  return (
    <li>
      <div className="who">
        <h3>{inverter.name}</h3>
        <p className="secondary">
          <span className="serial">{inverter.serialNumber}</span>
          {subplant && <> · {subplant.name}</>}
          {exchanges > 0 && <> · {text('plant.inverters.exchanges', { count: exchanges })}</>}
        </p>
      </div>
      <p className="what secondary">
        {inverter.type ? typeName(inverter.type) : text('plant.unknownType')}
        <span className="tertiary num">
          {text(inverter.nominalPowerAssumed ? 'plant.inverters.assumedPower' : 'plant.inverters.power', { power })}
        </span>
      </p>
      <div className="state">
        <Chip tone={look.tone} icon={look.icon}>
          {text(`plant.inverters.state.${state}`)}
        </Chip>
        <span className="tertiary">
          {inverter.claimLapsed ? text('plant.inverters.lapsedText') : lastSeen}
          {state === 'reporting' && deviceState !== null && <> · {deviceStateText(text, deviceState)}</>}
          {state === 'otherDevice' && <> · {text('plant.inverters.otherDeviceText')}</>}
        </span>
      </div>
      {onAction !== null && (
        <div className="acts">
          <IconButton
            icon="edit"
            label={text('plant.inverters.edit', { name: inverter.name })}
            onClick={() => onAction({ kind: 'edit', inverter })}
          />
          <IconButton
            icon="swap"
            label={text('plant.inverters.exchange', { name: inverter.name })}
            onClick={() => onAction({ kind: 'exchange', inverter })}
          />
          <IconButton
            icon="remove"
            label={text('plant.inverters.remove', { name: inverter.name })}
            onClick={() => onAction({ kind: 'remove', inverter })}
          />
        </div>
      )}
    </li>
  );
}

/** One word for a device, so that this page and the first one of the plant say the same. */
function shownState(inverter: Inverter, known: OverviewInverter | undefined, now: number): ShownState {
  if (inverter.claimLapsed) return 'claimLapsed';
  if (inverter.state !== 'reporting' || known === undefined) return inverter.state;
  if (known.isClockAhead) return 'clockAhead';
  return isWithoutValues(known, now) ? 'noValues' : 'reporting';
}
