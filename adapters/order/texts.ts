import type { AccountLanguage } from '../../domain/account/person.js';
import { legalTimeZone, Temporal } from '../../domain/kernel/time.js';
import { localeOf } from '../locale.js';

/** `1.234,50 €`. */
export function euroText(cents: number, language: AccountLanguage): string {
  return new Intl.NumberFormat(localeOf(language), { style: 'currency', currency: 'EUR' }).format(cents / 100);
}

/** A calendar day in words: `21. Juli 2026`. */
export function dayText(day: string, language: AccountLanguage): string {
  const format = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(Date.parse(`${day}T00:00:00Z`));
}

/** From one calendar day to another, in words: `1. März 2027 bis 29. Februar 2028`. */
export function periodText(firstDay: string, lastDay: string, language: AccountLanguage): string {
  return `${dayText(firstDay, language)} ${language === 'de' ? 'bis' : 'to'} ${dayText(lastDay, language)}`;
}

/** The calendar day of an instant in Germany, in words. */
export function instantDayText(at: string, language: AccountLanguage): string {
  return dayText(Temporal.Instant.from(at).toZonedDateTimeISO(legalTimeZone).toPlainDate().toString(), language);
}

/** `30,5 kW`. */
export function kilowattText(powerW: number, language: AccountLanguage): string {
  return `${new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 3 }).format(powerW / 1000)} kW`;
}
