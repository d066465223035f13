import { rm } from 'node:fs/promises';
import net from 'node:net';
import { join } from 'node:path';

/**
 * Holds a folder for this process: a listening socket, which the kernel gives up when the process dies, however hard.
 * Null when a living process holds it.
 */
export async function holdFolder(sockets: string): Promise<{ release(): Promise<void> } | null> {
  const path = process.platform === 'win32' ? `\\\\.\\pipe\\${sockets.replace(/\W/g, '-')}` : join(sockets, 'owner');
  for (let attempt = 0; attempt < 5; attempt++) {
    const server = await listen(path);
    if (server !== null) {
      server.unref();
      return { release: () => new Promise((resolve) => server.close(() => resolve())) };
    }
    if (await answers(path)) return null;
    await rm(path, { force: true });
  }
  return null;
}

function listen(path: string): Promise<net.Server | null> {
  return new Promise((resolve, reject) => {
    const server = net.createServer((socket) => socket.end());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    );
    server.listen(path, () => resolve(server));
  });
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'EACCES' || error.code === 'EPERM'));
  });
}
