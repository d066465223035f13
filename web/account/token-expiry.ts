/** Offered in days; "never" is not. */
export const expiryDays = [30, 90, 365] as const;

const dayText = (date: Date) => date.toLocaleDateString('sv-SE');

function inDays(days: number): Date {
  const date = new Date();
  date.setDate(date.getDate() + days);
  return date;
}

/** Calendar days of the viewer. */
export const tomorrow = (): string => dayText(inDays(1));

/** A day less than two years, so that its end still lies within them. */
export function latestDay(): string {
  const date = inDays(-1);
  date.setFullYear(date.getFullYear() + 2);
  return dayText(date);
}

/** The instant at which a token ends: after so many days, or with the chosen day of the viewer (`YYYY-MM-DD`). */
export function expiryOf(choice: string, day: string): string {
  const end = choice === 'date' ? new Date(`${day}T23:59:59`) : inDays(Number(choice));
  return end.toISOString();
}
