import { createHash } from 'node:crypto';
import type { PublicPlant } from '../../projections/public-plant-queries.js';
import type { Language } from '../schemas/common.js';
import { escaped } from './dev-page.js';

const texts = {
  de: {
    title: (town: string) => `Solaranlage in ${town}`,
    today: 'Heute',
    total: 'Insgesamt',
    power: 'Generatorleistung',
    more: 'Im Portal ansehen',
    gone: 'Diese Anlage wird nicht öffentlich gezeigt.',
  },
  en: {
    title: (town: string) => `Solar plant in ${town}`,
    today: 'Today',
    total: 'In all',
    power: 'Generator power',
    more: 'See it in the portal',
    gone: 'This plant is not shown publicly.',
  },
} as const;

const light =
  '--card:#fffefb;--line:#e4e1d8;--ink:#1c1e1b;--ink-2:#565a52;--sun:#e39a0b;--focus:#1f6f9f;color-scheme:light';
const dark =
  '--card:#181c19;--line:#2b302c;--ink:#eceee9;--ink-2:#b4b9b0;--sun:#f2b233;--focus:#6bb6de;color-scheme:dark';

const style = `:root{${light}}
@media (prefers-color-scheme:dark){:root{${dark}}}
:root[data-theme=light]{${light}}
:root[data-theme=dark]{${dark}}
*{box-sizing:border-box}
body{margin:0;color:var(--ink);font:15px/1.45 Inter,system-ui,sans-serif}
main{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:16px 18px;min-height:100vh}
h1{font-size:16px;font-weight:600;letter-spacing:-.01em;margin:0 0 12px;overflow-wrap:anywhere}
h1::before{content:'';display:inline-block;width:.6em;height:.6em;margin-right:.5em;border-radius:50%;background:var(--sun)}
dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(112px,1fr));gap:12px 18px;margin:0 0 14px}
dt{font-size:13px;color:var(--ink-2)}
dd{margin:0;font-size:24px;font-weight:560;letter-spacing:-.02em;font-variant-numeric:tabular-nums;white-space:nowrap}
dd small{font-size:14px;font-weight:450;letter-spacing:0}
p{margin:0;font-size:13.5px;color:var(--ink-2)}
a{color:inherit}
a:focus-visible{outline:2px solid var(--focus);outline-offset:2px;border-radius:3px}`;

/** Nothing but this style, in a frame of any page. */
export const widgetPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors *',
].join('; ');

export type WidgetLook = { readonly language: Language; readonly theme: 'light' | 'dark' | 'auto' };

/** A public plant for the pages of others: text and style, no scripts; null for one that is not public. */
export function widgetPage(plant: PublicPlant | null, look: WidgetLook, publicUrl: string): string {
  const text = texts[look.language];
  const title = plant === null ? text.gone : text.title(plant.town);
  return `<!doctype html>
<html lang="${look.language}"${look.theme === 'auto' ? '' : ` data-theme="${look.theme}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="300">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${plant === null ? `<p>${text.gone}</p>` : figures(plant, look.language, publicUrl)}
</main>
</body>
</html>
`;
}

function figures(plant: PublicPlant, language: Language, publicUrl: string): string {
  const text = texts[language];
  const { energyTodayWh, energyTotalWh, generatorPowerW } = plant;
  return `<h1>${escaped(text.title(plant.town))}</h1>
<dl>
<div><dt>${text.today}</dt><dd>${figure(energyTodayWh, 'Wh', language)}</dd></div>
<div><dt>${text.total}</dt><dd>${figure(energyTotalWh, 'Wh', language)}</dd></div>
<div><dt>${text.power}</dt><dd>${figure(generatorPowerW, 'Wp', language)}</dd></div>
</dl>
<p><a href="${escaped(`${publicUrl}/public-plants/${plant.id}`)}" target="_blank" rel="noopener">${text.more}</a></p>`;
}

const steps = [
  [1e9, 'G'],
  [1e6, 'M'],
  [1e3, 'k'],
] as const;

/** `12,4 kWh`, three digits or more; a dash for no data. */
function figure(value: number | null, unit: 'Wh' | 'Wp', language: Language): string {
  if (value === null) return '–';
  const [size, prefix] = steps.find(([least]) => value >= least) ?? [1e3, 'k'];
  const scaled = value / size;
  const digits = scaled >= 100 ? 0 : 1;
  const number = scaled.toLocaleString(language === 'de' ? 'de-DE' : 'en-GB', { maximumFractionDigits: digits });
  return `${number}&#8239;<small>${prefix}${unit}</small>`;
}
