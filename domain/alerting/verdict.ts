import type { InverterId, AlertRuleId } from '../kernel/ids.js';
import type { Evidence } from './evidence.js';
import type { WhyNoForecast } from './watched.js';

/** Why there is no verdict. */
export type WhyNotJudged =
  /** Nothing has ever come from the device that stands there. */
  | 'awaitsFirstContact'
  /** The whole plant is silent: that is told once. */
  | 'plantIsSilent'
  /** The others are not heard either yet: the next minutes will tell. */
  | 'othersMayBeSilent'
  /** The sun does not rise high enough. */
  | 'noDaylight'
  /** It was not recorded during nine tenths of the daylight. */
  | 'dataMissing'
  | 'nothingToCompareWith'
  | 'tooDark'
  | 'noPlausibleReference'
  | WhyNoForecast;

/**
 * What a rule says of an inverter, or of the plant as a whole (`inverterId` null). `keep` is neither: an open incident stays
 * open, and none is opened.
 */
export type Verdict = {
  readonly inverterId: InverterId | null;
  /** Since when it is so, epoch seconds. */
  readonly sinceS: number;
} & (
  | { readonly is: 'alert' | 'clear' | 'keep'; readonly evidence: Evidence | null }
  | { readonly is: 'notJudged'; readonly because: WhyNotJudged }
);

/** A verdict, and the rule as it was then. */
export type Finding = Verdict & { readonly ruleId: AlertRuleId; readonly ruleVersion: number };
