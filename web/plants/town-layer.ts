import L from 'leaflet';
import type { Town } from './find-towns.js';

const namesAtMost = 40;
const characterPx = 7;
const nameHeightPx = 18;
/** Kept free around each name. */
const marginPx = 16;

/** Names of towns for orientation; more of them the closer one looks. Returns how to take them away. */
export function showTowns(map: L.Map, towns: readonly Town[]): () => void {
  const names = L.layerGroup().addTo(map);
  const draw = () => {
    names.clearLayers();
    for (const town of visible(map, towns)) names.addLayer(label(town));
  };
  map.on('moveend', draw);
  map.attributionControl.addAttribution('GeoNames');
  draw();
  return () => {
    map.off('moveend', draw);
    map.attributionControl.removeAttribution('GeoNames');
    names.remove();
  };
}

/** The most populous towns whose names do not overlap. */
function visible(map: L.Map, towns: readonly Town[]): readonly Town[] {
  const bounds = map.getBounds();
  const boxes: L.Bounds[] = [];
  const shown: Town[] = [];
  for (const town of towns) {
    if (shown.length === namesAtMost) break;
    if (!bounds.contains([town.latitudeDeg, town.longitudeDeg])) continue;
    const { x, y } = map.project([town.latitudeDeg, town.longitudeDeg]);
    const right = x + town.name.length * characterPx + marginPx;
    const box = L.bounds([x - marginPx, y - nameHeightPx], [right, y + nameHeightPx]);
    if (boxes.some((other) => other.overlaps(box))) continue;
    boxes.push(box);
    shown.push(town);
  }
  return shown;
}

function label({ name, latitudeDeg, longitudeDeg }: Town): L.Marker {
  const html = document.createElement('span');
  html.textContent = name;
  const icon = L.divIcon({ className: 'map-town', html, iconSize: [5, 5] });
  return L.marker([latitudeDeg, longitudeDeg], { icon, interactive: false, keyboard: false, zIndexOffset: -1000 });
}
