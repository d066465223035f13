import 'leaflet/dist/leaflet.css';
import { useQuery } from '@tanstack/react-query';
import L from 'leaflet';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { portalQuery } from '../api/accounts.js';
import type { MapTiles } from '../api/types.js';
import { useLanguage } from '../i18n/language.js';
import { useText } from '../i18n/use-text.js';
import { useTheme } from '../shell/theme.js';
import type { Town } from './find-towns.js';
import { showTowns } from './town-layer.js';
import { loadTowns } from './towns.js';
import { loadWorld, type Country } from './world.js';

/** The views that the page chooses come at once: Leaflet drops a change of view that comes while it animates another. */
export const atOnce = { animate: false };

type BaseMapOptions = {
  /** Where it begins; left out: Europe. */
  readonly start?: L.LatLngTuple | undefined;
  readonly zoom: number;
  readonly maxZoom: number;
};

type BaseMap = {
  /** Of the element that holds the map. */
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly map: L.Map | undefined;
  readonly world: readonly Country[] | undefined;
};

/**
 * Leaflet over the tiles of the operator's choice; without them over the outlines of countries and the names of towns that
 * the portal serves itself.
 */
export function useBaseMap(options: BaseMapOptions): BaseMap {
  const text = useText();
  const { language } = useLanguage();
  const { theme } = useTheme();
  const frame = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<L.Map>();
  const [world, setWorld] = useState<readonly Country[]>();
  const [towns, setTowns] = useState<readonly Town[]>();
  const tiles = useQuery(portalQuery).data?.mapTiles;

  useEffect(() => {
    if (frame.current === null) return;
    const created = createMap(frame.current, options);
    setMap(created);
    return () => {
      created.remove();
      setMap(undefined);
    };
    // What it begins with does not change it later.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  useEffect(() => {
    let wanted = true;
    loadWorld().then(
      (countries) => wanted && setWorld(countries),
      () => wanted && setWorld([]), // without outlines the rest still works
    );
    return () => {
      wanted = false;
    };
  }, []);

  const isOwn = tiles === null;
  useEffect(() => {
    if (!isOwn) return;
    let wanted = true;
    loadTowns(language).then(
      (loaded) => wanted && setTowns(loaded),
      () => undefined, // the outlines do without
    );
    return () => {
      wanted = false;
    };
  }, [isOwn, language]);

  useEffect(() => {
    if (map === undefined || world === undefined || !isOwn) return;
    const layer = outlines(world).addTo(map);
    return () => void layer.remove();
    // The theme is part of the colours.
  }, [map, world, isOwn, theme]);

  useEffect(() => {
    if (map === undefined || towns === undefined || !isOwn) return;
    return showTowns(map, towns);
  }, [map, towns, isOwn]);

  useEffect(() => {
    if (map === undefined || tiles === undefined || tiles === null) return;
    const layer = tileLayer(tiles).addTo(map);
    return () => void layer.remove();
  }, [map, tiles]);

  useEffect(() => {
    if (map === undefined) return;
    const zoom = L.control.zoom({ zoomInTitle: text('plantForm.zoomIn'), zoomOutTitle: text('plantForm.zoomOut') });
    zoom.addTo(map);
    return () => void zoom.remove();
  }, [map, text]);

  return { frame, map, world };
}

function createMap(frame: HTMLDivElement, { start, zoom, maxZoom }: BaseMapOptions): L.Map {
  const map = L.map(frame, { zoomControl: false, preferCanvas: true, maxZoom, minZoom: 1, worldCopyJump: true });
  if (start === undefined) map.setView([51, 10], 4);
  else map.setView(start, zoom);
  map.attributionControl.setPrefix(false);
  return map;
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
