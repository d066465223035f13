import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { inverterServicePath } from '../../http/legacy/inverter-service.js';

/** What a device gets back: the status, and the body of the length that the head announces. */
type DeviceAnswer = { readonly status: number; readonly body: string };

/** The head of a message as a device writes it. */
export function deviceHead(bodyBytes: number, path: string = inverterServicePath): string {
  return `POST ${path} HTTP/1.1\r\nHost: portal\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${bodyBytes}\r\n\r\n`;
}

/** A raw connection of a device, as wire.md describes it: one message at a time. */
export class DeviceSocket {
  readonly #socket: Socket;
  #received = '';
  #wake: () => void = () => undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => {
      this.#received += chunk.toString('latin1');
      this.#wake();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => this.#wake());
  }

  /** Rejects when nobody listens. */
  static async open(port: number): Promise<DeviceSocket> {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    const opened = new DeviceSocket(socket);
    await once(socket, 'connect');
    return opened;
  }

  write(bytes: string | Uint8Array): void {
    this.#socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  }

  /** The next answer; null when the connection ended before it was complete. */
  async answer(): Promise<DeviceAnswer | null> {
    for (;;) {
      const answer = this.#takeAnswer();
      if (answer !== null) return answer;
      if (this.#socket.destroyed) return null;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  send(body: string | Uint8Array): Promise<DeviceAnswer | null> {
    const bytes = typeof body === 'string' ? Buffer.from(body, 'latin1') : body;
    this.write(deviceHead(bytes.length));
    this.write(bytes);
    return this.answer();
  }

  close(): void {
    this.#socket.destroy();
  }

  #takeAnswer(): DeviceAnswer | null {
    const headEnd = this.#received.indexOf('\r\n\r\n');
    if (headEnd < 0) return null;
    const head = this.#received.slice(0, headEnd);
    const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
    const end = headEnd + 4 + length;
    if (this.#received.length < end) return null;
    const body = this.#received.slice(headEnd + 4, end);
    this.#received = this.#received.slice(end);
    return { status: Number(head.slice(9, 12)), body };
  }
}
