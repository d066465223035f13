import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { portalQuery } from '../api/accounts.js';
import { useText } from '../i18n/use-text.js';

const PlaceMap = lazy(() => import('./place-map.js').then((module) => ({ default: module.PlaceMap })));

export type PlaceProps = {
  readonly latitudeDeg: number | undefined;
  readonly longitudeDeg: number | undefined;
  /** ISO code; the map begins there when no place is known yet. */
  readonly country: string;
  readonly onPick: (latitudeDeg: number, longitudeDeg: number) => void;
};

/** Chooses a place on a map; the map comes when it is needed, the fields beside it work without it. */
export function MapPicker(props: PlaceProps) {
  const text = useText();
  const portal = useQuery(portalQuery);
  return (
    <div className="field">
      <div className="map-frame" role="group" aria-label={text('plantForm.map')}>
        <Suspense fallback={null}>
          {!portal.isPending && <PlaceMap {...props} tiles={portal.data?.mapTiles} />}
        </Suspense>
      </div>
      <p className="help">{text('plantForm.mapHelp')}</p>
    </div>
  );
}
