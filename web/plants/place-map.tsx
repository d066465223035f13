import 'leaflet/dist/leaflet.css';
import { useQuery } from '@tanstack/react-query';
import L from 'leaflet';
import { useEffect, useRef, useState } from 'react';
import { portalQuery } from '../api/accounts.js';
import type { MapTiles } from '../api/types.js';
import { useText } from '../i18n/use-text.js';
import { useTheme } from '../shell/theme.js';
import { showTowns } from './town-layer.js';
import type { Town } from './find-towns.js';
import { loadTowns } from './towns.js';
import { loadWorld, mainlandOf, type Country } from './world.js';

const pinSvg =
  '<svg viewBox="0 0 30 40" width="30" height="40" aria-hidden="true"><path d="M15 39S2 25 2 14.5a13 13 0 0126 0C28 25 15 39 15 39z" fill="var(--sun)" stroke="var(--ink)" stroke-width="1.5"/><circle cx="15" cy="14.5" r="4.5" fill="var(--ink)"/></svg>';

const nearZoom = 9;
/** The views that the page chooses come at once: Leaflet drops a change of view that comes while it animates another. */
const atOnce = { animate: false };
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

/**
 * Leaflet over the tiles of the operator's choice; without them over the outlines of countries and the names of towns that
 * the portal serves itself.
 */
export function PlaceMap(props: PlaceProps) {
  const { latitudeDeg, longitudeDeg, country } = props;
  const text = useText();
  const { theme } = useTheme();
  const frame = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<Map>();
  const [world, setWorld] = useState<readonly Country[]>();
  const [towns, setTowns] = useState<readonly Town[]>();
  const tiles = useQuery(portalQuery).data?.mapTiles;
  const start = useRef<L.LatLngTuple | undefined>(
    latitudeDeg === undefined || longitudeDeg === undefined ? undefined : [latitudeDeg, longitudeDeg],
  );
  const onPick = useRef(props.onPick);
  useEffect(() => {
    onPick.current = props.onPick;
  });

  useEffect(() => {
    if (frame.current === null) return;
    const created = createMap(frame.current, start.current, (place) => onPick.current(place.lat, place.wrap().lng));
    setShown(created);
    return () => {
      created.map.remove();
      setShown(undefined);
    };
  }, []);

  useEffect(() => {
    let wanted = true;
    loadWorld().then(
      (countries) => wanted && setWorld(countries),
      () => wanted && setWorld([]), // without outlines the pin and the fields still work
    );
    return () => {
      wanted = false;
    };
  }, []);

  const isOwn = tiles === null;
  useEffect(() => {
    if (!isOwn) return;
    let wanted = true;
    loadTowns().then(
      (loaded) => wanted && setTowns(loaded),
      () => undefined, // the outlines do without
    );
    return () => {
      wanted = false;
    };
  }, [isOwn]);

  useEffect(() => {
    if (shown === undefined || world === undefined || !isOwn) return;
    const layer = outlines(world).addTo(shown.map);
    return () => void layer.remove();
    // The theme is part of the colours.
  }, [shown, world, isOwn, theme]);

  useEffect(() => {
    if (shown === undefined || towns === undefined || !isOwn) return;
    return showTowns(shown.map, towns);
  }, [shown, towns, isOwn]);

  useEffect(() => {
    if (shown === undefined || tiles === undefined || tiles === null) return;
    const layer = tileLayer(tiles).addTo(shown.map);
    return () => void layer.remove();
  }, [shown, tiles]);

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

  useEffect(() => {
    if (shown === undefined) return;
    const zoom = L.control.zoom({ zoomInTitle: text('plantForm.zoomIn'), zoomOutTitle: text('plantForm.zoomOut') });
    zoom.addTo(shown.map);
    return () => void zoom.remove();
  }, [shown, text]);

  return <div className="map" ref={frame} />;
}

function createMap(frame: HTMLDivElement, start: L.LatLngTuple | undefined, pick: (place: L.LatLng) => void): Map {
  const map = L.map(frame, { zoomControl: false, preferCanvas: true, maxZoom: 19, minZoom: 1, worldCopyJump: true });
  if (start === undefined) map.setView([51, 10], 4);
  else map.setView(start, nearZoom);
  map.attributionControl.setPrefix(false);
  const icon = L.divIcon({ className: 'map-pin', html: pinSvg, iconSize: [30, 40], iconAnchor: [15, 39] });
  const pin = L.marker([51, 10], { icon, draggable: true, autoPan: true, keyboard: true });
  map.on('click', ({ latlng }: L.LeafletMouseEvent) => pick(latlng));
  pin.on('dragend', () => pick(pin.getLatLng()));
  pin.on('add', () => pin.getElement()?.addEventListener('keydown', (event) => moveByKey(event, map, pin, pick)));
  return { map, pin };
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

/** The servers learn the address of the portal, which many of them ask for, and nothing else of the page. */
function tileLayer({ urlTemplate, attribution, attributionUrl }: MapTiles): L.TileLayer {
  const source = document.createElement(attributionUrl === null ? 'span' : 'a');
  source.textContent = attribution;
  if (source instanceof HTMLAnchorElement && attributionUrl !== null) {
    Object.assign(source, { href: attributionUrl, target: '_blank', rel: 'noreferrer' });
  }
  return L.tileLayer(urlTemplate, { attribution: source.outerHTML, maxZoom: 19, referrerPolicy: 'origin' });
}

/** The outlines in the colours of the theme. */
function outlines(countries: readonly Country[]): L.GeoJSON {
  const colours = getComputedStyle(document.documentElement);
  return L.geoJSON([...countries], {
    interactive: false,
    attribution: 'Natural Earth',
    style: {
      color: colours.getPropertyValue('--line-control'),
      weight: 0.8,
      fillColor: colours.getPropertyValue('--card'),
      fillOpacity: 1,
    },
  });
}
