import { instantText } from '../kernel/time.js';
import type { EvidenceOf } from './evidence.js';
import type { ConditionOf } from './rule.js';
import type { Verdict } from './verdict.js';
import { ruleElevationDeg, secondsIn, type Span, type Watched, type WatchedInverter } from './watched.js';

const dayS = 86_400;
/** Devices report every ten minutes; who was heard so much later than another one is not silent with it. */
const togetherS = 1_200;
/** How far the end of a silence is looked for: past a polar night. */
const horizonDays = 200;

type Silence = { readonly inverter: WatchedInverter; readonly fromS: number; readonly silentS: number };

/**
 * E1: whoever has sent nothing for `silentMinutes` of daylight. When all are silent the plant is, and no inverter by itself.
 * An inverter is silent alone only when another one was heard well after it, so that a plant that falls silent within some
 * minutes is one incident.
 */
export function judgeNoData(watched: Watched, condition: ConditionOf<'noData'>, nowS: number): readonly Verdict[] {
  const limitS = condition.silentMinutes * 60;
  const silences = watched.inverters.flatMap((inverter) => silenceOf(watched, inverter, condition, nowS) ?? []);
  const isSilent = ({ silentS }: Silence) => silentS >= limitS;
  const heardS = Math.max(...silences.filter((one) => !isSilent(one)).map(({ fromS }) => fromS));
  const allSilent = silences.length > 1 && silences.every(isSilent);
  const evidence = ({ fromS, silentS }: Silence, inverters: number): EvidenceOf<'noData'> => ({
    kind: 'noData',
    lastContactAt: instantText(fromS),
    silentMinutes: Math.floor(silentS / 60),
    limitMinutes: condition.silentMinutes,
    inverters,
  });
  const ofInverter = (inverter: WatchedInverter): Verdict => {
    const { inverterId } = inverter;
    const silence = silences.find((one) => one.inverter === inverter);
    if (silence === undefined) return { inverterId, sinceS: nowS, is: 'notJudged', because: 'awaitsFirstContact' };
    const { fromS: sinceS } = silence;
    if (!isSilent(silence)) return { inverterId, sinceS, is: 'clear', evidence: evidence(silence, 1) };
    if (allSilent) return { inverterId, sinceS, is: 'notJudged', because: 'plantIsSilent' };
    if (silences.length > 1 && heardS < sinceS + togetherS) {
      return { inverterId, sinceS, is: 'notJudged', because: 'othersMayBeSilent' };
    }
    return { inverterId, sinceS, is: 'alert', evidence: evidence(silence, 1) };
  };
  return [...ofPlant(silences, allSilent, nowS, evidence), ...watched.inverters.map(ofInverter)];
}

function ofPlant(
  silences: readonly Silence[],
  allSilent: boolean,
  nowS: number,
  evidence: (silence: Silence, inverters: number) => EvidenceOf<'noData'>,
): readonly Verdict[] {
  const last = silences.toSorted((a, b) => b.fromS - a.fromS)[0];
  if (last === undefined) return [{ inverterId: null, sinceS: nowS, is: 'notJudged', because: 'awaitsFirstContact' }];
  const is = allSilent ? 'alert' : 'clear';
  return [{ inverterId: null, sinceS: last.fromS, is, evidence: evidence(last, silences.length) }];
}

/** Null until the present device was heard for the first time. */
function silenceOf(
  watched: Watched,
  inverter: WatchedInverter,
  condition: ConditionOf<'noData'>,
  nowS: number,
): Silence | null {
  const { lastContactS, standsSinceS } = inverter;
  if (lastContactS === null || lastContactS < standsSinceS) return null;
  const span = { fromS: Math.max(lastContactS, watched.listeningSinceS), toS: nowS };
  return { inverter, fromS: lastContactS, silentS: countedS(watched, condition, span) };
}

function countedS(watched: Watched, { countsNight }: ConditionOf<'noData'>, span: Span): number {
  if (span.toS <= span.fromS) return 0;
  return countsNight ? span.toS - span.fromS : secondsIn(watched.sun(span, ruleElevationDeg));
}

/** When the silence of an inverter reaches the limit if nothing comes; null when it does not within half a year. */
export function silentAtS(
  watched: Watched,
  inverter: WatchedInverter,
  condition: ConditionOf<'noData'>,
): number | null {
  const { lastContactS, standsSinceS } = inverter;
  if (lastContactS === null || lastContactS < standsSinceS) return null;
  const fromS = Math.max(lastContactS, watched.listeningSinceS);
  let leftS = condition.silentMinutes * 60;
  if (condition.countsNight) return fromS + leftS;
  for (let day = 0; day < horizonDays; day++) {
    for (const span of watched.sun({ fromS: fromS + day * dayS, toS: fromS + (day + 1) * dayS }, ruleElevationDeg)) {
      const length = span.toS - span.fromS;
      if (length >= leftS) return span.fromS + leftS;
      leftS -= length;
    }
  }
  return null;
}
