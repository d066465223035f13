import type { ReactNode } from 'react';

export type Fact = readonly [label: string, value: ReactNode];

/** Names and values, those that have none left out. */
export function Facts({ of }: { readonly of: readonly (Fact | null)[] }) {
  return (
    <dl className="facts">
      {of
        .filter((fact) => fact !== null)
        .map(([label, value]) => (
          <div className="fact" key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
