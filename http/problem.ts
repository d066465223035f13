import { problemEntries } from './problems/index.js';
import type { ProblemEntry } from './problems/entry.js';
import type { Language, Problem, ProblemMembers } from './schemas/common.js';

export type FieldProblem = { readonly pointer: string; readonly code: string; readonly message?: string };

type ProblemExtra = {
  /** Which fields are wrong; a message that is left out is looked up by its code. */
  readonly errors?: readonly FieldProblem[];
  readonly headers?: Readonly<Record<string, string>>;
  /** What the document holds beyond its texts. */
  readonly members?: ProblemMembers;
  /** Values for `{name}` in the texts of the entry. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** Instead of the detail of the entry. */
  readonly detail?: NonNullable<ProblemEntry['detail']>;
};

/** An answer that is a problem document: thrown anywhere in `http/`, rendered in one place. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  constructor(
    readonly code: string,
    readonly extra: ProblemExtra = {},
  ) {
    super(code);
  }
}

/**
 * The problem that a rejection of a decider means. Numbers and strings of the rejection fill the `{name}` places of
 * its texts; `extra` adds fields or headers that only the route knows.
 */
export function rejectionProblem(rejection: { readonly code: string }, extra: ProblemExtra = {}): ProblemError {
  const params: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(rejection)) {
    if (name !== 'code' && (typeof value === 'string' || typeof value === 'number')) params[name] = value;
  }
  return new ProblemError(rejection.code, { ...extra, params: { ...params, ...extra.params } });
}

type RenderedProblem = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Problem;
};

/** RFC 9457 document of a problem, in the language of the caller. An unknown code is a bug of ours: `internal`. */
export function renderProblem(
  problem: ProblemError,
  request: { readonly language: Language; readonly requestId: string },
): RenderedProblem {
  const known = problemEntries[problem.code];
  const code = known === undefined ? 'internal' : problem.code;
  const entry = known ?? internalEntry;
  const fill = (text: string) => filled(text, problem.extra.params ?? {});
  const { language } = request;
  const detail = problem.extra.detail ?? entry.detail;
  const errors =
    known === undefined
      ? []
      : fieldErrors(problem, entry, language).map((error) => ({
          ...error,
          message: fill(error.message),
        }));
  return {
    status: entry.status,
    headers: { ...entry.headers, ...problem.extra.headers },
    body: {
      type: `/problems/${code}`,
      title: fill(entry.title[language]),
      status: entry.status,
      code,
      ...(detail === undefined ? {} : { detail: fill(detail[language]) }),
      requestId: request.requestId,
      ...(errors.length === 0 ? {} : { errors }),
      ...problem.extra.members,
    },
  };
}

const internalEntry: ProblemEntry = {
  status: 500,
  title: { de: 'Interner Fehler', en: 'Internal error' },
};

function fieldErrors(problem: ProblemError, entry: ProblemEntry, language: Language) {
  const { errors } = problem.extra;
  if (errors === undefined) {
    return entry.pointer === undefined
      ? []
      : [{ pointer: entry.pointer, code: problem.code, message: entry.title[language] }];
  }
  return errors.map(({ pointer, code, message }) => ({
    pointer,
    code,
    message: message ?? problemEntries[code]?.title[language] ?? entry.title[language],
  }));
}

function filled(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    return value === undefined ? place : String(value);
  });
}
