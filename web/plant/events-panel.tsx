import './events.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { dayOf } from '../charts/time.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { Icon, type IconName } from '../ui/icon.js';
import type { Overview } from '../api/types.js';
import { useInverters, useLatestErrors } from './queries.js';
import { timelineOf, type PlantEvent } from './timeline.js';
import type { Day } from './use-day.js';

const shownEvents = 7;

type EventsPanelProps = { readonly overview: Overview; readonly today: Day | null };

/** Device errors, gaps, licence and exchanges in one calm list, newest first. */
export function EventsPanel({ overview, today }: EventsPanelProps) {
  const text = useText();
  const errors = useLatestErrors(overview.plantId);
  const inverters = useInverters(overview.plantId);
  const events = timelineOf({
    errors: errors.data ?? [],
    gaps: today?.gaps ?? [],
    licence: overview.licence,
    inverters: inverters.data ?? [],
  });
  return (
    <section className="card panel" aria-labelledby="plant-events">
      <div className="panel-head">
        <h2 id="plant-events">{text('plant.events.title')}</h2>
      </div>
      {events.length === 0 && !errors.isPending && <p className="secondary">{text('plant.events.none')}</p>}
      <ol className="events">
        {events.slice(0, shownEvents).map((event) => (
          <Event key={event.key} event={event} overview={overview} />
        ))}
      </ol>
      {(errors.data?.length ?? 0) > 0 && (
        <Link className="events-more" to="/plants/$plantId/errors" params={{ plantId: overview.plantId }}>
          {text('plant.events.allErrors')}
        </Link>
      )}
    </section>
  );
}

function Event({ event, overview }: { readonly event: PlantEvent; readonly overview: Overview }) {
  const text = useText();
  const format = useFormat();
  const zone = overview.timeZone;
  const time = (ms: number) => format.instant(new Date(ms).toISOString(), zone, 'time');
  const when = (ms: number) =>
    dayOf(ms, zone) === overview.today
      ? text('plant.events.today', { time: time(ms) })
      : format.instant(new Date(ms).toISOString(), zone, 'dayTime');
  const day = (ms: number) => format.day(new Date(ms).toISOString().slice(0, 10));

  switch (event.kind) {
    case 'error':
      return (
        <Row icon="alert" tone="fault" when={when(event.atMs)}>
          <b>{event.error.inverterName}</b> {event.error.text}
        </Row>
      );
    case 'gap':
      return (
        <Row icon="noData" tone="mute" when={when(event.atMs)}>
          <b>{text('plant.events.gap')}</b>{' '}
          {text('plant.events.gapText', { from: time(event.gap.fromMs), to: time(event.gap.toMs) })}
        </Row>
      );
    case 'trialStarted':
      return (
        <Row icon="licence" tone="sun" when={day(event.atMs)}>
          <b>{text('plant.events.trialStarted')}</b>{' '}
          {text('plant.events.trialStartedText', { day: format.day(event.lastDay) })}
        </Row>
      );
    case 'trialEnded':
      return (
        <Row icon="licence" tone="warn" when={day(event.atMs)}>
          <b>{text('plant.events.trialEnded')}</b> {text('plant.events.trialEndedText')}
        </Row>
      );
    case 'exchanged':
      return (
        <Row icon="swap" tone="ok" when={when(event.atMs)}>
          <b>{text('plant.events.exchanged', { name: event.name })}</b>{' '}
          {text('plant.events.exchangedText', { serialNumber: event.serialNumber })}
        </Row>
      );
  }
}

type RowProps = {
  readonly icon: IconName;
  readonly tone: 'fault' | 'mute' | 'sun' | 'warn' | 'ok';
  readonly when: string;
  readonly children: ReactNode;
};

function Row({ icon, tone, when, children }: RowProps) {
  return (
    <li className={`event ${tone}`}>
      <span className="event-icon">
        <Icon name={icon} size={15} />
      </span>
      <div>
        <p>{children}</p>
        <p className="tertiary num">{when}</p>
      </div>
    </li>
  );
}
