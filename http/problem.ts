/** An answer that is a problem document: thrown anywhere in `http/`, rendered in one place. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  constructor(
    readonly code: string,
    readonly extra: {
      readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly message?: string }[];
      readonly headers?: Readonly<Record<string, string>>;
      readonly params?: Readonly<Record<string, string | number>>;
    } = {},
  ) {
    super(code);
  }
}
