import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './free-port.js';
import { runProgram } from './server-process.js';

type Teardown = { teardown(handler: () => Promise<unknown>): unknown };

export const masterKey = Buffer.alloc(32, 7);

/** One process of a SiteLink of several; it may be killed, frozen and started again. */
export type Node = {
  readonly name: string;
  readonly role: 'web' | 'worker';
  readonly url: string;
  readonly port: number;
  /** Resolves when `/readyz` says so. Throws when the process ends before. */
  start(): Promise<void>;
  /** `kill -9`. */
  kill(): Promise<void>;
  /** SIGSTOP: it keeps its connections, and does and answers nothing. */
  freeze(): void;
  thaw(): void;
  /** SIGTERM; resolves to the exit code. */
  stop(): Promise<number | null>;
  /** What it wrote to its log since it was first started. */
  said(): string;
};

/** A process with this role on a database; ended with the test. */
export async function node(
  t: Teardown,
  name: string,
  role: Node['role'],
  databaseUrl: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Node> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let running: ReturnType<typeof runProgram> | null = null;
  let saidBefore = '';

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    const ending = running;
    running = null;
    if (ending === null) return null;
    if (ending.exitCode === null && ending.signalCode === null) {
      const exited = once(ending, 'exit');
      ending.kill(signal);
      await exited;
    }
    saidBefore += ending.said();
    return ending.exitCode;
  }

  t.teardown(() => end('SIGKILL'));
  return {
    name,
    role,
    url,
    port,
    async start() {
      const started = runProgram('http/server', [], {
        ROLE: role,
        PORT: String(port),
        PUBLIC_URL: url,
        DATABASE_URL: databaseUrl,
        JWT_SECRET: 'a secret that only tests use, 32+ characters',
        MASTER_KEY: masterKey.toString('base64'),
        LOG_LEVEL: 'warn',
        TRUST_PROXY: '127.0.0.1',
        DEV_MAILBOX: 'open',
        ...environment,
      });
      running = started;
      while (!(await isReady(url))) {
        if (started.exitCode !== null) throw new Error(`${name} ended: ${started.said()}`);
        if (running !== started) return;
        await pause(20);
      }
    },
    kill: async () => void (await end('SIGKILL')),
    freeze: () => void running?.kill('SIGSTOP'),
    thaw: () => void running?.kill('SIGCONT'),
    stop: () => end('SIGTERM'),
    said: () => saidBefore + (running?.said() ?? ''),
  };
}

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5_000) }).then(
    (answer) => answer.ok,
    () => false,
  );
}
