import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';

type Teardown = { teardown(handler: () => Promise<void>): unknown };

/** A cable that can be pulled: what is sent from then on arrives nowhere, and neither end is told. */
type Cable = {
  /** The address of the database, through the cable. */
  readonly url: string;
  pull(): void;
};

/** A way to the server of `databaseUrl` over TCP. */
export async function cable(t: Teardown, databaseUrl: string): Promise<Cable> {
  const target = new URL(databaseUrl);
  const folder = decodeURIComponent(target.hostname);
  const place = folder.startsWith('/')
    ? { path: `${folder}/.s.PGSQL.${target.port || 5432}` }
    : { host: folder, port: Number(target.port || 5432) };
  const sockets = new Set<Socket>();
  let pulled = false;
  const server = createServer((near) => {
    const far = connect(place);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (chunk) => (pulled ? undefined : to.write(chunk)));
      from.on('error', () => undefined);
      from.on('close', () => {
        sockets.delete(from);
        if (!pulled) to.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.teardown(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return { url: url.href, pull: () => void (pulled = true) };
}
