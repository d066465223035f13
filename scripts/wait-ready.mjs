// `node scripts/wait-ready.mjs <address of /readyz> [pid]` waits up to 60 s until it answers 200; gives up when the
// process ends first.
import { setTimeout as pause } from 'node:timers/promises';

const [address, pid] = process.argv.slice(2);
const deadline = Date.now() + 60_000;
let last = 'no answer';
while (Date.now() < deadline && isRunning()) {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(3_000) });
    last = `${answer.status} ${await answer.text()}`;
    if (answer.ok) {
      console.log(last);
      process.exit(0);
    }
  } catch (error) {
    last = error.cause?.code ?? error.message;
  }
  await pause(100);
}
console.error(`${address} is not ready: ${last}`);
process.exit(1);

function isRunning() {
  if (pid === undefined) return true;
  try {
    return process.kill(Number(pid), 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
