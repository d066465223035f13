import type { Span, SunAbove } from '../../domain/alerting/watched.js';
import { spansAbove } from '../../domain/production/yield/sun-events.js';

const dayS = 86_400;
/** Degrees: for rules the sun of a place is that of its neighbourhood; half a minute more or less. */
const gridDeg = 0.25;
const maxKept = 100_000;

type Place = { readonly latitudeDeg: number; readonly longitudeDeg: number };

/** The sun over places, day by day of UTC: computed once for all plants of a neighbourhood. */
export function sunlight(): (place: Place) => SunAbove {
  const kept = new Map<string, readonly Span[]>();

  function ofDay(place: Place & { readonly altitudeM: number }, day: number, elevationDeg: number): readonly Span[] {
    const key = `${place.latitudeDeg}/${place.longitudeDeg}/${day}/${elevationDeg}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    if (kept.size >= maxKept) kept.clear();
    const spans = spansAbove(place, { fromS: day * dayS, toS: (day + 1) * dayS }, elevationDeg);
    kept.set(key, spans);
    return spans;
  }

  return ({ latitudeDeg, longitudeDeg }) => {
    const place = { latitudeDeg: onGrid(latitudeDeg), longitudeDeg: onGrid(longitudeDeg), altitudeM: 0 };
    return ({ fromS, toS }, elevationDeg) => {
      const spans: Span[] = [];
      for (let day = Math.floor(fromS / dayS); day * dayS < toS; day++) {
        for (const span of ofDay(place, day, elevationDeg)) {
          const part = { fromS: Math.max(span.fromS, fromS), toS: Math.min(span.toS, toS) };
          const last = spans.at(-1);
          if (part.toS <= part.fromS) continue;
          // The sun is up at midnight UTC.
          if (last?.toS === part.fromS) spans[spans.length - 1] = { fromS: last.fromS, toS: part.toS };
          else spans.push(part);
        }
      }
      return spans;
    };
  };
}

function onGrid(deg: number): number {
  return Math.round(deg / gridDeg) * gridDeg;
}
