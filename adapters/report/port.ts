import type { AccountLanguage } from '../../domain/account/person.js';
import type { PlantId } from '../../domain/kernel/ids.js';

/** A month as `2026-10`, of the plant's own calendar. */
export type ReportedMonth = { readonly month: string; readonly energyWh: number };

export type ReportFile = {
  /** ASCII. */
  readonly name: string;
  readonly pdf: Buffer;
  /** What a mail says of it in a line or two. */
  readonly summary: ReportSummary;
};

export type ReportSummary = {
  readonly plantName: string;
  /** `Oktober 2026`. */
  readonly month: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
};

/** The months of a plant on paper, made anew each time: what was corrected since is in it. */
export type MonthReports = {
  /** Months that are over and of which something is known, the newest first: all, or the `latest` so many. */
  months(plantId: PlantId, latest?: number): Promise<readonly ReportedMonth[]>;
  /** Whether this month is over and something is known of it. */
  hasMonth(plantId: PlantId, month: string): Promise<boolean>;
  /** Null for a month that is not over, or of which nothing is known, and for a plant that is gone. */
  print(plantId: PlantId, month: string, language: AccountLanguage): Promise<ReportFile | null>;
};
