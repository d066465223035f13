// After `npm ci`: builds once, so that the first start is quick. Where that is not possible the start builds.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

if (existsSync('node_modules/typescript') && process.env.SITELINK_SKIP_BUILD === undefined) {
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
  if (status !== 0) console.error('The build did not succeed; `npm start` tries again and shows why.');
}
