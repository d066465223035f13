import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Overview } from '../api/types.js';
import { livePath } from './api.js';
import { keys } from './queries.js';

export type Connection = 'connecting' | 'live' | 'lost';

const reconnectAfterMs = 10_000;

/** Whether more than the time of the answer is new. */
function saysMore(previous: Overview, next: Overview): boolean {
  return JSON.stringify({ ...previous, asOf: next.asOf }) !== JSON.stringify(next);
}

/**
 * Server-sent overviews of a plant go into the query cache. One that says something new also renews the series on screen:
 * a late backlog changes sums, but not when the newest value was measured. New errors are asked for when the server tells
 * of them, and after a time in which it could not. While the connection is lost, the caller polls.
 */
export function useLive(plantId: string, enabled: boolean): Connection {
  const client = useQueryClient();
  const [connection, setConnection] = useState<Connection>('connecting');

  useEffect(() => {
    if (!enabled) return undefined;
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isLost = false;

    const take = (event: MessageEvent<string>) => {
      setConnection('live');
      const next = JSON.parse(event.data) as Overview;
      const previous = client.getQueryData<Overview>(keys.overview(plantId));
      client.setQueryData(keys.overview(plantId), next);
      if (previous && saysMore(previous, next)) {
        void client.invalidateQueries({ queryKey: keys.series(plantId) });
      }
    };
    const renewErrors = () => void client.invalidateQueries({ queryKey: keys.deviceErrors(plantId) });
    const open = () => {
      source = new EventSource(livePath(plantId));
      source.addEventListener('open', () => {
        setConnection('live');
        if (isLost) renewErrors();
        isLost = false;
      });
      source.addEventListener('overview', take);
      source.addEventListener('device-errors', renewErrors);
      source.addEventListener('error', () => {
        setConnection('lost');
        // Perhaps the plant itself is gone.
        if (!isLost) void client.invalidateQueries({ queryKey: keys.overview(plantId) });
        isLost = true;
        // The browser reconnects by itself, unless the server refused.
        if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, reconnectAfterMs);
      });
    };
    open();
    return () => {
      clearTimeout(timer);
      source?.close();
    };
  }, [client, plantId, enabled]);

  return connection;
}
