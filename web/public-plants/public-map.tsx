import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import L from 'leaflet';
import { useEffect, useRef, useState } from 'react';
import { useFormat } from '../format/use-format.js';
import { useText, type Text } from '../i18n/use-text.js';
import { atOnce, useBaseMap } from '../plants/base-map.js';
import { markerAt } from '../plants/map-marker.js';
import { mainlandOf } from '../plants/world.js';
import { publicMapQuery, type MapView, type PublicCluster, type PublicFilter } from './api.js';

/** Closer than the positions are exact nothing is to be seen. */
const closestZoom = 10;
const zoomStep = 2;
const middleOfEurope: L.LatLngTuple = [50.5, 10];
/** Room for a cluster around what the map begins with. */
const edgePx = 48;
const firstZoomAtMost = 7;

/** Public plants on the map; near ones stand together with their number, and come apart where one looks closer. */
export function PublicMap({ filter }: { readonly filter: PublicFilter }) {
  const text = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const { frame, map, world } = useBaseMap({ start: middleOfEurope, zoom: 4, maxZoom: closestZoom });
  const view = useView(map);
  const clusters = useQuery(publicMapQuery(filter, view)).data;
  useFitOnce(map, clusters);

  useEffect(() => {
    const box = world === undefined || filter.country === '' ? undefined : mainlandOf(world, filter.country);
    if (map === undefined || box === undefined) return;
    map.fitBounds(
      [
        [box.south, box.west],
        [box.north, box.east],
      ],
      atOnce,
    );
  }, [map, world, filter.country]);

  useEffect(() => {
    if (map === undefined || clusters === undefined) return;
    const layer = L.layerGroup().addTo(map);
    for (const cluster of clusters) {
      const open = () => {
        const { plantId } = cluster;
        if (plantId !== null) void navigate({ to: '/public-plants/$plantId', params: { plantId } });
        else map.setView([cluster.latitudeDeg, cluster.longitudeDeg], Math.min(closestZoom, map.getZoom() + zoomStep));
      };
      const { plants, plantId, latitudeDeg, longitudeDeg } = cluster;
      const label = labelOf(cluster, text, format.number);
      layer.addLayer(markerAt([latitudeDeg, longitudeDeg], { plants: plantId === null ? plants : null, label, open }));
    }
    return () => void layer.remove();
  }, [map, clusters, navigate, text, format]);

  return <div className="map" ref={frame} />;
}

/** The map begins with what there is of Europe, and nothing of it cut off. */
function useFitOnce(map: L.Map | undefined, clusters: readonly PublicCluster[] | undefined): void {
  const fitted = useRef<L.Map>(undefined);
  useEffect(() => {
    if (map === undefined || clusters === undefined || clusters.length === 0 || fitted.current === map) return;
    fitted.current = map;
    const places = clusters.map(({ latitudeDeg, longitudeDeg }) => L.latLng(latitudeDeg, longitudeDeg));
    map.fitBounds(L.latLngBounds(places), { ...atOnce, padding: [edgePx, edgePx], maxZoom: firstZoomAtMost });
  }, [map, clusters]);
}

function labelOf({ plants, plantId }: PublicCluster, text: Text, number: (value: number) => string): string {
  return plantId === null ? text('public.cluster', { count: plants, number: number(plants) }) : text('public.single');
}

/** The part of the map that is looked at, in steps that let neighbours share an answer. */
function useView(map: L.Map | undefined): MapView | undefined {
  const [view, setView] = useState<MapView>();
  useEffect(() => {
    if (map === undefined) return;
    const look = () => setView(viewOf(map));
    map.on('moveend', look);
    look();
    return () => void map.off('moveend', look);
  }, [map]);
  return view;
}

function viewOf(map: L.Map): MapView {
  const bounds = map.getBounds().pad(0.1);
  const limited = (degrees: number, most: number) => Math.max(-most, Math.min(most, Math.round(degrees * 10) / 10));
  // Around the world once more is the same world.
  const isWhole = bounds.getEast() - bounds.getWest() >= 360;
  return {
    zoom: map.getZoom(),
    west: isWhole ? -180 : limited(bounds.getWest(), 180),
    east: isWhole ? 180 : limited(bounds.getEast(), 180),
    south: limited(bounds.getSouth(), 90),
    north: limited(bounds.getNorth(), 90),
  };
}
