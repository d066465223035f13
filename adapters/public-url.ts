import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Config } from './config.js';

const fileIn = (dataDir: string) => join(resolve(dataDir), 'public-url');

/** Tells tools that are started without the portal's configuration where it runs. Without a folder of its own it tells nobody. */
export function rememberPublicUrl({ dataDir, publicUrl }: Pick<Config, 'dataDir' | 'publicUrl'>): void {
  try {
    writeFileSync(fileIn(dataDir), `${publicUrl}\n`);
  } catch {
    // What only makes links of tools right must not keep a portal from starting.
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The environment of a tool; where it says nothing of an address, the one at which the portal of this DATA_DIR ran last. */
export function asPortalRan(environment: Environment): Environment {
  const { PUBLIC_URL: given, PORT: port, DATA_DIR: dataDir } = environment;
  if (given || port) return environment;
  const remembered = rememberedIn(dataDir || './data');
  return remembered === null ? environment : { ...environment, PUBLIC_URL: remembered };
}

function rememberedIn(dataDir: string): string | null {
  try {
    const text = readFileSync(fileIn(dataDir), 'utf8').trim();
    return URL.canParse(text) ? text : null;
  } catch {
    return null;
  }
}
