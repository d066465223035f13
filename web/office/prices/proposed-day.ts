/** The first day of the month after the next: long enough to announce prices. */
export function proposedDay(now = new Date()): string {
  return new Date(Date.UTC(now.getFullYear(), now.getMonth() + 2, 1)).toISOString().slice(0, 10);
}
