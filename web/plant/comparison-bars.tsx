import { Link } from '@tanstack/react-router';
import type { InverterComparison, Overview } from '../api/types.js';
import { InverterBars } from '../charts/inverter-bars.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { usePlant } from './queries.js';

export type ComparedInverter = InverterComparison['inverters'][number] & {
  readonly name: string;
  readonly model: string;
  /** What it made, in words; null = nothing. */
  readonly made: string | null;
  /** Its share of the best in words, or why there is none. */
  readonly share: string | null;
};

type ComparedGroup = {
  readonly key: string;
  /** Which way its modules face; null where there is only one group. */
  readonly title: string | null;
  /** The best first. */
  readonly inverters: readonly ComparedInverter[];
};

export type Compared = {
  /** Null until it is known. */
  readonly rule: InverterComparison['rule'] | null;
  readonly groups: readonly ComparedGroup[];
};

/** Inverters that are compared with each other, in the order of the plant. */
export function useComparedGroups(overview: Overview, comparison: InverterComparison | undefined): Compared {
  const text = useText();
  const format = useFormat();
  const titleOf = useFacing(overview);
  if (comparison === undefined) return { rule: null, groups: [] };
  const { rule } = comparison;
  const isAbsolute = rule.basis === 'absolute';
  const mostDays = (group: string) =>
    Math.max(...comparison.inverters.filter((one) => one.group === group).map(({ days }) => days));
  const inverters = comparison.inverters.flatMap((one): ComparedInverter[] => {
    const inverter = overview.inverters.find(({ id }) => id === one.inverterId);
    if (inverter === undefined) return [];
    const made = isAbsolute ? format.energy(one.energyWh) : format.specificYield(one.kwhPerKw);
    const most = mostDays(one.group);
    const share =
      one.days < most
        ? text('plant.comparison.fewDays', { days: one.days, most })
        : one.shareOfBest === null
          ? text('plant.comparison.alone')
          : format.inWords(format.percent(one.shareOfBest));
    const hasData = one.days > 0;
    return [
      {
        ...{ ...one, name: inverter.name, model: inverter.model ?? text('plant.unknownType') },
        ...{ made: hasData ? format.inWords(made) : null, share: hasData ? share : null },
      },
    ];
  });
  const measure = (one: ComparedInverter) => (isAbsolute ? one.energyWh : one.kwhPerKw) ?? -1;
  const keys = [...new Set(inverters.map(({ group }) => group))];
  const groups = keys.map((key) => {
    const members = inverters.filter(({ group }) => group === key).toSorted((a, b) => measure(b) - measure(a));
    return { key, title: keys.length === 1 ? null : titleOf(members[0]?.inverterId), inverters: members };
  });
  return { rule, groups };
}

/** Which way the modules of an inverter face, in words. */
function useFacing({ plantId, inverters }: Overview): (inverterId: string | undefined) => string | null {
  const text = useText();
  const plant = usePlant(plantId).data;
  return (inverterId) => {
    const subplantId = inverters.find(({ id }) => id === inverterId)?.subplantId;
    const facing = plant?.subplants.find(({ id }) => id === subplantId) ?? plant;
    const { azimuthDeg = null, tiltDeg = null } = facing ?? {};
    if (azimuthDeg === null || tiltDeg === null) return null;
    const turned = ((azimuthDeg % 360) + 360) % 360;
    const direction = text('plantForm.directions').split(',')[Math.round(turned / 45) % 8] ?? '';
    return text('plant.comparison.facing', { direction, tilt: Math.round(tiltDeg) });
  };
}

export function ComparisonBars({ compared: { rule, groups } }: { readonly compared: Compared }) {
  const text = useText();
  return groups.map((group) => (
    <div key={group.key} className="inverter-group">
      {group.title !== null && <h3>{group.title}</h3>}
      <InverterBars
        noData={text('charts.noData')}
        limit={1 - (rule?.thresholdPercent ?? 0) / 100}
        bars={group.inverters.map(({ inverterId, name, model, made, share, shareOfBest, isBelow }) => ({
          ...{ id: inverterId, name, model, value: made, note: share, share: shareOfBest, isLow: isBelow },
        }))}
      />
    </div>
  ));
}

/** What the line through the bars means, and where that is set. */
export function ComparisonLimit({ plantId, compared }: { readonly plantId: string; readonly compared: Compared }) {
  const text = useText();
  const format = useFormat();
  const { rule } = compared;
  if (rule === null) return null;
  const percent = format.inWords(format.percent(rule.thresholdPercent / 100));
  return (
    <p className="tertiary limit-key">
      <span className="limit" aria-hidden="true" />
      {text(rule.id === null ? 'plant.comparison.limitUsual' : 'plant.comparison.limit', { percent })}{' '}
      <Link to="/plants/$plantId/alerts" params={{ plantId }}>
        {text(rule.id === null ? 'plant.comparison.setRule' : 'plant.comparison.toRule')}
      </Link>
    </p>
  );
}
