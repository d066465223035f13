import './bars.css';

type InverterBar = {
  readonly id: string;
  readonly name: string;
  readonly model: string;
  /** In words; null without data. */
  readonly value: string | null;
  /** What is to be known beside the value. */
  readonly note: string | null;
  /** Of the best, 1 = the best; null without data, or without another one to compare with. */
  readonly share: number | null;
  readonly isLow: boolean;
};

type InverterBarsProps = {
  readonly bars: readonly InverterBar[];
  readonly noData: string;
  /** Share of the best at which the line stands. */
  readonly limit: number;
};

/** What inverters made beside the best of them, which is 100 %; in the order in which they come. */
export function InverterBars({ bars, noData, limit }: InverterBarsProps) {
  return (
    <ol className="inverter-bars">
      {bars.map(({ id, name, model, value, note, share, isLow }) => (
        <li key={id} className={isLow ? 'low' : undefined}>
          <span className="name">
            {name}
            <small>{model}</small>
          </span>
          <span className="track" aria-hidden="true">
            <span className="fill" style={{ width: `${(share ?? (value === null ? 0 : 1)) * 100}%` }} />
            {share !== null && <span className="limit" style={{ left: `${limit * 100}%` }} />}
          </span>
          <span className="value num">
            {value === null ? <small>{noData}</small> : <b>{value}</b>}
            {note !== null && <small className="share">{note}</small>}
          </span>
        </li>
      ))}
    </ol>
  );
}
