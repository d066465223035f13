import { setTimeout as pause } from 'node:timers/promises';
import type { Node } from '../nodes.js';

/**
 * Kills and freezes nodes, one after another and several at once, until the signal aborts; all of them run again when it
 * resolves. Answers what happened, in order.
 */
export async function accidents(
  nodes: readonly Node[],
  random: () => number,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const happened: string[] = [];
  const recovering = new Map<Node, Promise<void>>();

  /** Ends early, and well, when the accidents are over. */
  const rest = (ms: number) => pause(ms, undefined, { signal }).catch(() => undefined);

  async function hurt(node: Node): Promise<void> {
    // Half of the freezes are long enough that somebody else takes over meanwhile.
    const ms = Math.round(random() < 0.5 ? 500 + random() * 3_000 : 6_500 + random() * 4_000);
    const isKilled = random() < 0.5;
    happened.push(`${node.name} ${isKilled ? 'killed' : 'frozen'} for ${ms} ms`);
    if (isKilled) await node.kill();
    else node.freeze();
    await rest(ms);
    if (isKilled) await node.start();
    else node.thaw();
  }

  while (!signal.aborted) {
    await rest(300 + random() * 1_500);
    const well = nodes.filter((node) => !recovering.has(node));
    const victim = well[Math.floor(random() * well.length)];
    // One is left standing, so that people and devices get on.
    if (victim === undefined || well.length < 2 || signal.aborted) continue;
    recovering.set(
      victim,
      hurt(victim).finally(() => recovering.delete(victim)),
    );
  }
  await Promise.all(recovering.values());
  return happened;
}
