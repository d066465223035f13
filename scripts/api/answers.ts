import { operationsOf, type ApiDocument } from './document.js';

/** An answer that was met in a test: `GET /api/v1/plants/{id} 200 application/json`, with `-` for no content. */
export function answerText(method: string, path: string, status: string | number, mediaType: string | null): string {
  return `${method} ${path} ${status} ${mediaType ?? '-'}`;
}

/**
 * Compares the document with the answers that tests have met: what it promises and no test has produced, and success that it
 * does not tell of. Problems that stand under `default` are not looked for; a door that sends whatever picture or PDF somebody
 * has added is met with one of them.
 */
export function compareAnswers(document: ApiDocument, met: ReadonlySet<string>) {
  const documented = operationsOf(document).flatMap(({ method, path, operation }) =>
    Object.entries(operation.responses)
      .filter(([status]) => status !== 'default')
      .flatMap(([status, { content }]) =>
        (content === undefined ? [null] : Object.keys(content)).map((type) => answerText(method, path, status, type)),
      ),
  );
  const known = new Set(documented);
  const doorOf = (answer: string) => answer.slice(0, answer.lastIndexOf(' '));
  const doorsOfPictures = new Set(documented.filter((answer) => / image\/[a-z]+$/.test(answer)).map(doorOf));
  const metDoors = new Set([...met].map(doorOf));
  const isMet = (answer: string) =>
    met.has(answer) || (doorsOfPictures.has(doorOf(answer)) && metDoors.has(doorOf(answer)));
  const paths = new Set(operationsOf(document).map(({ method, path }) => `${method} ${path}`));
  const isToldOf = (answer: string) => paths.has(answer.split(' ').slice(0, 2).join(' '));
  return {
    documented: documented.length,
    neverMet: documented.filter((answer) => !isMet(answer)),
    untold: [...met]
      .filter((answer) => / [23]\d\d [^ ]+$/.test(answer) && isToldOf(answer) && !known.has(answer))
      .sort(),
  };
}
