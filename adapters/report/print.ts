import type { MonthReport } from '../../domain/production/month-report.js';
import { incidentHeadline } from '../mail/templates/incidents.js';
import { ink, mm, openSheet, sun, type Sheet } from '../pdf/sheet.js';
import { bodyWidth, footerTop, left, roomFor, type Paper, type PrintedReport } from './paper.js';
import { dayChart } from './day-chart.js';
import type { ReportFile } from './port.js';
import { table } from './table.js';
import { reportWords, type ReportWords } from './words.js';

/** A4, tagged for screen readers, one page for a plant of usual size. */
export async function printReport(facts: PrintedReport): Promise<ReportFile> {
  const words = reportWords(facts.language, facts.timeZone);
  const month = words.month(facts.month);
  const sheet = openSheet({
    language: words.locale,
    info: {
      // Without names: pdfkit copies these into the XMP packet as they are.
      Title: `${words.title} ${month}`,
      Creator: 'SiteLink',
      Producer: 'SiteLink',
      CreationDate: new Date(facts.madeAt),
    },
  });
  const paper = { sheet, words, facts };
  let y = head(paper, month);
  y = tiles(paper, y);
  y = heading(paper, words.perDay, y);
  y = dayChart(paper, y);
  y = comparisons(paper, y);
  y = inverters(paper, y);
  incidents(paper, y);
  footers(paper, month);
  return {
    name: `SiteLink-${facts.month}.pdf`,
    pdf: await sheet.close(),
    summary: { plantName: facts.plantName, month, facts: summaryOf(paper) },
  };
}

function summaryOf({ facts: { report }, words }: Paper): ReportFile['summary']['facts'] {
  return [
    { label: words.energy, value: energyText(report, words) },
    { label: words.specific, value: words.specificYield(report.specificYieldKwhPerKw) },
    ...(report.changeToYearBefore === null
      ? []
      : [{ label: words.yearBefore, value: words.change(report.changeToYearBefore) }]),
    ...(report.revenueCents === null ? [] : [{ label: words.revenue, value: words.euros(report.revenueCents) }]),
    { label: words.daysWithData, value: words.days(report.daysWithData, report.days.length) },
  ];
}

function energyText({ energyWh, shareOfExpected }: MonthReport, words: ReportWords): string {
  if (shareOfExpected === null) return words.kwh(energyWh);
  return `${words.kwh(energyWh)} (${words.percent(shareOfExpected)} ${words.ofExpected})`;
}

function head({ sheet, words, facts }: Paper, month: string): number {
  const { plantName, generatorPowerW, sender, revised } = facts;
  sheet.artifact(() => {
    sun(sheet, left + 8, mm(18));
    sheet.write(sender, { x: left + 24, y: mm(15.8), width: mm(120) }, { size: 11, weight: 'bold' });
  });
  let y = mm(29);
  const line = (role: 'H1' | 'P', text: string, style: Parameters<Sheet['write']>[2]) =>
    sheet.root.add(
      sheet.doc.struct(role, {}, () => {
        y = sheet.write(text, { x: left, y, width: bodyWidth }, style) + 2;
      }),
    );
  line('H1', `${words.title} ${month}`, { size: 21, weight: 'bold' });
  line('P', plantName, { size: 13, weight: 'bold' });
  line('P', `${words.power} ${words.kw(generatorPowerW, 'kWp')}`, { size: 9.5, colour: ink.quiet });
  if (revised !== null) {
    line('P', words.revised(revised.days.length, words.instant(revised.lastAt)), { size: 9.5, weight: 'bold' });
  }
  return y + mm(5);
}

type Tile = { readonly label: string; readonly value: string; readonly note: string };

function tiles({ sheet, words, facts: { report } }: Paper, top: number): number {
  const { revenueCents, shareOfExpected } = report;
  const all: readonly Tile[] = [
    {
      label: words.energy,
      value: words.kwh(report.energyWh),
      note: shareOfExpected === null ? '' : `${words.percent(shareOfExpected)} ${words.ofExpected}`,
    },
    { label: words.specific, value: words.perPeak(report.specificYieldKwhPerKw), note: words.perPeakUnit },
    {
      label: words.revenue,
      value: revenueCents === null ? '–' : words.euros(revenueCents),
      note: revenueCents === null ? words.noTariff : words.byTariff,
    },
    { label: words.co2, value: words.kg(report.avoidedCo2Kg), note: words.emissionFactor(report.emissionFactor) },
  ];
  const gap = mm(3);
  const width = (bodyWidth - gap * (all.length - 1)) / all.length;
  const height = mm(24);
  all.forEach(({ label, value, note }, index) => {
    const x = left + index * (width + gap);
    sheet.artifact(() => sheet.doc.roundedRect(x, top, width, height, 6).fillColor(ink.soft).fill());
    const box = { x: x + 9, width: width - 18 };
    sheet.root.add(
      sheet.doc.struct('P', {}, () => {
        sheet.write(label, { ...box, y: top + 9 }, { size: 8.5, colour: ink.quiet });
        sheet.write(value, { ...box, y: top + 23 }, { size: 13.5, weight: 'bold', isTabular: true });
        if (note !== '') sheet.write(note, { ...box, y: top + 45 }, { size: 8, colour: ink.quiet, lineGap: 0 });
      }),
    );
  });
  return top + height + mm(6);
}

function heading({ sheet }: Paper, text: string, top: number): number {
  let y = top;
  sheet.root.add(
    sheet.doc.struct('H2', {}, () => {
      y = sheet.write(text, { x: left, y: top, width: bodyWidth }, { size: 12, weight: 'bold' });
    }),
  );
  return y + 4;
}

function comparisons({ sheet, words, facts: { report } }: Paper, top: number): number {
  const { bestDay } = report;
  const rows: readonly (readonly [string, string])[] = [
    [words.yearBefore, words.change(report.changeToYearBefore)],
    [words.monthBefore, words.change(report.changeToMonthBefore)],
    ...(bestDay === null
      ? []
      : [[words.bestDay, `${words.kwh(bestDay.energyWh)} · ${words.day(bestDay.day)}`] as const]),
    [words.daysWithData, words.days(report.daysWithData, report.days.length)],
  ];
  const rest = (rows.length + 1) % 2;
  const column = bodyWidth / 2;
  const [labelWidth, valueWidth] = [column * 0.58, column * 0.42 - 8];
  const [quiet, bold] = [{ size: 9, colour: ink.quiet } as const, { size: 9, weight: 'bold' } as const];
  // Side by side: as high as what takes the most lines.
  const height =
    3 +
    Math.max(
      ...rows.flatMap(([label, value]) => [
        sheet.heightOf(label, labelWidth - 6, quiet),
        sheet.heightOf(value, valueWidth, bold),
      ]),
    );
  let y = top;
  rows.forEach(([label, value], index) => {
    const x = left + (index % 2) * column;
    sheet.root.add(
      sheet.doc.struct('P', {}, () => {
        sheet.write(label, { x, y, width: labelWidth - 6 }, quiet);
        sheet.write(value, { x: x + labelWidth, y, width: valueWidth }, bold);
      }),
    );
    if (index % 2 === 1) y += height;
  });
  return y + (rest === 0 ? height : 0) + mm(5);
}

function inverters(paper: Paper, top: number): number {
  const { words, facts } = paper;
  const y = heading(paper, words.inverters, roomFor(paper, top, mm(24)));
  return table(paper, y, {
    head: words.columns,
    widths: [0.36, 0.16, 0.18, 0.11, 0.11, 0.08],
    rows: facts.report.inverters.map((row) => [
      row.name,
      words.kw(row.nominalPowerW),
      words.kwh(row.energyWh),
      row.specificYieldKwhPerKw === null ? '–' : words.number(row.specificYieldKwhPerKw, 1),
      words.percent(row.shareOfBest),
      String(row.daysWithData),
    ]),
  });
}

function incidents(paper: Paper, top: number): void {
  const { sheet, words, facts } = paper;
  const { language, timeZone } = facts;
  const y = heading(paper, words.incidents, roomFor(paper, top + mm(5), mm(20)));
  if (facts.incidents.length === 0) {
    sheet.root.add(
      sheet.doc.struct('P', {}, () => void sheet.write(words.none, { x: left, y, width: bodyWidth }, { size: 9.5 })),
    );
    return;
  }
  table(paper, y, {
    head: words.incidentColumns,
    areNumbers: false,
    widths: [0.19, 0.19, 0.2, 0.42],
    rows: facts.incidents.map(({ openedAt, since, endedAt, inverterId, evidence, changedAt }) => [
      isByDay(evidence) ? words.date(since) : words.instant(since),
      endedAt === null ? words.stillOpen : words.instant(endedAt),
      inverterId === null ? words.wholePlant : facts.nameOf(inverterId),
      incidentHeadline(
        { language, timeZone },
        {
          news: 'opened',
          evidence,
          inverter: inverterId && facts.nameOf(inverterId),
          reference: null,
          openedAt,
          changedAt,
        },
      ),
    ]),
  });
}

/** What is judged by the day or the month did not begin at midnight. */
function isByDay({ kind }: PrintedReport['incidents'][number]['evidence']): boolean {
  return kind === 'deviation' || kind === 'belowForecast';
}

function footers({ sheet, words, facts }: Paper, month: string): void {
  const { doc } = sheet;
  const { count } = doc.bufferedPageRange();
  const style = { size: 7.5, colour: ink.quiet } as const;
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page);
    sheet.artifact(() => {
      sheet.rule(left, footerTop, bodyWidth);
      const box = { x: left, y: footerTop + 6, width: bodyWidth };
      sheet.write(`${month} · ${words.made(words.instant(facts.madeAt))}`, box, style);
      sheet.write(words.page(page + 1, count), box, { ...style, align: 'right' });
    }, 'Pagination');
  }
}
