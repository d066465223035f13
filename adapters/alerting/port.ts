import type { AlertCommand } from '../../domain/alerting/commands.js';
import type { Evidence } from '../../domain/alerting/evidence.js';
import type { AlertRule } from '../../domain/alerting/rule.js';
import type { Finding, WhyNotJudged } from '../../domain/alerting/verdict.js';
import type { Temporal } from '../../domain/kernel/time.js';
import type { ActivePlant } from '../../domain/plant/state.js';

export type PastAlert = {
  /** RFC 3339. */
  readonly at: string;
  /** Null = the plant as a whole. */
  readonly inverterId: string | null;
  /** Null while it would still be open. */
  readonly recoveredAt: string | null;
  readonly evidence: Evidence;
};

/** What a rule would have told in the past, with what is known of it today. */
export type PastAlerts = {
  /** Epoch seconds. */
  readonly fromS: number;
  readonly toS: number;
  readonly alerts: readonly PastAlert[];
  /** Days on which it judged nothing. */
  readonly notJudgedDays: number;
  /** Why it did not, when it was asked last. */
  readonly notJudgedBecause: WhyNotJudged | null;
};

/** What was found at an instant, as the incidents of the plant take it. */
export type AlertLook = Extract<AlertCommand, { readonly type: 'NoteFindings' }>;

/** Holds a rule against a plant without letting anything happen. */
export type AlertLooks = {
  /** E6: over the last days, look by look, as if it had been on. */
  past(
    plant: ActivePlant,
    how: { readonly rule: AlertRule; readonly now: Temporal.Instant; readonly days: number },
  ): Promise<PastAlerts>;
  /** What several rules would have found, in order; not yet told to anybody. */
  looks(
    plant: ActivePlant,
    how: { readonly rules: readonly AlertRule[]; readonly now: Temporal.Instant; readonly days: number },
  ): Promise<readonly AlertLook[]>;
  /** What it says now, and why: the answer to whoever was not told. */
  now(plant: ActivePlant, rule: AlertRule, now: Temporal.Instant): Promise<readonly Finding[]>;
};
