import { useQueryClient } from '@tanstack/react-query';
import { keys } from './queries.js';

/** Forgets what is known of the plant, of what people wrote about it and of the months that follow from it. */
export function useChanged(plantId: string): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    for (const key of [keys.plant, keys.reports]) void client.invalidateQueries({ queryKey: key(plantId) });
    for (const key of [keys.corrections, keys.histories]) await client.invalidateQueries({ queryKey: key(plantId) });
  };
}
