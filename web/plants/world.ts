import { feature } from 'topojson-client';
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';
import worldUrl from 'world-atlas/countries-50m.json?url';

export type Country = Feature<Geometry, { readonly name: string }>;

let loading: Promise<readonly Country[]> | undefined;

/** Outlines of all countries (Natural Earth 1:50 million, public domain), served by the portal itself. */
export function loadWorld(): Promise<readonly Country[]> {
  loading ??= fetch(worldUrl)
    .then((response) => response.json() as Promise<Topology<{ countries: GeometryCollection<{ name: string }> }>>)
    .then(
      (world) => (feature(world, world.objects.countries) as FeatureCollection<Geometry, { name: string }>).features,
    );
  return loading;
}

type Box = { readonly south: number; readonly west: number; readonly north: number; readonly east: number };

/** Extent of the largest part of a country: mainland France without Guiana. */
export function mainlandOf(countries: readonly Country[], code: string): Box | undefined {
  const name = new Intl.DisplayNames('en', { type: 'region' }).of(code);
  const geometry = countries.find((country) => country.properties.name === name)?.geometry;
  const polygons =
    geometry?.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry?.type === 'MultiPolygon'
        ? geometry.coordinates
        : [];
  const boxes = polygons.flatMap(([outer]) => (outer === undefined ? [] : [boxOf(outer)]));
  const size = ({ south, west, north, east }: Box) => (north - south) * (east - west);
  return boxes.sort((a, b) => size(b) - size(a))[0];
}

function boxOf(ring: readonly Position[]): Box {
  const longitudes = ring.map(([longitude = 0]) => longitude);
  const latitudes = ring.map(([, latitude = 0]) => latitude);
  return {
    south: Math.min(...latitudes),
    north: Math.max(...latitudes),
    west: Math.min(...longitudes),
    east: Math.max(...longitudes),
  };
}
