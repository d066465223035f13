import L from 'leaflet';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../i18n/use-text.js';
import { atOnce, useBaseMap } from './base-map.js';
import { mainlandOf } from './world.js';

const pinSvg =
  '<svg viewBox="0 0 30 40" width="30" height="40" aria-hidden="true"><path d="M15 39S2 25 2 14.5a13 13 0 0126 0C28 25 15 39 15 39z" fill="var(--sun)" stroke="var(--ink)" stroke-width="1.5"/><circle cx="15" cy="14.5" r="4.5" fill="var(--ink)"/></svg>';

const nearZoom = 9;
const keyStepPx = 4;
const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-keyStepPx, 0],
  ArrowRight: [keyStepPx, 0],
  ArrowUp: [0, -keyStepPx],
  ArrowDown: [0, keyStepPx],
};

export type PlaceProps = {
  readonly latitudeDeg: number | undefined;
  readonly longitudeDeg: number | undefined;
  /** ISO code; the map begins there when no place is known yet. */
  readonly country: string;
  readonly onPick: (latitudeDeg: number, longitudeDeg: number) => void;
};

type Map = { readonly map: L.Map; readonly pin: L.Marker };

/** A map with one pin, which is moved by mouse, finger or keys. */
export function PlaceMap(props: PlaceProps) {
  const { latitudeDeg, longitudeDeg, country } = props;
  const text = useText();
  const [start] = useState<L.LatLngTuple | undefined>(
    latitudeDeg === undefined || longitudeDeg === undefined ? undefined : [latitudeDeg, longitudeDeg],
  );
  const { frame, map, world } = useBaseMap({ start, zoom: nearZoom, maxZoom: 19 });
  const [shown, setShown] = useState<Map>();
  const onPick = useRef(props.onPick);
  useEffect(() => {
    onPick.current = props.onPick;
  });

  useEffect(() => {
    if (map === undefined) return;
    setShown({ map, pin: createPin(map, (place) => onPick.current(place.lat, place.wrap().lng)) });
    return () => setShown(undefined);
  }, [map]);

  const known = latitudeDeg !== undefined && longitudeDeg !== undefined && Math.abs(latitudeDeg) <= 90;
  useEffect(() => {
    if (shown === undefined) return;
    if (known) showPin(shown, latitudeDeg, longitudeDeg, text('plantForm.pin'));
    else shown.pin.remove();
  }, [shown, known, latitudeDeg, longitudeDeg, text]);

  useEffect(() => {
    if (shown === undefined || world === undefined || known) return;
    const box = mainlandOf(world, country);
    if (box !== undefined) {
      const corners: L.LatLngBoundsLiteral = [
        [box.south, box.west],
        [box.north, box.east],
      ];
      shown.map.fitBounds(corners, atOnce);
    }
    // `known` only matters at the moment the country changes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [shown, world, country]);

  return <div className="map" ref={frame} />;
}

function createPin(map: L.Map, pick: (place: L.LatLng) => void): L.Marker {
  const icon = L.divIcon({ className: 'map-pin', html: pinSvg, iconSize: [30, 40], iconAnchor: [15, 39] });
  const pin = L.marker([51, 10], { icon, draggable: true, autoPan: true, keyboard: true });
  map.on('click', ({ latlng }: L.LeafletMouseEvent) => pick(latlng));
  pin.on('dragend', () => pick(pin.getLatLng()));
  pin.on('add', () => pin.getElement()?.addEventListener('keydown', (event) => moveByKey(event, map, pin, pick)));
  return pin;
}

function moveByKey(event: KeyboardEvent, map: L.Map, pin: L.Marker, pick: (place: L.LatLng) => void): void {
  const arrow = arrows[event.key];
  if (arrow === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  const factor = event.shiftKey ? 10 : 1;
  const [x, y] = arrow;
  pick(map.unproject(map.project(pin.getLatLng()).add([x * factor, y * factor])));
}

function showPin({ map, pin }: Map, latitudeDeg: number, longitudeDeg: number, label: string): void {
  const first = !map.hasLayer(pin);
  pin.setLatLng([latitudeDeg, longitudeDeg]);
  if (first) pin.addTo(map);
  pin.getElement()?.setAttribute('aria-label', label);
  // The first pin brings the place nearer, where its neighbourhood has names; afterwards the view is the viewer's.
  const isFar = first && map.getZoom() < nearZoom;
  if (isFar || !map.getBounds().contains(pin.getLatLng())) {
    map.setView(pin.getLatLng(), Math.max(map.getZoom(), nearZoom), atOnce);
  }
}
