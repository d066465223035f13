import '../office-list.css';
import '../../shop/shop.css';
import './shop.css';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../../api/client.js';
import type { OfficeLicenceHistory } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { useText } from '../../i18n/use-text.js';
import { LoadFailure } from '../../shell/failure.js';
import { Calculations } from '../../shop/calculation.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { Page } from '../../ui/page.js';
import { Card, Chip, Loading, Notice } from '../../ui/surfaces.js';
import { useMay } from '../use-rights.js';
import { AsOfForm } from './as-of-form.js';
import { Facts } from '../../ui/facts.js';
import { LicenceEvents } from './licence-events.js';
import { ReviveDialog } from './revive-dialog.js';

export const historyQuery = (plantId: string, asOf?: string) =>
  queryOptions({
    queryKey: ['office', 'licence', plantId, asOf],
    queryFn: ({ signal }) =>
      request<OfficeLicenceHistory>('GET', `/office/licences/${plantId}/history`, { query: { asOf }, signal }),
  });

type LicencePageProps = {
  readonly plantId: string;
  readonly asOf: string | undefined;
  readonly onShow: (asOf: string | undefined) => void;
};

/** The licence of any plant, proven event by event (F13): as it is, or as it stood at a moment. */
export function LicencePage({ plantId, asOf, onShow }: LicencePageProps) {
  const text = useText();
  const history = useQuery(historyQuery(plantId, asOf));
  const title = history.data?.plant?.name ?? text('office.licence.title');
  return (
    <Page
      title={title}
      actions={
        <>
          <ButtonLink look="quiet" icon="search" to="/office/licences" search={{}}>
            {text('office.licence.findOther')}
          </ButtonLink>
          <a className="button" href={`/api/v1/office/licences/${plantId}/history.jsonl`} download>
            <Icon name="download" />
            {text('office.licence.download')}
          </a>
        </>
      }
    >
      <div className="stack">
        <AsOfForm key={asOf} asOf={asOf} onShow={onShow} />
        {history.data !== undefined ? (
          <>
            <Verdict history={history.data} />
            <Overview history={history.data} isPast={asOf !== undefined} />
            <LicenceEvents history={history.data} />
          </>
        ) : history.isError ? (
          <div className="card">
            <LoadFailure error={history.error} retry={() => void history.refetch()} />
          </div>
        ) : (
          <Loading />
        )}
      </div>
    </Page>
  );
}

function Verdict({ history }: { readonly history: OfficeLicenceHistory }) {
  const text = useText();
  const { isRight, brokenAt, unreadableAt, items, isConsistent } = history;
  const credits = items.filter(({ recomputed }) => recomputed !== null).length;
  if (isRight)
    return (
      <Notice tone="ok">
        <p>
          <b>{text('office.licence.right')}</b>
        </p>
        <p>{text('office.licence.rightText', { events: items.length, credits })}</p>
      </Notice>
    );
  return (
    <Notice tone="fault">
      <p>
        <b>{text('office.licence.wrong')}</b>
      </p>
      {brokenAt !== null && <p>{text('office.licence.broken', { revision: brokenAt })}</p>}
      {unreadableAt !== null && <p>{text('office.licence.unreadable', { revision: unreadableAt })}</p>}
      {!isConsistent && <p>{text('office.licence.otherCredit')}</p>}
      <p>{text('office.licence.wrongText')}</p>
    </Notice>
  );
}

type OverviewProps = { readonly history: OfficeLicenceHistory; readonly isPast: boolean };

function Overview({ history, isPast }: OverviewProps) {
  const text = useText();
  const format = useFormat();
  const may = useMay();
  const mayRevive = may('licences:operate') && !isPast;
  const mayCharge = may('orders:operate') && !isPast;
  // What came after it stands instead of it.
  const last = history.licences.at(-1);
  const [reviving, setReviving] = useState<OfficeLicenceHistory['licences'][number] | null>(null);
  const { plant, plantId, sold, value, licences } = history;
  return (
    <Card>
      <Facts
        of={[
          [text('office.licence.plant'), plantId],
          plant === null ? null : [text('office.licences.owner'), plant.ownerName ?? '–'],
          plant === null
            ? [text('office.licence.state'), text('office.licences.removed')]
            : [text('shop.installedPower'), format.inWords(format.ratedPower(plant.nominalPowerW))],
          [text('office.licence.sold'), format.euro(sold)],
          [text('office.licence.worth', { day: format.day(value.day) }), format.euro(value.gross)],
          [text('shop.balance'), format.euro(value.balance)],
        ]}
      />
      <Calculations of={value.calculations} />
      {licences.length > 0 && (
        <ul className="quote-items licences">
          {licences.toReversed().map((licence) => (
            <li key={licence.licenceId}>
              <div>
                <b>{text('shop.period', { first: format.day(licence.firstDay), last: format.day(licence.lastDay) })}</b>
                <span className="secondary">
                  {format.inWords(format.ratedPower(licence.licensedPowerW))} · {text(`shop.term${licence.termDays}`)} ·{' '}
                  {format.euro(licence.gross)}
                </span>
              </div>
              <div className="row">
                <LicenceState state={licence.state} />
                {mayRevive && licence === last && licence.state === 'exceeded' && (
                  <Button onClick={() => setReviving(licence)}>{text('office.licence.revive')}</Button>
                )}
                {mayCharge && (
                  <ButtonLink
                    look="quiet"
                    to="/office/charges/new"
                    search={{ plant: plantId, licence: licence.licenceId }}
                  >
                    {text('office.charges.charge')}
                  </ButtonLink>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      {reviving !== null && <ReviveDialog plantId={plantId} licence={reviving} onClose={() => setReviving(null)} />}
    </Card>
  );
}

const looks = {
  queued: { tone: 'sun', icon: 'clock' },
  running: { tone: 'ok', icon: 'check' },
  expired: { tone: 'mute', icon: 'circle' },
  exceeded: { tone: 'warn', icon: 'alert' },
  withdrawn: { tone: 'mute', icon: 'close' },
  cancelled: { tone: 'mute', icon: 'close' },
} as const;

function LicenceState({ state }: { readonly state: keyof typeof looks }) {
  const text = useText();
  return <Chip {...looks[state]}>{text(`shop.licence.${state}`)}</Chip>;
}
