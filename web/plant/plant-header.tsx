import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useMayBuy } from '../api/accounts.js';
import type { LicenceSummary, Overview, PlantState } from '../api/types.js';
import { differsFromViewer } from '../format/dates.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { ButtonLink, IconLink } from '../ui/button.js';
import type { IconName } from '../ui/icon.js';
import { PageHeading } from '../ui/page.js';
import { useScrollEdges } from '../ui/use-scroll-edges.js';
import { Chip, type Tone } from '../ui/surfaces.js';
import type { Connection } from './use-live.js';
import { useMayChange, usePlant } from './queries.js';
import { useNow } from './use-now.js';

const stateLooks = {
  ok: { tone: 'ok', icon: 'check' },
  note: { tone: 'warn', icon: 'alert' },
  fault: { tone: 'fault', icon: 'fault' },
  noData: { tone: 'mute', icon: 'noData' },
  noInverters: { tone: 'mute', icon: 'circle' },
} as const satisfies Record<PlantState, { readonly tone: Tone; readonly icon: IconName }>;

type PlantHeaderProps = { readonly overview: Overview; readonly connection: Connection };

/** Name, state, licence and age of the last value. */
export function PlantHeader({ overview, connection }: PlantHeaderProps) {
  const text = useText();
  const look = stateLooks[overview.state];
  return (
    <header className="plant-head">
      <PageHeading title={overview.name} />
      <EditPlantLink plantId={overview.plantId} />
      <SharedChip plantId={overview.plantId} />
      <Chip tone={look.tone} icon={look.icon}>
        {text(`plant.state.${overview.state}`)}
      </Chip>
      <LicenceChip licence={overview.licence} />
      <RenewalLink plantId={overview.plantId} licence={overview.licence} />
      {overview.lastValueAt !== null && (
        <Age lastValueAt={overview.lastValueAt} overview={overview} connection={connection} />
      )}
    </header>
  );
}

/** Whose plant it is, where it is somebody else's. */
function SharedChip({ plantId }: { readonly plantId: string }) {
  const text = useText();
  const owner = usePlant(plantId).data?.ownerName ?? null;
  if (owner === null) return null;
  return <Chip icon="account">{text('sharing.by', { owner })}</Chip>;
}

/** The way to the form of the plant, beside its name, for those who may change it. */
export function EditPlantLink({ plantId }: { readonly plantId: string }) {
  const text = useText();
  const mayChange = useMayChange(plantId);
  if (!mayChange) return null;
  return <IconLink icon="edit" label={text('plant.edit')} to="/plants/$plantId/edit" params={{ plantId }} />;
}

const fewDays = 10;
const trialDays = 40;
/** From this many days before the last one on, the next licence is offered (F9). */
const renewalDays = 40;

function endsSoon({ state, daysLeft }: LicenceSummary): boolean {
  // Today is one of the days that are left.
  return state === 'licensed' && (daysLeft ?? 0) - 1 <= renewalDays;
}

/** What ends is not renewed by itself. */
function RenewalLink({ plantId, licence }: { readonly plantId: string; readonly licence: LicenceSummary }) {
  const text = useText();
  const mayBuy = useMayBuy();
  const plant = usePlant(plantId).data;
  // The page of the licence has its own.
  const isThere = useLocation({ select: ({ pathname }) => pathname.endsWith('/licence') });
  if (isThere || plant === undefined || !mayBuy(plant) || !endsSoon(licence)) return null;
  return (
    <ButtonLink icon="licence" to="/licences/buy" search={{ plants: plantId }}>
      {text('shop.renew')}
    </ButtonLink>
  );
}

function LicenceChip({ licence }: { readonly licence: LicenceSummary }) {
  const text = useText();
  if (licence.state === 'none') return null;
  if (licence.state === 'expired')
    return (
      <Chip tone="warn" icon="licence">
        {text('plant.licence.expired')}
      </Chip>
    );
  if (licence.state === 'exceeded')
    return (
      <Chip tone="warn" icon="licence">
        {text('shop.state.exceeded')}
      </Chip>
    );
  const days = licence.daysLeft ?? 0;
  if (licence.state === 'licensed')
    return endsSoon(licence) ? (
      <Chip tone="warn" icon="licence">
        {text('plant.licence.ending', { days })}
      </Chip>
    ) : null;
  // What was bought in the trial is among the days that are left.
  const isBought = days > trialDays;
  return (
    <Chip tone={days <= fewDays ? 'warn' : 'mute'} icon="licence">
      {isBought ? text('plant.licence.follows') : text('plant.licence.trial', { days })}
    </Chip>
  );
}

/** Older than this, a value is no longer "now". */
const freshMs = 30 * 60_000;

type AgeProps = PlantHeaderProps & { readonly lastValueAt: string };

function Age({ lastValueAt, overview, connection }: AgeProps) {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const isFresh = now - Date.parse(lastValueAt) < freshMs;
  const zone = differsFromViewer(overview.timeZone) ? ` (${overview.timeZone})` : '';
  const at = format.moment(lastValueAt, now, overview.timeZone);
  return (
    <div className="plant-age">
      {connection === 'lost' ? (
        <span role="status">{text('plant.live.lost')}</span>
      ) : (
        <span className={isFresh ? 'dot fresh' : 'dot'} aria-hidden="true" />
      )}
      <span className="num">{text('plant.age', { age: format.age(lastValueAt, now), at, zone })}</span>
    </div>
  );
}

/** The pages of one plant. */
export function PlantNav({ plantId }: { readonly plantId: string }) {
  const text = useText();
  const params = { plantId };
  const nav = useRef<HTMLElement>(null);
  const path = useLocation({ select: ({ pathname }) => pathname });
  useEffect(() => {
    // On a narrow screen the last pages lie beyond the edge.
    nav.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [path]);
  useScrollEdges(nav);
  const link = { params, activeOptions: { exact: true, includeSearch: false } } as const;
  return (
    <nav ref={nav} className="page-nav" aria-label={text('plant.nav')}>
      <Link to="/plants/$plantId" {...link}>
        {text('plant.nav.overview')}
      </Link>
      <Link to="/plants/$plantId/channels" {...link}>
        {text('plant.nav.channels')}
      </Link>
      <Link to="/plants/$plantId/inverters" params={params} activeOptions={{ exact: false, includeSearch: false }}>
        {text('plant.nav.inverters')}
      </Link>
      <Link to="/plants/$plantId/forecast" {...link}>
        {text('plant.forecast.title')}
      </Link>
      <Link to="/plants/$plantId/licence" {...link}>
        {text('shop.licence')}
      </Link>
      <Link to="/plants/$plantId/alerts" {...link}>
        {text('alerts.title')}
      </Link>
      <Link to="/plants/$plantId/errors" {...link}>
        {text('plant.nav.errors')}
      </Link>
      <Link to="/plants/$plantId/export" {...link}>
        {text('plant.nav.export')}
      </Link>
      <Link to="/plants/$plantId/sharing" {...link}>
        {text('sharing.title')}
      </Link>
    </nav>
  );
}
