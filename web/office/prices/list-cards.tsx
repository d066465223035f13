import '../office-list.css';
import '../shop/shop.css';
import type { ReactNode } from 'react';
import { useFormat } from '../../format/use-format.js';
import { useText } from '../../i18n/use-text.js';
import { Card, Chip, Notice } from '../../ui/surfaces.js';

const looks = {
  announced: { tone: 'sun', icon: 'clock' },
  inForce: { tone: 'ok', icon: 'check' },
} as const;

/** What any price list of the operator has, whatever it prices. */
type AnyList = {
  readonly version: string;
  readonly state: 'announced' | 'inForce' | 'past';
  readonly isExample: boolean;
  readonly validFrom: string;
  /** The day on which the next one takes over, where that is known. */
  readonly until?: string | null;
};

type ListCardsProps<List extends AnyList> = {
  readonly lists: readonly List[];
  /** What to say while example prices are in force. */
  readonly example: string;
  readonly children: (list: List) => ReactNode;
};

/** Price lists: those that are announced and the one in force as cards, those that are past folded below. */
export function ListCards<List extends AnyList>({ lists, example, children }: ListCardsProps<List>) {
  const text = useText();
  const of = (state: AnyList['state']) => lists.filter((list) => list.state === state);
  const [announced, inForce, past] = [of('announced'), of('inForce'), of('past')];
  return (
    <div className="stack">
      {inForce.some(({ isExample }) => isExample) && announced.length === 0 && (
        <Notice tone="sun">
          <p>{example}</p>
        </Notice>
      )}
      {[...announced, ...inForce].map((list) => (
        <Card key={list.version}>
          <div className="panel-head">
            <h2>
              <ListTitle list={list} />
            </h2>
            {list.state !== 'past' && <Chip {...looks[list.state]}>{text(`office.prices.state.${list.state}`)}</Chip>}
          </div>
          {children(list)}
        </Card>
      ))}
      {past.length > 0 && (
        <section className="stack" aria-label={text('office.prices.past')}>
          <h2>{text('office.prices.past')}</h2>
          {past.map((list) => (
            <details key={list.version} className="card panel past-list">
              <summary>
                <ListTitle list={list} />
              </summary>
              {children(list)}
            </details>
          ))}
        </section>
      )}
    </div>
  );
}

function ListTitle({ list: { isExample, version, validFrom, until = null } }: { readonly list: AnyList }) {
  const text = useText();
  const format = useFormat();
  const name = isExample ? text('office.prices.exampleName') : text('office.prices.name', { version });
  if (until !== null && until <= validFrom) return text('office.prices.replaced', { name });
  if (until === null) return text('office.prices.from', { name, from: format.day(validFrom) });
  return text('office.prices.fromUntil', { name, from: format.day(validFrom), until: format.day(until) });
}
