/** Aborts at the first Ctrl-C or SIGTERM, so that work ends at a good place; the second one ends the process. */
export function interrupted(): AbortSignal {
  const stopping = new AbortController();
  const onSignal = () => {
    if (stopping.signal.aborted) process.exit(130);
    stopping.abort();
    process.stderr.write('\nStopping after this batch; once more ends at once.\n');
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return stopping.signal;
}
