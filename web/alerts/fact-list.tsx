import type { NamedNumber } from './evidence.js';

/** Names and numbers of what was found. */
export function FactList({ facts }: { readonly facts: readonly NamedNumber[] }) {
  return (
    <dl className="incident-facts">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="num">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
