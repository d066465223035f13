import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../api/client.js';
import type { ReadModel, ReadModelList, RebuildJob, RebuildWish } from '../api/types.js';

const path = '/office/read-models';
const key = ['office', 'read-models'] as const;
const workingMs = 1_000;
const idleMs = 5_000;

const jobPath = (name: string) => `${path}/${encodeURIComponent(name)}/jobs`;

export const isOpen = (job: RebuildJob | null): job is RebuildJob =>
  job !== null && (job.state === 'waiting' || job.state === 'running');

/** Something moves: a job, or tables that a newer release or the command line is building. */
const isMoving = ({ job, live, version, lagEvents }: ReadModel) =>
  isOpen(job) || lagEvents > 0 || (live !== null && live.version < version);

/** Asked for again by itself, every second while something moves. */
export const useReadModels = () =>
  useQuery({
    queryKey: key,
    queryFn: ({ signal }) => request<ReadModelList>('GET', path, { signal }),
    refetchInterval: ({ state }) => (state.data?.items.some(isMoving) === true ? workingMs : idleMs),
  });

export function useRequestJob(name: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: RebuildWish) => request<RebuildJob>('POST', jobPath(name), { body }),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}

export function useStopJob(name: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<RebuildJob>('DELETE', `${jobPath(name)}/${encodeURIComponent(id)}`),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}
