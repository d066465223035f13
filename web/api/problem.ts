import type { Problem } from './types.js';

/** The server said no; `problem.code` is stable, `title`, `detail` and `errors` are in the reader's language. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  constructor(
    readonly problem: Problem,
    /** Seconds of the Retry-After header. */
    readonly retryAfterSeconds?: number,
  ) {
    super(problem.title);
  }
  get status(): number {
    return this.problem.status;
  }
  get code(): string {
    return this.problem.code;
  }
}

/** No answer: offline, or the server is away. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}
