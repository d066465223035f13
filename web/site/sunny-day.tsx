import { useText } from '../i18n/use-text.js';

const width = 520;
const groundY = 208;
const peakPx = 150;

/** Height of the sample day's curve above the ground at `hour`, 0 at night. */
function sampleHeight(hour: number): number {
  const sun = Math.sin((Math.PI * (hour - 5.4)) / 15.6);
  if (sun <= 0) return 0;
  const clouds = hour > 12.6 && hour < 14.4 ? 0.24 * Math.sin(((hour - 12.6) / 1.8) * Math.PI) ** 2 : 0;
  return peakPx * sun ** 1.35 * (1 - clouds);
}

const points = Array.from({ length: 97 }, (_, index) => {
  const hour = 5 + index / 6;
  return `${((index / 96) * width).toFixed(1)},${(groundY - sampleHeight(hour)).toFixed(1)}`;
});
const nowIndex = 64;
const [nowX = '0', nowY = '0'] = points[nowIndex]?.split(',') ?? [];

/** The hero: a day's curve rising behind a roof with modules. Drawn, still, in the colours of the theme. */
export function SunnyDay() {
  const text = useText();
  return (
    <div className="sunny-day card">
      <svg viewBox="0 0 520 360" role="img" aria-label={text('site.illustration')}>
        <defs>
          <linearGradient id="under-curve" x1="0" y1="0" x2="0" y2="1">
            <stop offset="0" stopColor="var(--sun)" stopOpacity=".34" />
            <stop offset="1" stopColor="var(--sun)" stopOpacity=".04" />
          </linearGradient>
        </defs>
        {[0, 1, 2, 3].map((line) => (
          <path key={line} d={`M0 ${groundY - line * 50}H${width}`} stroke="var(--line-soft)" />
        ))}
        <path d={`M0,${groundY}L${points.slice(0, nowIndex + 1).join('L')}V${groundY}Z`} fill="url(#under-curve)" />
        <path d={`M${points.join('L')}`} fill="none" stroke="var(--sky)" strokeWidth="1.7" strokeDasharray="5 5" />
        <path
          d={`M${points.slice(0, nowIndex + 1).join('L')}`}
          fill="none"
          stroke="var(--sun)"
          strokeWidth="2.6"
          strokeLinejoin="round"
        />
        <circle cx={nowX} cy={nowY} r="6" fill="var(--sun)" stroke="var(--card)" strokeWidth="2.5" />
        <Roof />
      </svg>
    </div>
  );
}

function Roof() {
  const rows = [0, 1, 2];
  const columns = [0, 1, 2, 3, 4, 5, 6];
  // The roof is a parallelogram from (92, 232) to (428, 232) on top and (40, 340) to (480, 340) below.
  const at = (column: number, row: number): string => {
    const down = row / rows.length;
    const left = 100 - down * 48;
    const right = 420 + down * 48;
    return `${(left + ((right - left) * column) / columns.length).toFixed(1)} ${(240 + down * 88).toFixed(1)}`;
  };
  return (
    <>
      <path d="M88 230H432L492 338H28Z" fill="var(--mute-soft)" stroke="var(--line)" strokeLinejoin="round" />
      {rows.flatMap((row) =>
        columns.map((column) => (
          <path
            key={`${row}-${column}`}
            d={`M${at(column, row)}L${at(column + 1, row)}L${at(column + 1, row + 1)}L${at(column, row + 1)}Z`}
            fill="var(--sky)"
            fillOpacity={0.16 + 0.07 * ((column * 2 + row * 3) % 5)}
            stroke="var(--card)"
            strokeWidth="3"
            strokeLinejoin="round"
          />
        )),
      )}
      <path d="M28 338H492" stroke="var(--ink-3)" strokeWidth="2" strokeLinecap="round" />
    </>
  );
}
