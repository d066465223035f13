/** Does something with the repair that is shown; the page shows how it stands then. */
export type Act = (path: string, body?: unknown, idempotencyKey?: string) => Promise<void>;
