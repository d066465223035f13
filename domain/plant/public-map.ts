/** Where public plants stand on a map, no more exactly than their postcode says (B9). */

/** In tenths of a degree, about 11 km by 7 km: more than most postcode areas. The roof cannot be told from it. */
export type CoarsePosition = { readonly latitudeTenths: number; readonly longitudeTenths: number };

export function coarsePosition(position: {
  readonly latitudeDeg: number;
  readonly longitudeDeg: number;
}): CoarsePosition {
  return {
    latitudeTenths: Math.round(position.latitudeDeg * 10),
    longitudeTenths: Math.round(position.longitudeDeg * 10),
  };
}

/** Beyond the closest zoom the cells would be finer than the positions. */
export const mapZooms = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
export type MapZoom = (typeof mapZooms)[number];

/** The zoom whose cells are shown at a zoom of the map. */
export function zoomOfCells(zoom: number): MapZoom {
  return mapZooms.findLast((one) => one <= zoom) ?? 1;
}

/** Four by four cells in a tile of 256 pixels. */
const cellsPerTile = 4;

export type MapCell = { readonly x: number; readonly y: number };

/** The cell of the web Mercator map that a position falls in. */
export function cellAt(zoom: MapZoom, latitudeDeg: number, longitudeDeg: number): MapCell {
  const across = cellsPerTile * 2 ** zoom;
  const latitude = (Math.max(-85, Math.min(85, latitudeDeg)) * Math.PI) / 180;
  const east = (longitudeDeg + 180) / 360;
  const south = (1 - Math.asinh(Math.tan(latitude)) / Math.PI) / 2;
  const within = (share: number) => Math.max(0, Math.min(across - 1, Math.floor(share * across)));
  return { x: within(east), y: within(south) };
}

/** Upper ends of the classes of generator power in W; the last class has none. */
const sizeEndsW = [10_000, 30_000, 100_000] as const;
export const plantSizes = ['upTo10kW', 'upTo30kW', 'upTo100kW', 'over100kW'] as const;
export type PlantSize = (typeof plantSizes)[number];

export function sizeClassOf(generatorPowerW: number): number {
  const found = sizeEndsW.findIndex((endW) => generatorPowerW <= endW);
  return found < 0 ? sizeEndsW.length : found;
}

/** As names of towns are compared: without case and accents; ß is ss. */
export function townKey(town: string): string {
  return town.trim().toLowerCase().replaceAll('ß', 'ss').normalize('NFD').replaceAll(/\p{M}/gu, '');
}

export function postcodeKey(postcode: string): string {
  return postcode.toUpperCase().replaceAll(/\s/g, '');
}
