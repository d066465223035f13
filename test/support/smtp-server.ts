import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

type Teardown = { teardown(handler: () => Promise<void>): unknown };

type TestSmtp = {
  readonly port: number;
  readonly url: string;
  /** Every mail that was handed over, also one whose sender never heard that it was. */
  readonly received: ParsedMail[];
  /** The same as they came. */
  readonly raw: Buffer[];
  /** Called for each recipient; what it throws refuses it. */
  onRecipient: () => Promise<void>;
  /** Called when the whole mail is there; what it throws refuses it. */
  onMail: (mail: ParsedMail) => Promise<void>;
  /** Cuts the cable. */
  breakConnections(): void;
  /** Cuts it as soon as the content of the next mail has begun. */
  breakInData(): void;
};

/** What a mail server says when it does not take something. */
export function smtpRefusal(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}

/** A real SMTP server on a port of this machine. */
export async function testSmtp(t: Teardown, options: SMTPServerOptions = {}): Promise<TestSmtp> {
  const sockets = new Set<Socket>();
  let isBreaking = false;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    ...options,
    onRcptTo(_address, _session, done) {
      smtp.onRecipient().then(() => done(), done);
    },
    onData(stream, _session, done) {
      if (isBreaking) {
        isBreaking = false;
        stream.once('data', () => smtp.breakConnections());
      }
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      simpleParser(stream)
        .then((mail) => {
          smtp.received.push(mail);
          smtp.raw.push(Buffer.concat(chunks));
          return smtp.onMail(mail);
        })
        .then(() => done(), done);
    },
  });
  // A connection that a client breaks is looked at where the mail is sent.
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  t.teardown(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  const smtp: TestSmtp = {
    port,
    url: `${options.secure === true ? 'smtps' : 'smtp'}://127.0.0.1:${port}`,
    received: [],
    raw: [],
    onRecipient: async () => undefined,
    onMail: async () => undefined,
    breakConnections() {
      for (const socket of sockets) socket.destroy();
    },
    breakInData() {
      isBreaking = true;
    },
  };
  return smtp;
}
