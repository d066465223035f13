import './alerts.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { addRule, alertRulesQuery, changeRule, removeRule, useIncidents } from '../api/alerts.js';
import type { AlertRule, AlertRuleList } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { useMayChange } from '../plant/queries.js';
import { SubPage } from '../plant/sub-page.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { More } from '../ui/more.js';
import { Card, Chip, Dialog, EmptyState, Loading } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';
import { IncidentList } from './incident-list.js';
import { RuleDialog } from './rule-dialog.js';
import { Sentence } from './sentence.js';

const presets = ['sensitive', 'balanced', 'quiet'] as const;

/** What was found in the plant, and what it is watched for. */
export function Alerts({ plantId }: { readonly plantId: string }) {
  const text = useText();
  const mayChange = useMayChange(plantId);
  const rules = useQuery(alertRulesQuery(plantId));
  const incidents = useIncidents({ plantId });
  const [edited, setEdited] = useState<AlertRule | 'new' | null>(null);
  const { data } = rules;
  const failed = rules.error ?? incidents.error;
  const add = (
    <Button look="primary" icon="add" onClick={() => setEdited('new')}>
      {text('alerts.addRule')}
    </Button>
  );
  return (
    <SubPage plantId={plantId} title={text('alerts.title')}>
      <div className="sub-head">
        <h2>{text('alerts.title')}</h2>
        <p className="secondary">{text('alerts.lead')}</p>
        {mayChange && data !== undefined && data.items.length > 0 && <div className="sub-acts">{add}</div>}
      </div>
      {(rules.isPending || incidents.isPending) && <Loading />}
      {failed && data === undefined && (
        <div className="card">
          <LoadFailure error={failed} retry={() => void rules.refetch()} />
        </div>
      )}
      {data !== undefined && incidents.items !== undefined && (
        <div className="stack">
          {data.items.length === 0 ? (
            <FirstRules plantId={plantId} list={data} mayChange={mayChange} add={add} />
          ) : (
            <Card>
              <div className="panel-head">
                <h3>{text('alerts.rules')}</h3>
              </div>
              <ul className="rule-list">
                {data.items.map((rule) => (
                  <RuleRow
                    key={rule.id}
                    {...{ plantId, rule, mayChange }}
                    people={data.people}
                    onEdit={() => setEdited(rule)}
                  />
                ))}
              </ul>
            </Card>
          )}
          {(data.items.length > 0 || incidents.items.length > 0) && (
            <Card>
              <div className="panel-head">
                <h3>{text('alerts.incidents')}</h3>
              </div>
              <IncidentList incidents={incidents.items} />
              <More pages={incidents} />
            </Card>
          )}
        </div>
      )}
      {edited !== null && data !== undefined && (
        <RuleDialog
          plantId={plantId}
          list={data}
          rule={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </SubPage>
  );
}

/** Nobody has to write the first rule: three ways to start. */
function FirstRules({
  plantId,
  list,
  mayChange,
  add,
}: {
  readonly plantId: string;
  readonly list: AlertRuleList;
  readonly mayChange: boolean;
  readonly add: ReactNode;
}) {
  const text = useText();
  const format = useFormat();
  const toast = useToast();
  const client = useQueryClient();
  const start = useMutation({
    mutationFn: async (preset: (typeof presets)[number]) => {
      const { conditions, delivery } = list.presets[preset];
      const me = list.people.filter(({ isCaller }) => isCaller);
      const recipients = me.map(({ accountId }) => ({ accountId, language: format.language }));
      for (const condition of conditions) {
        await addRule(plantId, { condition, delivery: { ...delivery, recipients }, isOn: true });
      }
    },
    onSuccess: () => toast(text('alerts.used')),
    onSettled: () => client.invalidateQueries({ queryKey: alertRulesQuery(plantId).queryKey }),
  });
  return (
    <Card>
      <EmptyState icon="bell" title={text('alerts.noRules')} actions={mayChange ? add : undefined}>
        <p>{text('alerts.noRulesText')}</p>
      </EmptyState>
      {start.isError && <LoadFailure error={start.error} />}
      {mayChange && (
        <ul className="presets">
          {presets.map((preset) => (
            <li key={preset}>
              <h4>{text(`alerts.preset.${preset}`)}</h4>
              <p className="secondary">{text(`alerts.preset.${preset}Text`)}</p>
              <ul>
                {list.presets[preset].conditions.map((condition) => (
                  <li key={condition.kind}>
                    <Sentence condition={condition} />
                  </li>
                ))}
              </ul>
              <Button busy={start.isPending} onClick={() => start.mutate(preset)}>
                {text('alerts.use', { preset: text(`alerts.preset.${preset}`) })}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

type RuleRowProps = {
  readonly plantId: string;
  readonly rule: AlertRule;
  readonly mayChange: boolean;
  readonly people: AlertRuleList['people'];
  readonly onEdit: () => void;
};

function RuleRow({ plantId, rule, mayChange, people, onEdit }: RuleRowProps) {
  const text = useText();
  const format = useFormat();
  const client = useQueryClient();
  const [isRemoving, setRemoving] = useState(false);
  const { condition, delivery, isOn } = rule;
  const names = delivery.recipients.flatMap(
    ({ accountId }) => people.find((one) => one.accountId === accountId)?.name ?? [],
  );
  const when =
    delivery.dailyAt === null ? text('alerts.when.atOnce') : text('alerts.when.daily', { time: delivery.dailyAt });
  const quiet = delivery.quietHours === null ? '' : `, ${text('alerts.quiet', delivery.quietHours)}`;
  const toggle = useMutation({
    mutationFn: () => changeRule(plantId, rule.id, { condition, delivery, isOn: !isOn }),
    onSuccess: () => client.invalidateQueries({ queryKey: alertRulesQuery(plantId).queryKey }),
  });
  return (
    <li>
      <div className="who">
        <Sentence condition={condition} />
        <p className="help">
          {names.length === 0
            ? text('alerts.nobody')
            : `${text('alerts.to', { names: format.list(names), when })}${quiet}`}
        </p>
        {toggle.isError && <LoadFailure error={toggle.error} />}
      </div>
      {!isOn && (
        <Chip icon="circle" tone="mute">
          {text('alerts.isOff')}
        </Chip>
      )}
      {mayChange && (
        <div className="acts">
          <Button icon="edit" onClick={onEdit}>
            {text('alerts.edit')}
          </Button>
          <Button look="quiet" busy={toggle.isPending} onClick={() => toggle.mutate()}>
            {text(isOn ? 'alerts.off' : 'alerts.on')}
          </Button>
          <Button look="quiet" onClick={() => setRemoving(true)}>
            {text('alerts.remove')}
          </Button>
        </div>
      )}
      {isRemoving && <RemoveDialog plantId={plantId} ruleId={rule.id} onClose={() => setRemoving(false)} />}
    </li>
  );
}

function RemoveDialog({
  plantId,
  ruleId,
  onClose,
}: {
  readonly plantId: string;
  readonly ruleId: string;
  readonly onClose: () => void;
}) {
  const text = useText();
  const toast = useToast();
  const client = useQueryClient();
  const removing = useMutation({
    mutationFn: () => removeRule(plantId, ruleId),
    onSuccess: async () => {
      onClose();
      toast(text('alerts.removed'));
      await client.invalidateQueries({ queryKey: alertRulesQuery(plantId).queryKey });
    },
  });
  return (
    <Dialog
      title={text('alerts.removeTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('ui.cancel')}</Button>
          <Button look="danger" solid busy={removing.isPending} onClick={() => removing.mutate()}>
            {text('alerts.remove')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="secondary">{text('alerts.removeText')}</p>
        {removing.isError && <LoadFailure error={removing.error} />}
      </div>
    </Dialog>
  );
}
