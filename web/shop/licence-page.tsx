import './shop.css';
import { useQuery } from '@tanstack/react-query';
import { ApiProblem } from '../api/problem.js';
import type { PlantLicence } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { SubPage } from '../plant/sub-page.js';
import { LoadFailure } from '../shell/failure.js';
import { ButtonLink } from '../ui/button.js';
import { Card, Chip, Loading, Notice } from '../ui/surfaces.js';
import { plantLicenceQuery } from './api.js';
import { Balance } from './balance.js';
import { Calculations } from './calculation.js';
import { LicenceHistory } from './licence-history.js';
import { WhatIf } from './what-if.js';
import { LicenceChip } from './licence-chip.js';

/** The licence of a plant: what there is until when, what it is worth, and how that is computed (F8). */
export function LicencePage({ plantId }: { readonly plantId: string }) {
  const text = useText();
  const licence = useQuery(plantLicenceQuery(plantId));
  const isElsewhere = licence.error instanceof ApiProblem && licence.error.status === 404;
  return (
    <SubPage plantId={plantId} title={text('shop.licence')}>
      {licence.data !== undefined ? (
        <Shown licence={licence.data} />
      ) : licence.isError && !isElsewhere ? (
        <LoadFailure error={licence.error} retry={() => void licence.refetch()} />
      ) : (
        <Loading />
      )}
    </SubPage>
  );
}

function Shown({ licence }: { readonly licence: PlantLicence }) {
  const text = useText();
  const format = useFormat();
  const { summary, plantId, value, balance, credits, announcedExcess } = licence;
  const plannedEnds = licence.licences.flatMap(({ plannedLastDay }) => plannedLastDay ?? []);
  return (
    <div className="stack licence-page">
      <Card>
        <div className="panel-head">
          <h2>{text('shop.licence')}</h2>
          <LicenceChip state={summary.state} />
        </div>
        {plannedEnds.length === 0 && summary.lastDay !== null && (summary.daysLeft ?? 0) > 0 && (
          <p>{text('shop.validUntil', { day: format.day(summary.lastDay), days: summary.daysLeft ?? 0 })}</p>
        )}
        {plannedEnds.map((day) => (
          <Notice key={day} tone="sun">
            <p>{text('shop.plannedEndText', { day: format.day(day) })}</p>
          </Notice>
        ))}
        {announcedExcess !== null && (
          <Notice tone="warn">
            <p>
              {text('shop.announced', {
                power: format.inWords(format.ratedPower(announcedExcess.installedPowerW)),
                day: format.portal(announcedExcess.effectiveAt),
              })}
            </p>
          </Notice>
        )}
        <dl className="facts">
          <Fact label={text('shop.installedPower')}>{format.inWords(format.ratedPower(licence.nominalPowerW))}</Fact>
          {value.calculations.length > 0 && <Fact label={text('shop.value')}>{format.euro(value.gross)}</Fact>}
          {balance.cents > 0 && <Fact label={text('shop.balance')}>{format.euro(balance)}</Fact>}
        </dl>
        <Calculations of={[...value.calculations, ...credits.map(({ calculation }) => calculation)]} />
        <Balance licence={licence} />
        <WhatIf licence={licence} />
        <Buying licence={licence} plantId={plantId} />
      </Card>
      <Licences licence={licence} />
      <LicenceHistory plantId={plantId} />
    </div>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: string }) {
  return (
    <div className="fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Buying({ licence, plantId }: { readonly licence: PlantLicence; readonly plantId: string }) {
  const text = useText();
  const format = useFormat();
  const { notOrderable, openOrder, renewFrom, summary, value } = licence;
  if (notOrderable !== null)
    return (
      <Notice>
        <p>
          {openOrder?.whose === 'other' && notOrderable === 'ordered'
            ? text('shop.orderedByOther', { when: format.portal(openOrder.until) })
            : text(`shop.notOrderable.${notOrderable}`)}
        </p>
        {openOrder?.whose === 'own' && (
          <ButtonLink to="/orders/$orderId" params={{ orderId: openOrder.orderId }}>
            {text('shop.toOrder')}
          </ButtonLink>
        )}
      </Notice>
    );
  const isNear = renewFrom !== null && renewFrom <= value.day;
  const isRunning = summary.state === 'licensed';
  return (
    <>
      {isNear && isRunning && (
        <Notice tone="sun">
          <p>{text('shop.renewText', { day: format.day(summary.lastDay ?? renewFrom) })}</p>
        </Notice>
      )}
      <div className="form-actions">
        <ButtonLink
          look={isRunning && !isNear ? undefined : 'primary'}
          icon="licence"
          to="/licences/buy"
          search={{ plants: plantId }}
        >
          {text(isRunning ? 'shop.renew' : 'shop.buy')}
        </ButtonLink>
      </div>
    </>
  );
}

function Licences({ licence: { licences } }: { readonly licence: PlantLicence }) {
  const text = useText();
  const format = useFormat();
  return (
    <Card>
      <h2>{text('shop.licences')}</h2>
      {licences.length === 0 ? (
        <p className="secondary">{text('shop.noHistory')}</p>
      ) : (
        <ol className="quote-items" reversed>
          {licences.toReversed().map((licence) => (
            <li key={licence.licenceId}>
              <div>
                <b>{text('shop.period', { first: format.day(licence.firstDay), last: format.day(licence.lastDay) })}</b>
                <span>{text(`shop.licence.${licence.state}`)}</span>
                {licence.plannedLastDay !== null && (
                  <span>
                    <Chip tone="sun" icon="clock">
                      {text('shop.plannedEnd', { day: format.day(licence.plannedLastDay) })}
                    </Chip>
                  </span>
                )}
                <span className="secondary">
                  {text('shop.licensedPower')} {format.inWords(format.ratedPower(licence.licensedPowerW))}
                </span>
              </div>
              <span className="amount">{format.euro(licence.gross)}</span>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
