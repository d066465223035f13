import { Fragment, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { AlertCondition } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import type { MessageId } from '../i18n/de.js';
import { useText, type Text } from '../i18n/use-text.js';

type Part = {
  readonly label: MessageId;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly change: (value: string) => AlertCondition;
};

const periods = [15, 30, 60, 120, 240, 480, 1_440, 2_880, 10_080];
const thresholds = [5, 10, 15, 20, 25, 30, 40, 50];
const leasts = [0.2, 0.5, 1, 2];

/** A duration in the largest unit that fits. */
export function periodText(text: Text, minutes: number): string {
  if (minutes >= 1_440 && minutes % 1_440 === 0) return text('alerts.manyDays', { count: minutes / 1_440 });
  if (minutes >= 120) return text('alerts.hours', { count: Math.round(minutes / 6) / 10 });
  return minutes === 60 ? text('alerts.hours', { count: 1 }) : text('alerts.minutes', { count: minutes });
}

/** The parts of a rule that can be chosen, by their place in its sentence. */
function partsOf(condition: AlertCondition, text: Text, number: (value: number) => string) {
  const numbers = (
    label: MessageId,
    choices: readonly number[],
    chosen: number,
    word: (value: number) => string,
    change: (value: number) => AlertCondition,
  ): Part => ({
    label,
    value: String(chosen),
    // Another program may have set what is not offered here.
    options: [...new Set([...choices, chosen])]
      .toSorted((a, b) => a - b)
      .map((value) => ({ value: String(value), label: word(value) })),
    change: (value) => change(Number(value)),
  });
  const words = <V extends string>(
    label: MessageId,
    choices: readonly V[],
    chosen: V,
    word: (value: V) => MessageId,
    change: (value: V) => AlertCondition,
  ): Part => ({
    label,
    value: chosen,
    options: choices.map((value) => ({ value, label: text(word(value)) })),
    change: (value) => change(value as V),
  });
  const percent = (value: number) => `${number(value)} %`;
  switch (condition.kind) {
    case 'noData':
      return {
        period: numbers(
          'alerts.period',
          periods,
          condition.silentMinutes,
          (value) => periodText(text, value),
          (silentMinutes) => ({
            ...condition,
            silentMinutes,
          }),
        ),
        night: words(
          'alerts.night',
          ['no', 'yes'],
          condition.countsNight ? 'yes' : 'no',
          (value) => `alerts.night.${value}`,
          (value) => ({
            ...condition,
            countsNight: value === 'yes',
          }),
        ),
      };
    case 'deviation':
      return {
        percent: numbers('alerts.percent', thresholds, condition.thresholdPercent, percent, (thresholdPercent) => ({
          ...condition,
          thresholdPercent,
        })),
        among: words(
          'alerts.among',
          ['plant', 'orientation'],
          condition.among,
          (value) => `alerts.among.${value}`,
          (among) => ({ ...condition, among }),
        ),
        days: words(
          'alerts.days',
          ['1', '2'],
          condition.days === 2 ? '2' : '1',
          (value) => `alerts.days.${value}`,
          (days) => ({ ...condition, days: Number(days) }),
        ),
        basis: words(
          'alerts.basis',
          ['specific', 'absolute'],
          condition.basis,
          (value) => `alerts.basis.${value}`,
          (basis) => ({ ...condition, basis }),
        ),
        least: numbers(
          'alerts.least',
          leasts,
          condition.leastBestKwhPerKw,
          (value) => `${number(value)} kWh/kW`,
          (leastBestKwhPerKw) => ({ ...condition, leastBestKwhPerKw }),
        ),
      };
    case 'belowForecast':
      return {
        of: words(
          'alerts.of',
          ['plant', 'inverters'],
          condition.of,
          (value) => `alerts.of.${value}`,
          (of) => ({ ...condition, of }),
        ),
        percent: numbers('alerts.percent', thresholds, condition.thresholdPercent, percent, (thresholdPercent) => ({
          ...condition,
          thresholdPercent,
        })),
        period: words(
          'alerts.period',
          ['day', 'month'],
          condition.period,
          (value) => `alerts.period.${value}`,
          (period) => ({ ...condition, period }),
        ),
      };
    case 'deviceErrors':
      return {
        severity: words(
          'alerts.severity',
          ['fault', 'note'],
          condition.severity,
          (value) => `alerts.severity.${value}`,
          (severity) => ({ ...condition, severity }),
        ),
      };
  }
}

type SentenceProps = {
  readonly condition: AlertCondition;
  /** With it the sentence has controls in it. */
  readonly onChange?: (condition: AlertCondition) => void;
};

/** A rule as a sentence, to read or with what can be chosen in it. */
export function Sentence({ condition, onChange }: SentenceProps) {
  const intl = useIntl();
  const text = useText();
  const format = useFormat();
  const parts = partsOf(condition, text, (value) => format.number(value, { max: 1 }));
  const values = Object.fromEntries(
    Object.entries(parts as Readonly<Record<string, Part>>).map(([name, part]): [string, ReactNode] => [
      name,
      onChange === undefined ? (
        <b key={name}>{part.options.find(({ value }) => value === part.value)?.label ?? part.value}</b>
      ) : (
        <select
          key={name}
          className="select in-sentence"
          aria-label={text(part.label)}
          value={part.value}
          onChange={(event) => onChange(part.change(event.target.value))}
        >
          {part.options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      ),
    ]),
  );
  const sentence = intl.formatMessage({ id: `alerts.sentence.${condition.kind}` }, values);
  return (
    <p className={onChange === undefined ? 'rule-sentence' : 'rule-sentence with-controls'}>
      {Array.isArray(sentence) ? sentence.map((part, index) => <Fragment key={index}>{part}</Fragment>) : sentence}
    </p>
  );
}
