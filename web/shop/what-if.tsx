import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { inverterTypesQuery } from '../api/plants.js';
import type { PlantLicence, Quote } from '../api/types.js';
import { Field } from '../forms/fields.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { Segmented } from '../ui/segmented.js';
import { Notice } from '../ui/surfaces.js';
import { quoteQuery, type Wish } from './api.js';
import { Asked } from './asked.js';
import { QuoteItems, QuoteTotals } from './quote-view.js';

const counts = Array.from({ length: 50 }, (_, n) => n + 1);

/** "What would it cost with two more inverters?": asked before anything is changed, computed as the order would be (F7). */
export function WhatIf({ licence }: { readonly licence: PlantLicence }) {
  const text = useText();
  const format = useFormat();
  const id = useId();
  const [typeId, setTypeId] = useState('');
  const [count, setCount] = useState(1);
  const [termDays, setTermDays] = useState<365 | 730>(365);
  const types = useQuery(inverterTypesQuery);
  const type = types.data?.find((one) => one.id === typeId);
  const plannedPowerW = type === undefined ? null : licence.nominalPowerW + count * type.nominalPowerW;
  return (
    <details className="what-if">
      <summary>{text('shop.whatIf')}</summary>
      <p className="secondary">{text('shop.whatIfText')}</p>
      <div className="what-if-fields">
        <Field id={`${id}-count`} label={text('shop.whatIfCount')} error={undefined}>
          <select
            className="select"
            id={`${id}-count`}
            value={count}
            onChange={(event) => setCount(Number(event.target.value))}
          >
            {counts.map((n) => (
              <option key={n}>{n}</option>
            ))}
          </select>
        </Field>
        <Field id={`${id}-type`} label={text('shop.whatIfType')} error={undefined}>
          <select
            className="select"
            id={`${id}-type`}
            value={typeId}
            onChange={(event) => setTypeId(event.target.value)}
          >
            <option value="">{text('ui.choose')}</option>
            {types.data?.map((one) => (
              <option key={one.id} value={one.id}>
                {`${one.maker} ${one.model}, ${format.inWords(format.ratedPower(one.nominalPowerW))}`}
              </option>
            ))}
          </select>
        </Field>
      </div>
      {plannedPowerW !== null && (
        <>
          <p>
            {text('shop.whatIfPower', {
              before: format.inWords(format.ratedPower(licence.nominalPowerW)),
              after: format.inWords(format.ratedPower(plannedPowerW)),
            })}
          </p>
          {isCovered(licence, plannedPowerW) ? (
            <Notice tone="ok" live>
              <p>{text('shop.whatIfCovered')}</p>
            </Notice>
          ) : (
            <>
              <Segmented
                label={text('shop.chooseTerm')}
                value={String(termDays)}
                onChange={(value) => setTermDays(value === '730' ? 730 : 365)}
                options={[
                  { value: '365', label: text('shop.term365') },
                  { value: '730', label: text('shop.term730') },
                ]}
              />
              <Answer licence={licence} wish={{ plantId: licence.plantId, termDays, plannedPowerW }} />
            </>
          )}
        </>
      )}
    </details>
  );
}

/** Every licence that runs or queues would still be large enough. */
function isCovered({ licences }: PlantLicence, powerW: number): boolean {
  const live = licences.filter(({ state }) => state === 'running' || state === 'queued');
  return live.length > 0 && live.every(({ licensedPowerW }) => powerW <= licensedPowerW);
}

function Answer({ licence, wish }: { readonly licence: PlantLicence; readonly wish: Wish }) {
  const text = useText();
  const format = useFormat();
  const quote = useQuery(quoteQuery([wish]));
  const running = licence.licences.find(({ state }) => state === 'running');
  return (
    <Asked quote={quote.data} error={quote.error} retry={() => void quote.refetch()}>
      {(answer: Quote) => (
        <>
          {running !== undefined && (
            <p>
              {text('shop.whatIfDates', {
                today: format.day(licence.value.day),
                until: format.day(running.lastDay),
                first: format.day(answer.items[0]?.firstDay),
                last: format.day(answer.items[0]?.lastDay),
              })}
            </p>
          )}
          <QuoteItems quote={answer} />
          <QuoteTotals quote={answer} />
          <p className="secondary">{text('shop.whatIfNote')}</p>
        </>
      )}
    </Asked>
  );
}
