import { ink, mm } from '../pdf/sheet.js';
import { bodyWidth, left, type Paper } from './paper.js';

const height = mm(46);
const axisWidth = mm(17);

/** A bar for each day, and a line where it was expected to end; answers where the chart ends. */
export function dayChart({ sheet, words, facts }: Paper, top: number): number {
  const { doc } = sheet;
  const { days, bestDay } = facts.report;
  const written = facts.revised?.days ?? [];
  const mostKwh = Math.max(...days.map(({ energyWh, expectedWh }) => Math.max(energyWh ?? 0, expectedWh ?? 0))) / 1_000;
  const scaleKwh = niceEnd(mostKwh);
  const base = top + 5 + height;
  const x0 = left + axisWidth;
  const step = (bodyWidth - axisWidth) / days.length;
  const yOf = (energyWh: number) => base - (energyWh / 1_000 / scaleKwh) * height;
  const small = { size: 7.5, colour: ink.quiet, lineGap: 0, isTabular: true } as const;

  const draw = () => {
    for (const share of [0, 0.5, 1]) {
      const kwh = scaleKwh * share;
      const y = base - height * share;
      sheet.rule(x0, y, bodyWidth - axisWidth, ink.line);
      const text =
        share === 1 ? `${words.number(kwh, digitsFor(scaleKwh))} kWh` : words.number(kwh, digitsFor(scaleKwh));
      sheet.write(text, { x: left, y: y - 4, width: axisWidth - 6 }, { ...small, align: 'right' });
    }
    days.forEach(({ day, energyWh, expectedWh }, index) => {
      const x = x0 + index * step;
      if (energyWh === null)
        doc
          .rect(x, base - height, step, height)
          .fillColor(ink.soft)
          .fill();
      if (energyWh !== null) {
        const y = yOf(energyWh);
        doc
          .rect(x + step * 0.16, y, step * 0.68, base - y)
          .fillColor(ink.sun)
          .fill();
      }
      if (expectedWh !== null) sheet.rule(x + step * 0.06, yOf(expectedWh), step * 0.88, ink.text, 1.1);
      if (written.includes(day)) {
        doc
          .circle(x + step / 2, base - 4, 1.6)
          .fillColor(ink.text)
          .fill();
      }
      const ofMonth = Number(day.slice(8));
      if (ofMonth === 1 || ofMonth % 5 === 0) {
        // Wider than the bar, so that two digits stand in its middle.
        sheet.write(String(ofMonth), { x: x + step / 2 - 10, y: base + 4, width: 20 }, { ...small, align: 'center' });
      }
    });
  };
  const best = bestDay === null ? '' : words.chart(words.kwh(bestDay.energyWh), words.day(bestDay.day));
  sheet.root.add(doc.struct('Figure', { alt: best }, draw));
  let end = base + 16;
  sheet.root.add(
    doc.struct('P', {}, () => {
      end = sheet.write(
        written.length === 0 ? words.legend : `${words.legend} · ${words.written}`,
        { x: x0, y: base + 17, width: bodyWidth - axisWidth },
        { size: 8, colour: ink.quiet },
      );
    }),
  );
  return end + mm(4);
}

/** The end of an axis: 1, 2, 4, 5 or 8 times a power of ten. */
function niceEnd(most: number): number {
  if (most <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  return ([1, 2, 4, 5, 8, 10].find((step) => step * power >= most) ?? 10) * power;
}

const digitsFor = (scaleKwh: number) => (scaleKwh < 5 ? 1 : 0);
