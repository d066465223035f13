import type { Series } from '../api/types.js';
import { useText } from '../i18n/use-text.js';

/** What the expected energy rests on, and how far it may be off. */
export function ExpectationSource({ source }: { readonly source: NonNullable<Series['expectation']> }) {
  const text = useText();
  const { kind, attribution, period, accuracyPercent } = source;
  const id = kind === 'guess' ? 'plant.expected.guess' : 'plant.expected.source';
  return <small className="source">{text(id, { attribution, period, percent: accuracyPercent })}</small>;
}
