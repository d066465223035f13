import './plant.css';
import type { ReactNode } from 'react';
import { useText } from '../i18n/use-text.js';
import { isGone, PlantGone } from '../plants/plant-gone.js';
import { useDocumentTitle } from '../ui/page.js';
import { EditPlantLink, PlantHeader, PlantNav } from './plant-header.js';
import { PageHeading } from '../ui/page.js';
import { useOverview, usePlant } from './queries.js';
import { useLive } from './use-live.js';

type SubPageProps = { readonly plantId: string; readonly title: string; readonly children: ReactNode };

/** Head and navigation of the plant, which every page of it shares. */
export function SubPage({ plantId, title, children }: SubPageProps) {
  const text = useText();
  const overview = useOverview(plantId);
  const plant = usePlant(plantId);
  const connection = useLive(plantId, overview.data !== undefined);
  const name = overview.data?.name ?? plant.data?.name ?? text('plant.locked.plant');
  useDocumentTitle(`${title} · ${name}`);
  if (isGone(overview.error) || isGone(plant.error)) return <PlantGone />;
  return (
    <>
      {overview.data ? (
        <PlantHeader overview={overview.data} connection={connection} />
      ) : (
        <header className="plant-head">
          <PageHeading title={name} />
          <EditPlantLink plantId={plantId} />
        </header>
      )}
      <PlantNav plantId={plantId} />
      {children}
    </>
  );
}
