import { readFile } from 'node:fs/promises';
import { compareAnswers } from './api/answers.js';
import { apiDocument } from './api/document.js';

const usage = `usage: check-answers <file>
Whether tests have produced every answer that the API document tells of. The file holds what they have met, an answer a
line (see test/support/met-answers.ts). Run by \`npm test\` after all tests.`;

async function main([file]: readonly string[]): Promise<number> {
  if (file === undefined || file === '--help') {
    console.log(usage);
    return file === undefined ? 1 : 0;
  }
  const met = new Set((await readFile(file, 'utf8')).split('\n').filter((line) => line !== ''));
  const { documented, neverMet, untold } = compareAnswers(await apiDocument(), met);
  for (const answer of neverMet) console.log(`documented, but no test has met it: ${answer}`);
  for (const answer of untold) console.log(`met, but the API document does not tell of it: ${answer}`);
  console.log(`${documented} documented answers, ${neverMet.length} never met, ${untold.length} untold`);
  return neverMet.length + untold.length === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
