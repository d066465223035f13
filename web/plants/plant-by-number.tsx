import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from '@tanstack/react-router';
import { plantByNumberQuery } from '../api/plants.js';
import { LoadFailure } from '../shell/failure.js';
import { Loading } from '../ui/surfaces.js';
import { PlantGone } from './plant-gone.js';

/** Bookmarks of the original portal name a plant by its number: they lead on to its page. */
export function PlantByNumber() {
  const { number } = useParams({ from: '/signed-in/plants/number/$number' });
  const found = useQuery(plantByNumberQuery(number));
  if (found.isError) return <LoadFailure error={found.error} retry={() => void found.refetch()} />;
  if (found.data === undefined) return <Loading />;
  if (found.data === null) return <PlantGone />;
  return <Navigate to="/plants/$plantId" params={{ plantId: found.data }} replace />;
}
