import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A CloudEvent as it came; what it holds is for the test to say. */
type ReceivedEvent = {
  readonly id: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
};

export type Received = {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly raw: string;
  readonly event: ReceivedEvent;
};

/** A program that is told of incidents, over real HTTP. */
export async function webhookReceiver(t: { teardown(handler: () => Promise<unknown>): unknown }) {
  const received: Received[] = [];
  let answer = (response: ServerResponse, _request: IncomingMessage): void => void response.end();
  const server = createServer((request, response) => {
    void text(request).then((raw) => {
      received.push({
        path: request.url ?? '',
        headers: request.headers,
        raw,
        event: JSON.parse(raw) as ReceivedEvent,
      });
      answer(response, request);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.teardown(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  return {
    ...{ url, received },
    answerWith: (next: typeof answer) => void (answer = next),
    answerStatus: (status: number) => void (answer = (response) => void response.writeHead(status).end()),
  };
}
