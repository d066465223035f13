// Reads TAP, prints one line per file and the full story of every failure, and counts the assertions.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';

const requireFromTap = createRequire(createRequire(import.meta.url).resolve('tap'));

/**
 * Counts leaf test points: the summary line of a subtest counts only when it fails by itself (crash, timeout, wrong
 * plan), skipped and to-do points count as neither.
 */
export async function countTap(stream, print) {
  const { Parser } = await import(pathToFileURL(requireFromTap.resolve('tap-parser')).href);
  const parser = new Parser();
  const counted = { passed: 0, failed: 0 };
  parser.on('pass', () => counted.passed++);
  parser.on('fail', (point) => {
    counted.failed++;
    print(`\nFAILED ${point.fullname || point.name}\n${story(point.diag)}\n`);
  });
  parser.on('assert', (file) => {
    const seconds = ((file.time ?? 0) / 1000).toFixed(1);
    print(`${file.ok ? 'ok    ' : 'FAILED'} ${file.name} (${seconds} s)\n`);
  });
  parser.on('bailout', (reason) => {
    counted.failed++;
    print(`FAILED the run was given up: ${reason}\n`);
  });
  await new Promise((resolve) => {
    parser.on('complete', resolve);
    stream.pipe(parser);
  });
  return counted;
}

function story(diag) {
  if (!diag) return '';
  const { at, diff, found, wanted, stack, source, message, compare: _compare, ...rest } = diag;
  const place = at?.fileName === undefined ? '' : `at ${at.fileName}:${at.lineNumber}`;
  const values = diff ?? (wanted === undefined ? '' : `wanted ${text(wanted)}\nfound  ${text(found)}`);
  const more = Object.keys(rest).length === 0 ? '' : text(rest);
  const parts = [place, message, values, source, stack, more];
  return parts
    .filter(Boolean)
    .map((part) => String(part).trimEnd().replace(/^/gm, '  '))
    .join('\n');
}

/** TAP holds what JSON does not: big integers, maps, symbols. */
function text(value) {
  return typeof value === 'string' ? value : inspect(value, { depth: 10, breakLength: Infinity });
}
