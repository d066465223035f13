import '../ui/filters.css';
import './device-errors.css';
import { useState } from 'react';
import { periodText } from '../alerts/sentence.js';
import type { DeviceError } from '../api/types.js';
import { addDays } from '../charts/time.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { More } from '../ui/more.js';
import { EmptyState, Loading } from '../ui/surfaces.js';
import { Table } from '../ui/table.js';
import { repeats, type RepeatedError } from './repeated-errors.js';
import { useDeviceErrors, useInverters, usePlant } from './queries.js';
import { SubPage } from './sub-page.js';

/** What the devices reported, newest first, by inverter and date. */
export function DeviceErrors({ plantId }: { readonly plantId: string }) {
  const text = useText();
  const [inverterId, setInverterId] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const errors = useDeviceErrors(plantId, {
    limit: 20,
    ...(inverterId === '' ? {} : { inverterId }),
    ...(from === '' ? {} : { from }),
    // The day itself is meant to be part of it; the API's bound is exclusive.
    ...(to === '' ? {} : { to: addDays(to, 1) }),
  });
  const isFiltered = inverterId !== '' || from !== '' || to !== '';
  const items = errors.data?.pages.flatMap((page) => page.items);
  const reset = () => {
    setInverterId('');
    setFrom('');
    setTo('');
  };
  return (
    <SubPage plantId={plantId} title={text('plant.nav.errors')}>
      <div className="sub-head">
        <h2>{text('plant.nav.errors')}</h2>
        <p className="secondary">{text('plant.errors.lead')}</p>
      </div>
      <div className="filters" role="search" aria-label={text('plant.errors.filter')}>
        <InverterFilter plantId={plantId} value={inverterId} onChange={setInverterId} />
        <DateFilter label={text('plant.errors.from')} value={from} onChange={setFrom} />
        <DateFilter label={text('plant.errors.to')} value={to} onChange={setTo} />
        {isFiltered && (
          <Button look="quiet" onClick={reset}>
            {text('plant.errors.reset')}
          </Button>
        )}
      </div>
      <section className="card error-list" aria-busy={errors.isFetching}>
        {errors.isPending && <Loading />}
        {errors.error && !items && <LoadFailure error={errors.error} retry={() => void errors.refetch()} />}
        {items?.length === 0 && (
          <EmptyState icon="check" title={text(isFiltered ? 'plant.errors.noneFiltered' : 'plant.errors.none')}>
            <p>{text(isFiltered ? 'plant.errors.noneFilteredText' : 'plant.errors.noneText')}</p>
          </EmptyState>
        )}
        {items !== undefined && items.length > 0 && <ErrorTable plantId={plantId} errors={repeats(items)} />}
        <More pages={errors} label={text('plant.errors.more')} />
      </section>
    </SubPage>
  );
}

function ErrorTable({ plantId, errors }: { readonly plantId: string; readonly errors: readonly RepeatedError[] }) {
  const text = useText();
  const format = useFormat();
  const plant = usePlant(plantId);
  const zone = plant.data?.location.timeZone ?? 'Europe/Berlin';
  const stateOf = ({ deviceStateText, deviceState, deviceStateAfterText, deviceStateAfter }: DeviceError) => {
    const before = deviceStateText ?? deviceState?.toString();
    const after = deviceStateAfterText ?? deviceStateAfter?.toString();
    return [before, after].filter((state) => state !== undefined).join(' → ') || '–';
  };
  const outage = ({ count, outageMs, runningAgainAt }: RepeatedError) => {
    if (outageMs === null) return text('plant.errors.notRunning');
    const period = periodText(text, Math.max(1, Math.round(outageMs / 60_000)));
    return (
      <>
        {text(count > 1 ? 'plant.errors.together' : 'plant.errors.after', { period })}
        <small className="times num">{format.instant(runningAgainAt, zone, 'exact')}</small>
      </>
    );
  };
  return (
    <Table
      caption={text('plant.nav.errors')}
      rows={errors}
      rowKey={(error) => error.id}
      columns={[
        {
          key: 'at',
          head: text('plant.errors.at'),
          cell: (error) => (
            <>
              <span className="num nowrap">{format.instant(error.at, zone, 'exact')}</span>
              {error.count > 1 && (
                <small className="times">
                  {text('plant.errors.times', {
                    count: error.count,
                    since: format.instant(error.firstAt, zone, 'exact'),
                  })}
                </small>
              )}
            </>
          ),
        },
        { key: 'inverter', head: text('plant.inverter'), cell: (error) => error.inverterName },
        {
          key: 'code',
          head: text('plant.errors.code'),
          cell: (error) => <span className="serial nowrap">{error.code}</span>,
        },
        { key: 'text', head: text('plant.errors.text'), cell: (error) => error.text },
        { key: 'state', head: text('plant.errors.state'), cell: stateOf },
        { key: 'running', head: text('plant.errors.running'), cell: outage },
      ]}
    />
  );
}

type FilterProps = { readonly value: string; readonly onChange: (value: string) => void };

function InverterFilter({ plantId, value, onChange }: FilterProps & { readonly plantId: string }) {
  const text = useText();
  const inverters = useInverters(plantId);
  return (
    <label className="filter">
      <span>{text('plant.inverter')}</span>
      <select className="select" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{text('plant.errors.allInverters')}</option>
        {inverters.data?.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function DateFilter({ label, value, onChange }: FilterProps & { readonly label: string }) {
  return (
    <label className="filter">
      <span>{label}</span>
      <input className="input" type="date" value={value} onChange={(event) => onChange(event.target.value)} />
    </label>
  );
}
