import './bars.css';
import { useFigures } from './use-figures.js';
import { ranked } from './summary.js';

type InverterBar = {
  readonly id: string;
  readonly name: string;
  readonly model: string;
  /** kWh per installed kW of nominal power; null without data. */
  readonly yieldKwhPerKw: number | null;
};

/** A bar further below the best is marked: worth a look, no fault. */
export const farBelow = 0.8;

type InverterBarsProps = {
  readonly inverters: readonly InverterBar[];
  readonly noData: string;
  /** What the line through the bars means. */
  readonly limit: string;
};

/** Specific yield, best = 100 %, best first. */
export function InverterBars({ inverters, noData, limit }: InverterBarsProps) {
  const figures = useFigures();
  return (
    <>
      <ol className="inverter-bars">
        {ranked(inverters, (inverter) => inverter.yieldKwhPerKw).map(({ item, value, share }) => {
          const isLow = share !== null && share < farBelow;
          return (
            <li key={item.id} className={isLow ? 'low' : undefined}>
              <span className="name">
                {item.name}
                <small>{item.model}</small>
              </span>
              <span className="track" aria-hidden="true">
                <span className="fill" style={{ width: `${(share ?? 0) * 100}%` }} />
                <span className="limit" style={{ left: `${farBelow * 100}%` }} />
              </span>
              <span className="value num">
                {value === null ? (
                  <small>{noData}</small>
                ) : (
                  <>
                    <b>{figures.number(value, 2)}</b> <small>kWh/kW</small>
                    <small className="share">{figures.percent(share)}</small>
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ol>
      <p className="tertiary limit-key">
        <span className="limit" aria-hidden="true" />
        {limit}
      </p>
    </>
  );
}
