import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.js';

type Teardown = { teardown(handler: () => Promise<unknown>): unknown };

/** Runs a compiled program, `http/server` or `scripts/demo`, in a process of its own; `npm test` compiles first. */
export function runProgram(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): ChildProcess & { readonly said: () => string } {
  const file = fileURLToPath(new URL(`../../${program}.js`, import.meta.url));
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, ...environment };
  const child = spawn(process.execPath, [file, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  }
  return Object.assign(child, { said: () => text });
}

/** A server in a process of its own with embedded PostgreSQL on a new folder; it may be killed and started again. */
type ServerProcess = {
  readonly url: string;
  readonly port: number;
  readonly environment: Readonly<Record<string, string>>;
  /** Resolves when `/readyz` says so. */
  start(): Promise<void>;
  /** `kill -9` of node alone: its PostgreSQL is left over. */
  kill(): Promise<void>;
  /** SIGTERM; resolves to the exit code. */
  stop(): Promise<number | null>;
};

export async function serverProcess(t: Teardown): Promise<ServerProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'sitelink-server-'));
  // Open to the user that the server runs as, so that its data lies in here and goes with it.
  await chmod(folder, 0o755);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const environment = { PORT: String(port), DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'warn', PUBLIC_URL: url };
  let server: ReturnType<typeof runProgram> | null = null;

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    const ending = server;
    server = null;
    if (ending === null || ending.exitCode !== null) return ending?.exitCode ?? null;
    const exited = once(ending, 'exit');
    ending.kill(signal);
    const [code] = (await exited) as [number | null];
    return code;
  }

  async function start(): Promise<void> {
    const started = runProgram('http/server', [], environment);
    server = started;
    while (!(await isReady(url))) {
      if (started.exitCode !== null) throw new Error(`the server ended: ${started.said()}`);
      await pause(20);
    }
  }

  t.teardown(async () => {
    // A server that was killed left its PostgreSQL behind: the next start finds it, and stops it in the end.
    if (server === null) await start();
    await end('SIGTERM');
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });
  return { url, port, environment, start, kill: async () => void (await end('SIGKILL')), stop: () => end('SIGTERM') };
}

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  );
}
