import { lazy, Suspense } from 'react';
import { useText } from '../i18n/use-text.js';
import type { PlaceProps } from './place-map.js';
import { TownSearch } from './town-search.js';

const PlaceMap = lazy(() => import('./place-map.js').then((module) => ({ default: module.PlaceMap })));

/** Chooses a place on a map; the map comes when it is needed, the fields beside it work without it. */
export function MapPicker(props: PlaceProps) {
  const text = useText();
  return (
    <div className="field">
      <TownSearch country={props.country} onPick={props.onPick} />
      <div className="map-frame" role="group" aria-label={text('plantForm.map')}>
        <Suspense fallback={null}>
          <PlaceMap {...props} />
        </Suspense>
      </div>
      <p className="help">{text('plantForm.mapHelp')}</p>
    </div>
  );
}
