import { useNavigate } from '@tanstack/react-router';
import L from 'leaflet';
import { useEffect, useRef, useState } from 'react';
import type { FleetPlant } from '../api/types.js';
import { useText } from '../i18n/use-text.js';
import { atOnce, useBaseMap } from './base-map.js';
import { clustersOf } from './map-clusters.js';
import { markerAt } from './map-marker.js';
import { looks } from './plant-card.js';

type FleetMapProps = {
  readonly plants: readonly FleetPlant[];
  /** How many there are, loaded or not. */
  readonly count: number;
  readonly onNearEnd: () => void;
};

const closestZoom = 16;
const zoomStep = 2;
/** Room for a cluster around what the map begins with. */
const edgePx = 48;
const firstZoomAtMost = 11;

type Located = FleetPlant & { readonly location: NonNullable<FleetPlant['location']> };

/** Plants where they stand, those near each other together; what is the matter is said by shape, colour and word. */
export function FleetMap({ plants, count, onNearEnd }: FleetMapProps) {
  const text = useText();
  const navigate = useNavigate();
  const { frame, map } = useBaseMap({ zoom: 4, maxZoom: closestZoom });
  const zoom = useZoomOf(map);
  const located = plants.filter((plant): plant is Located => plant.location !== null);
  // The map needs all of them, page by page.
  useEffect(() => {
    if (plants.length < count) onNearEnd();
  });
  const fitted = useRef<L.Map>(undefined);
  useEffect(() => {
    if (map === undefined || located.length === 0 || fitted.current === map) return;
    fitted.current = map;
    const places = located.map(({ location }) => L.latLng(location.latitudeDeg, location.longitudeDeg));
    map.fitBounds(L.latLngBounds(places), { ...atOnce, padding: [edgePx, edgePx], maxZoom: firstZoomAtMost });
  });

  const key = located.map(({ id, state }) => `${id}${state}`).join();
  useEffect(() => {
    if (map === undefined) return;
    const layer = L.layerGroup().addTo(map);
    const placed = located.map((item) => {
      const { x, y } = map.project([item.location.latitudeDeg, item.location.longitudeDeg], zoom);
      return { x, y, item };
    });
    for (const { x, y, items } of clustersOf(placed)) {
      const { lat, lng } = map.unproject([x, y], zoom);
      const [only] = items;
      const isOne = items.length === 1 && only !== undefined;
      const isClosest = zoom >= closestZoom;
      const open = () => {
        if (only !== undefined && (isOne || isClosest))
          void navigate({ to: '/plants/$plantId', params: { plantId: only.id } });
        else map.setView([lat, lng], Math.min(closestZoom, zoom + zoomStep));
      };
      const label = isOne
        ? `${only.name}: ${text(`plants.state.${only.state}`)}`
        : text('fleet.cluster', { count: items.length });
      const look = isOne ? looks[only.state][0] : worstLook(items);
      layer.addLayer(markerAt([lat, lng], { plants: isOne ? null : items.length, label, open, look }));
    }
    return () => void layer.remove();
    // `key` stands for the plants, which are new objects with each look.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [map, zoom, key, navigate, text]);

  const missing = count - located.length;
  return (
    <>
      <div className="map-frame fleet-map">
        <div className="map" ref={frame} />
      </div>
      {plants.length >= count && missing > 0 && <p className="help">{text('fleet.noPlace', { count: missing })}</p>}
    </>
  );
}

/** Of several together: whether one of them has a fault. */
const worstLook = (items: readonly FleetPlant[]) => (items.some(({ state }) => state === 'fault') ? 'some-fault' : '');

function useZoomOf(map: L.Map | undefined): number {
  const [zoom, setZoom] = useState(4);
  useEffect(() => {
    if (map === undefined) return;
    const look = () => setZoom(map.getZoom());
    map.on('zoomend', look);
    look();
    return () => void map.off('zoomend', look);
  }, [map]);
  return zoom;
}
