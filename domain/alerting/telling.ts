import { Temporal } from '../kernel/time.js';
import type { Letter, LetterItem, News } from './events.js';
import type { Incident, Incidents } from './incidents.js';
import type { AlertDelivery, AlertRule, Recipient } from './rule.js';

type Telling = { readonly rules: readonly AlertRule[]; readonly timeZone: string; readonly at: string };
type Due = { readonly news: News; readonly atMs: number };

/**
 * What is to be told by now, by the delivery of each incident's rule: every recipient gets one letter. Only who heard of a
 * fault hears of its end.
 */
export function lettersDue(state: Incidents, { rules, timeZone, at }: Telling): readonly Letter[] {
  const nowMs = Date.parse(at);
  const byRecipients = new Map<string, { recipient: Recipient; items: LetterItem[] }>();
  for (const incident of state.incidents) {
    const delivery = deliveryOf(incident, rules);
    const due = delivery === null ? null : nextNews(incident, delivery, timeZone);
    if (delivery === null || due === null || due.atMs > nowMs) continue;
    for (const recipient of readersOf(incident, due.news, delivery)) {
      const letter = byRecipients.get(recipient.accountId) ?? { recipient, items: [] };
      letter.items.push({ incidentId: incident.incidentId, news: due.news });
      byRecipients.set(recipient.accountId, letter);
    }
  }
  return joined([...byRecipients.values()]);
}

/** When something is to be told next, in epoch milliseconds; null when nothing is. */
export function nextTellingMs(state: Incidents, rules: readonly AlertRule[], timeZone: string): number | null {
  const times = state.incidents.flatMap((incident) => {
    const delivery = deliveryOf(incident, rules);
    const due = delivery === null ? null : nextNews(incident, delivery, timeZone);
    return delivery === null || due === null || readersOf(incident, due.news, delivery).length === 0 ? [] : [due.atMs];
  });
  return times.length === 0 ? null : Math.min(...times);
}

function deliveryOf({ ruleId }: Incident, rules: readonly AlertRule[]): AlertDelivery | null {
  return rules.find((rule) => rule.ruleId === ruleId && rule.isOn)?.delivery ?? null;
}

function readersOf({ toldTo }: Incident, news: News, { recipients }: AlertDelivery): readonly Recipient[] {
  return news === 'recovered' ? recipients.filter(({ accountId }) => toldTo.includes(accountId)) : recipients;
}

function nextNews(incident: Incident, delivery: AlertDelivery, timeZone: string): Due | null {
  const { status, told, changedAt, snoozedUntil } = incident;
  if (status === 'recovered') {
    if (told !== 'open') return null;
    return { news: 'recovered', atMs: slotMs(Date.parse(changedAt), delivery, timeZone) };
  }
  const awakeMs = snoozedUntil === null ? -Infinity : Date.parse(snoozedUntil);
  if (told !== 'open') {
    const news = told === 'nothing' ? 'opened' : 'recurred';
    return { news, atMs: slotMs(Math.max(Date.parse(changedAt), awakeMs), delivery, timeZone) };
  }
  return nextReminder(incident, awakeMs, delivery, timeZone);
}

function nextReminder(
  { acknowledged, toldAt, reminders }: Incident,
  awakeMs: number,
  delivery: AlertDelivery,
  timeZone: string,
): Due | null {
  const toldMs = Date.parse(toldAt ?? '');
  // Who asked to be told again is, acknowledged or not.
  if (awakeMs > toldMs) return { news: 'reminder', atMs: slotMs(awakeMs, delivery, timeZone) };
  if (acknowledged !== null || reminders >= delivery.reminders) return null;
  const dueMs = zoned(toldMs, timeZone).add({ days: delivery.reminderDays }).epochMilliseconds;
  return { news: 'reminder', atMs: slotMs(dueMs, delivery, timeZone) };
}

/** The first time from `fromMs` on at which the rule tells anything: its hour of the day, or outside its quiet hours. */
export function slotMs(
  fromMs: number,
  { dailyAt, quietHours }: Pick<AlertDelivery, 'dailyAt' | 'quietHours'>,
  timeZone: string,
): number {
  if (dailyAt !== null) return nextTimeOfDay(zoned(fromMs, timeZone), dailyAt).epochMilliseconds;
  if (quietHours === null) return fromMs;
  const { from, to } = quietHours;
  const wall = zoned(fromMs, timeZone);
  const time = wall.toPlainTime().toString({ smallestUnit: 'minute' });
  const isQuiet = from <= to ? time >= from && time < to : time >= from || time < to;
  return isQuiet ? nextTimeOfDay(wall, to).epochMilliseconds : fromMs;
}

function zoned(ms: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone);
}

/** The next time at which a clock on the wall shows that; now, when it does. In a skipped hour the one after it. */
function nextTimeOfDay(from: Temporal.ZonedDateTime, time: string): Temporal.ZonedDateTime {
  const today = from.withPlainTime(time);
  return Temporal.ZonedDateTime.compare(today, from) >= 0 ? today : from.add({ days: 1 }).withPlainTime(time);
}

/** Recipients who are told the same share a letter; each keeps the language. */
function joined(letters: readonly { recipient: Recipient; items: readonly LetterItem[] }[]): readonly Letter[] {
  const groups = new Map<string, { recipients: Recipient[]; items: readonly LetterItem[] }>();
  for (const { recipient, items } of letters) {
    const key = JSON.stringify(items);
    const group = groups.get(key) ?? { recipients: [], items };
    group.recipients.push(recipient);
    groups.set(key, group);
  }
  return [...groups.values()];
}
