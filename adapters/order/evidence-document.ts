import type { AccountLanguage } from '../../domain/account/person.js';
import { legalTimeZone } from '../../domain/kernel/time.js';
import { isErased } from '../../domain/kernel/event.js';
import type { EvidenceFile, PowerEvidence } from '../../domain/order/events.js';
import type { Order } from '../../domain/order/order.js';
import { attachmentEndings } from '../../domain/repair/attachments.js';
import { localeOf } from '../locale.js';
import { ink, mm, openSheet, type Sheet } from '../pdf/sheet.js';
import { bodyWidth, left, roomFor } from '../report/paper.js';
import { table } from '../report/table.js';
import { dayText, instantDayText, kilowattText, periodText } from './texts.js';

type Device = PowerEvidence['devices'][number];

const words = {
  de: {
    title: 'Nachweis der Leistung',
    to: (number: string) => `zur Nachberechnung ${number}`,
    stated: 'Bei der Bestellung angegeben',
    found: 'Tatsächliche Leistung',
    since: (day: string) => `seit dem ${day}`,
    licence: 'Lizenz',
    reason: 'Begründung',
    file: 'Anlage',
    fileText: (sha256: string) => `eigene Datei, SHA-256 ${sha256}`,
    sums: 'Nennleistung der Anlage laut ihrem Verlauf',
    devices: 'Wechselrichter laut dem Verlauf der Anlage und dem Geräteverzeichnis',
    sumsHead: ['von', 'bis', 'Nennleistung', 'davon angenommen', 'Ereignis'],
    devicesHead: ['Seriennummer, Typ', 'von', 'bis', 'Leistung', 'Ereignis'],
    now: 'heute',
    none: 'In dieser Zeit sind keine Wechselrichter verzeichnet.',
    how: {
      added: 'bei der Aufnahme des Geräts bekannt',
      exchanged: 'beim Tausch des Geräts bekannt',
      chosen: 'vom Betreiber der Anlage gewählt',
      reported: 'vom Gerät gemeldet',
      catalogueCorrected: 'im Typenkatalog berichtigt',
    },
    assumed: 'Typ unbekannt, Leistung angenommen',
    register: (what: string) => `Geräteverzeichnis: ${what}`,
    unknown: 'nicht verzeichnet',
    typeUnknown: 'ohne Typ',
    source: (plantId: string, revision: number, day: string) =>
      `Die Ereignisnummern sind die Stellen im fortlaufenden, gegen Änderung gesicherten Verlauf der Anlage ${plantId}; ausgewertet bis Ereignis ${revision} am ${day}.`,
  },
  en: {
    title: 'Evidence of the power',
    to: (number: string) => `for the supplementary invoice ${number}`,
    stated: 'Stated when ordered',
    found: 'True power',
    since: (day: string) => `since ${day}`,
    licence: 'Licence',
    reason: 'Reason',
    file: 'Attachment',
    fileText: (sha256: string) => `a file of its own, SHA-256 ${sha256}`,
    sums: 'Nominal power of the plant by its history',
    devices: 'Inverters by the history of the plant and the register of devices',
    sumsHead: ['from', 'to', 'Nominal power', 'of it assumed', 'Event'],
    devicesHead: ['Serial number, type', 'from', 'to', 'Power', 'Event'],
    now: 'today',
    none: 'No inverters are recorded for this time.',
    how: {
      added: 'known when the device was added',
      exchanged: 'known when the device was exchanged',
      chosen: 'chosen by whoever looks after the plant',
      reported: 'reported by the device',
      catalogueCorrected: 'corrected in the catalogue of types',
    },
    assumed: 'type unknown, power assumed',
    register: (what: string) => `register of devices: ${what}`,
    unknown: 'not recorded',
    typeUnknown: 'without a type',
    source: (plantId: string, revision: number, day: string) =>
      `Event numbers are places in the consecutive, tamper-evident history of the plant ${plantId}, read up to event ${revision} on ${day}.`,
  },
} as const;

/** What shows a supplementary charge (F10), for its buyer and whoever checks the books; null where nothing was kept. */
export async function evidenceDocument(
  { placed, supplement }: Order,
  invoiceNumber: string,
): Promise<{ readonly fileName: string; readonly pdf: Buffer } | null> {
  const [item] = placed.items;
  if (supplement?.kept == null || item === undefined) return null;
  const { kept, statedPowerW, since, evidence } = supplement;
  const { shown, file } = kept;
  const { language } = placed;
  const say = words[language];
  const sheet = openSheet({
    language: localeOf(language),
    info: {
      ...{ Title: `${say.title} ${invoiceNumber}`, Creator: 'SiteLink', Producer: 'SiteLink' },
      CreationDate: new Date(placed.at),
    },
  });
  const plantName = isErased(placed.plantNames) ? '' : (placed.plantNames[0] ?? '');
  let y = mm(20);
  const line = (role: 'H1' | 'H2' | 'P', text: string, style: Parameters<Sheet['write']>[2]) => {
    y = roomFor({ sheet }, y, sheet.heightOf(text, bodyWidth, style));
    sheet.root.add(
      sheet.doc.struct(role, {}, () => {
        y = sheet.write(text, { x: left, y, width: bodyWidth }, style) + 3;
      }),
    );
  };
  const heading = (text: string) => {
    y = roomFor({ sheet }, y + mm(5), mm(20));
    line('H2', text, { size: 11, weight: 'bold' });
  };
  line('H1', say.title, { size: 18, weight: 'bold' });
  line('P', [say.to(invoiceNumber), plantName].filter(Boolean).join(' · '), { size: 11, colour: ink.quiet });
  y = table({ sheet }, y + mm(3), {
    head: null,
    widths: [0.35, 0.65],
    rows: [
      [say.licence, periodText(item.firstDay, item.lastDay, language)],
      [say.stated, kilowattText(statedPowerW, language)],
      [say.found, `${kilowattText(item.licensedPowerW, language)} ${say.since(dayText(since, language))}`],
      ...(isErased(evidence) ? [] : [[say.reason, evidence]]),
      ...(file === null ? [] : [[say.file, say.fileText(file.sha256)]]),
    ],
  });
  const until = (to: string | null) => (to === null ? say.now : momentText(to, language));
  heading(say.sums);
  y = table({ sheet }, y, {
    head: say.sumsHead,
    widths: [0.24, 0.24, 0.2, 0.2, 0.12],
    rows: shown.sums.map(({ from, to, nominalPowerW, assumedPowerW, revision }) => [
      ...[momentText(from, language), until(to), kilowattText(nominalPowerW, language)],
      ...[kilowattText(assumedPowerW, language), String(revision)],
    ]),
  });
  heading(say.devices);
  if (shown.devices.length === 0) line('P', say.none, { size: 9 });
  else
    y = table({ sheet }, y, {
      head: say.devicesHead,
      widths: [0.4, 0.19, 0.19, 0.12, 0.1],
      rows: shown.devices.map((device) => [
        deviceText(device, language),
        ...[momentText(device.from, language), until(device.to), kilowattText(device.nominalPowerW, language)],
        String(device.revision),
      ]),
    });
  y += mm(4);
  const day = instantDayText(placed.at, language);
  line('P', say.source(item.plantId, shown.lastRevision, day), { size: 8, colour: ink.quiet });
  const name = language === 'de' ? 'Nachweis' : 'Evidence';
  return { fileName: `${name}-${invoiceNumber}.pdf`, pdf: await sheet.close() };
}

/** What the office has added is called as the evidence that it belongs to. */
export function evidenceFileName(evidence: string, { mediaType }: Pick<EvidenceFile, 'mediaType'>): string {
  return evidence.replace(/\.pdf$/, `-2.${attachmentEndings[mediaType]}`);
}

function deviceText({ serialNumber, type, isAssumed, since, register }: Device, language: AccountLanguage): string {
  const say = words[language];
  const power = register?.nominalPowerW ?? null;
  const inRegister =
    register === null
      ? say.unknown
      : [register.type ?? say.typeUnknown, ...(power === null ? [] : [kilowattText(power, language)])].join(', ');
  const known = isAssumed ? say.assumed : say.how[since];
  return [serialNumber, `${type === null ? '' : `${type}, `}${known}`, say.register(inRegister)].join(' · ');
}

/** `12.03.2026, 10:15` in Germany. */
function momentText(instant: string, language: AccountLanguage): string {
  const format = new Intl.DateTimeFormat(localeOf(language), {
    ...{ dateStyle: 'medium', timeStyle: 'short', timeZone: legalTimeZone },
  });
  return format.format(Date.parse(instant));
}
