import { Link } from '@tanstack/react-router';
import { memo, useEffect, useRef } from 'react';
import type { FleetPlant } from '../api/types.js';
import { useText } from '../i18n/use-text.js';
import { LastValueAge, OfExpected, OpenIncidents, PlantStateChip, PowerNow, YieldToday } from './fleet-figures.js';
import { useWindowed } from './use-windowed.js';

const cardHeightPx = 142;

/** The plants on a phone: a card each, of which only those near the screen are drawn. */
export function FleetCards({
  plants,
  count,
  onShown,
}: {
  readonly plants: readonly FleetPlant[];
  readonly count: number;
  readonly onShown: (end: number) => void;
}) {
  const list = useRef<HTMLUListElement>(null);
  const { first, end } = useWindowed(list, count, cardHeightPx);
  useEffect(() => onShown(end));
  const shown = plants.slice(first, end);
  return (
    <ul
      ref={list}
      className="fleet-cards"
      style={{ paddingTop: first * cardHeightPx, paddingBottom: (count - first - shown.length) * cardHeightPx }}
    >
      {shown.map((plant, index) => (
        <PhoneCard key={plant.id} plant={plant} position={first + index + 1} count={count} />
      ))}
    </ul>
  );
}

const PhoneCard = memo(function PhoneCard({
  plant,
  position,
  count,
}: {
  readonly plant: FleetPlant;
  readonly position: number;
  readonly count: number;
}) {
  const text = useText();
  return (
    <li aria-posinset={position} aria-setsize={count} style={{ height: cardHeightPx }}>
      <div className="card plant-card fleet-phone">
        <div className="plant-card-head">
          <h2>
            <Link className="fleet-name" to="/plants/$plantId" params={{ plantId: plant.id }}>
              {plant.name}
            </Link>
          </h2>
          <PlantStateChip plant={plant} />
        </div>
        <dl>
          <div>
            <dt>{text('plants.now')}</dt>
            <dd>
              <PowerNow plant={plant} />
            </dd>
          </div>
          <div>
            <dt>{text('fleet.todayShort')}</dt>
            <dd>
              <YieldToday plant={plant} />
            </dd>
          </div>
          <div>
            <dt>{text('fleet.expectedShort')}</dt>
            <dd>
              <OfExpected plant={plant} />
            </dd>
          </div>
        </dl>
        <p className="secondary">
          <span>{plant.town}</span>
          <span>
            {plant.openIncidents > 0 && <OpenIncidents plant={plant} />} <LastValueAge plant={plant} />
          </span>
        </p>
      </div>
    </li>
  );
});
