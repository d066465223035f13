import './map-marker.css';
import L from 'leaflet';

/** Larger by the order of magnitude. */
const sizesPx = [30, 36, 44, 52, 60] as const;

type Marked = {
  /** How many plants stand together; null for a single one. */
  readonly plants: number | null;
  readonly label: string;
  readonly open: () => void;
  /** How it looks besides, as `fault`. */
  readonly look?: string;
};

/** Some plants at a place of the map, or one; a button for mouse and keyboard. */
export function markerAt(place: L.LatLngTuple, { plants, label, open, look = '' }: Marked): L.Marker {
  const sizePx =
    plants === null ? 24 : (sizesPx[Math.min(sizesPx.length - 1, Math.floor(Math.log10(Math.max(1, plants))))] ?? 30);
  const html = document.createElement('span');
  html.textContent = plants === null ? '' : shortCount(plants);
  const icon = L.divIcon({
    className: `map-cluster ${plants === null ? 'single' : ''} ${look}`,
    html,
    iconSize: [sizePx, sizePx],
  });
  const marker = L.marker(place, { icon, keyboard: true, riseOnHover: true });
  marker.on('click', open);
  marker.on('add', () => {
    const element = marker.getElement();
    element?.setAttribute('aria-label', label);
    element?.setAttribute('title', label);
  });
  return marker;
}

function shortCount(plants: number): string {
  return plants < 1_000 ? String(plants) : `${Math.round(plants / 100) / 10}k`;
}
