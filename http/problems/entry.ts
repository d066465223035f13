/** How a rejection or error code looks over HTTP: one entry per code, texts for people in both languages. */
export type ProblemEntry = {
  readonly status: number;
  /** `{name}` stands for a value of the rejection. */
  readonly title: { readonly de: string; readonly en: string };
  /** What to do about it. */
  readonly detail?: { readonly de: string; readonly en: string };
  /** JSON pointer of the field beside which the page shows it, when the code always belongs to one field. */
  readonly pointer?: string;
  /** Headers that always go with it, e.g. `Retry-After`. */
  readonly headers?: Readonly<Record<string, string>>;
};
