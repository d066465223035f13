// Reads the TAP of a test file, prints the full story of every failure, and counts the assertions.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';

const requireFromTap = createRequire(createRequire(import.meta.url).resolve('tap'));

/**
 * Counts the leaf test points of one file: the summary line of a subtest counts only when it fails by itself (crash,
 * timeout, wrong plan), skipped and to-do points count as neither. What ends without saying why is one failure.
 */
export async function countTap(name, stream, print) {
  const { Parser } = await import(pathToFileURL(requireFromTap.resolve('tap-parser')).href);
  const parser = new Parser({ name });
  const counted = { passed: 0, failed: 0 };
  parser.on('pass', () => counted.passed++);
  parser.on('fail', (point) => {
    counted.failed++;
    print(`\nFAILED ${point.fullname || point.name}\n${story(point.diag)}\n`);
  });
  const results = await new Promise((resolve) => {
    parser.on('complete', resolve);
    stream.pipe(parser);
  });
  const isEmpty = results.count === 0 && !/^SKIP/i.test(results.plan.comment);
  if (counted.failed === 0 && (isEmpty || !results.ok)) {
    counted.failed++;
    const why = results.failures.map(({ tapError }) => tapError);
    print(`\nFAILED ${name} ended early: ${why.join(', ') || 'it tested nothing'}\n`);
  }
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
