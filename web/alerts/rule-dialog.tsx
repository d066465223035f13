import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { addRule, alertRulesQuery, changeRule, previewDays, previewQuery } from '../api/alerts.js';
import type { AlertCondition, AlertPreview, AlertRule, AlertRuleBody, AlertRuleList } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { useInverters } from '../plant/queries.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { Dialog, Loading } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';
import { useEvidence } from './evidence.js';
import { Sentence } from './sentence.js';

const kinds = ['noData', 'deviation', 'belowForecast', 'deviceErrors'] as const;
const shownAlerts = 5;
const night = { from: '22:00', to: '07:00' };

type RuleDialogProps = {
  readonly plantId: string;
  readonly list: AlertRuleList;
  /** Null for a new one. */
  readonly rule: AlertRule | null;
  readonly onClose: () => void;
};

/** A rule as a sentence with controls in it, whom it tells, and what it would have told. */
export function RuleDialog({ plantId, list, rule, onClose }: RuleDialogProps) {
  const text = useText();
  const format = useFormat();
  const toast = useToast();
  const client = useQueryClient();
  const id = useId();
  const start = list.presets.balanced;
  const me = list.people.filter(({ isCaller }) => isCaller);
  const [condition, setCondition] = useState<AlertCondition>(
    rule?.condition ?? (start.conditions[0] as AlertCondition),
  );
  const [delivery, setDelivery] = useState<AlertRuleBody['delivery']>(
    rule?.delivery ?? {
      ...start.delivery,
      recipients: me.map(({ accountId }) => ({ accountId, language: format.language })),
    },
  );
  const save = useMutation({
    mutationFn: () => {
      const body = { condition, delivery, isOn: rule?.isOn ?? true };
      return rule === null ? addRule(plantId, body) : changeRule(plantId, rule.id, body);
    },
    onSuccess: async () => {
      onClose();
      toast(text('alerts.saved'));
      await client.invalidateQueries({ queryKey: alertRulesQuery(plantId).queryKey });
    },
  });
  return (
    <Dialog
      wide
      title={text(rule === null ? 'alerts.addRule' : 'alerts.editTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('ui.cancel')}</Button>
          <Button look="primary" busy={save.isPending} onClick={() => save.mutate()}>
            {text('alerts.save')}
          </Button>
        </>
      }
    >
      <div className="rule-dialog">
        {rule === null && (
          <div className="field">
            <label htmlFor={id}>{text('alerts.kind')}</label>
            <select
              id={id}
              className="select"
              value={condition.kind}
              onChange={(event) => {
                const chosen = conditionOf(list, event.target.value);
                if (chosen !== undefined) setCondition(chosen);
              }}
            >
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {text(`alerts.kind.${kind}`)}
                </option>
              ))}
            </select>
          </div>
        )}
        <Sentence condition={condition} onChange={setCondition} />
        <Preview plantId={plantId} condition={condition} />
        <Recipients people={list.people} delivery={delivery} onChange={setDelivery} />
        <Times delivery={delivery} onChange={setDelivery} />
        {save.isError && <LoadFailure error={save.error} />}
      </div>
    </Dialog>
  );
}

/** What people start from when they choose another kind. */
function conditionOf({ presets }: AlertRuleList, kind: string): AlertCondition | undefined {
  return presets.balanced.conditions.find((one) => one.kind === kind);
}

function Preview({ plantId, condition }: { readonly plantId: string; readonly condition: AlertCondition }) {
  const text = useText();
  const format = useFormat();
  const inverters = useInverters(plantId);
  const { headline } = useEvidence();
  const preview = useQuery({ ...previewQuery(plantId, condition), placeholderData: (before) => before });
  const nameOf = (inverterId: string | null) => inverters.data?.find((one) => one.id === inverterId)?.name ?? null;
  return (
    <section className="rule-preview" aria-live="polite" aria-busy={preview.isFetching}>
      <h3>{text('alerts.preview', { days: previewDays })}</h3>
      {preview.isPending && <Loading />}
      {preview.isError && <LoadFailure error={preview.error} retry={() => void preview.refetch()} />}
      {preview.data !== undefined && (
        <>
          <p>
            <b>
              {preview.data.alerts.length === 0
                ? text('alerts.preview.none')
                : text('alerts.preview.some', { count: preview.data.alerts.length })}
            </b>
          </p>
          <ul>
            {preview.data.alerts
              .toReversed()
              .slice(0, shownAlerts)
              .map((alert) => (
                <li key={`${alert.at} ${alert.inverterId}`}>
                  <span className="num nowrap">{format.day(alert.day, 'weekday')}</span>
                  <span>{headline({ evidence: alert.evidence, inverterName: nameOf(alert.inverterId) })}</span>
                </li>
              ))}
          </ul>
          {preview.data.alerts.length > shownAlerts && (
            <p className="help">{text('alerts.preview.more', { count: preview.data.alerts.length - shownAlerts })}</p>
          )}
          {preview.data.notJudgedDays > 0 && condition.kind !== 'noData' && condition.kind !== 'deviceErrors' && (
            <p className="help">{text(notJudged(preview.data), { count: preview.data.notJudgedDays })}</p>
          )}
        </>
      )}
    </section>
  );
}

const forecastReasons = ['weatherUnknown', 'winterByClimate'] as const;

function notJudged({ notJudgedBecause }: AlertPreview) {
  const reason = forecastReasons.find((one) => one === notJudgedBecause);
  return reason === undefined ? 'alerts.preview.notJudged' : (`alerts.preview.${reason}` as const);
}

type Delivery = AlertRuleBody['delivery'];
type DeliveryProps = { readonly delivery: Delivery; readonly onChange: (delivery: Delivery) => void };

function Recipients({ people, delivery, onChange }: DeliveryProps & { readonly people: AlertRuleList['people'] }) {
  const text = useText();
  const format = useFormat();
  const id = useId();
  const { recipients } = delivery;
  return (
    <fieldset className="rule-fields">
      <legend>{text('alerts.who')}</legend>
      {people.map(({ accountId, name }) => {
        const chosen = recipients.find((one) => one.accountId === accountId);
        const others = recipients.filter((one) => one !== chosen);
        return (
          <div key={accountId} className="row">
            <div className="check">
              <input
                type="checkbox"
                id={`${id}${accountId}`}
                checked={chosen !== undefined}
                onChange={(event) =>
                  onChange({
                    ...delivery,
                    recipients: event.target.checked ? [...others, { accountId, language: format.language }] : others,
                  })
                }
              />
              <label htmlFor={`${id}${accountId}`}>{name}</label>
            </div>
            {chosen !== undefined && (
              <select
                className="select in-sentence"
                aria-label={text('alerts.languageOf', { name })}
                value={chosen.language}
                onChange={(event) => {
                  const language = event.target.value === 'de' ? 'de' : 'en';
                  onChange({ ...delivery, recipients: [...others, { accountId, language }] });
                }}
              >
                <option value="de">Deutsch</option>
                <option value="en">English</option>
              </select>
            )}
          </div>
        );
      })}
      <p className="help">{recipients.length === 0 ? text('alerts.nobody') : text('alerts.whoHelp')}</p>
    </fieldset>
  );
}

const digestTimes = ['06:00', '07:00', '08:00', '12:00', '18:00', '20:00'];

function Times({ delivery, onChange }: DeliveryProps) {
  const text = useText();
  const id = useId();
  const { dailyAt, quietHours, reminders } = delivery;
  const times = [...new Set([...digestTimes, ...(dailyAt === null ? [] : [dailyAt])])].toSorted();
  return (
    <fieldset className="rule-fields">
      <legend>{text('alerts.when')}</legend>
      <div className="row">
        <select
          className="select in-sentence"
          aria-label={text('alerts.when')}
          value={dailyAt ?? ''}
          onChange={(event) =>
            onChange({ ...delivery, dailyAt: event.target.value === '' ? null : event.target.value })
          }
        >
          <option value="">{text('alerts.when.atOnce')}</option>
          {times.map((time) => (
            <option key={time} value={time}>
              {text('alerts.when.daily', { time })}
            </option>
          ))}
        </select>
        <label className="row" htmlFor={`${id}reminders`}>
          {text('alerts.reminders')}
        </label>
        <select
          id={`${id}reminders`}
          className="select in-sentence"
          value={String(reminders)}
          onChange={(event) => onChange({ ...delivery, reminders: Number(event.target.value), reminderDays: 1 })}
        >
          {[...new Set([0, 1, 3, 7, reminders])]
            .toSorted((a, b) => a - b)
            .map((count) => (
              <option key={count} value={count}>
                {count === 0 ? text('alerts.reminders.0') : text('alerts.reminders.some', { count })}
              </option>
            ))}
        </select>
      </div>
      <div className="check">
        <input
          type="checkbox"
          id={`${id}quiet`}
          checked={quietHours !== null}
          onChange={(event) => onChange({ ...delivery, quietHours: event.target.checked ? night : null })}
        />
        <label htmlFor={`${id}quiet`}>{text('alerts.quietHours')}</label>
      </div>
    </fieldset>
  );
}
