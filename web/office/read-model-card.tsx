import { useState } from 'react';
import type { ReadModel } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { Card, Chip, Notice } from '../ui/surfaces.js';
import { JobDialog, type AskedAction } from './job-dialog.js';
import { JobView } from './job-view.js';
import { isOpen, useRequestJob } from './read-models-api.js';

type ReadModelCardProps = { readonly model: ReadModel; readonly mayOperate: boolean };

/** One read model: its state, its tables, the last job and what can be asked for. */
export function ReadModelCard({ model, mayOperate }: ReadModelCardProps) {
  const text = useText();
  const [asking, setAsking] = useState<AskedAction | null>(null);
  const wish = useRequestJob(model.name);
  const { job, live, next, previous } = model;
  const verify = () => wish.mutate({ action: 'verify', fresh: false });
  return (
    <Card className="panel read-model">
      <div className="panel-head">
        <h2 className="serial">{model.name}</h2>
        <ReadModelState model={model} />
      </div>
      {model.ahead && (
        <Notice tone="fault">
          <p>{text('office.readModels.aheadText')}</p>
        </Notice>
      )}
      {live !== null && live.failure !== null && !model.ahead && (
        <Notice tone="fault">
          <p>{text('office.readModels.stoppedAt', live.failure)}</p>
          <p>{text('office.readModels.stoppedText')}</p>
        </Notice>
      )}
      <dl className="facts">
        <Tables term={text('office.readModels.live')} tables={live} />
        <Tables term={text('office.readModels.next')} tables={next} />
        <Tables term={text('office.readModels.previous')} tables={previous} />
      </dl>
      {job !== null && <JobView model={model} job={job} mayOperate={mayOperate} />}
      {wish.error !== null && <LoadFailure error={wish.error} />}
      {mayOperate && !isOpen(job) && (
        <div className="row">
          <Button icon="check" busy={wish.isPending} onClick={verify}>
            {text('office.readModels.verify')}
          </Button>
          <Button icon="swap" onClick={() => setAsking('rebuild')}>
            {text('office.readModels.rebuild')}
          </Button>
          {previous !== null && (
            <Button look="quiet" onClick={() => setAsking('rollback')}>
              {text('office.readModels.rollback')}
            </Button>
          )}
          {(previous !== null || next !== null) && (
            <Button look="quiet" onClick={() => setAsking('drop-old')}>
              {text('office.readModels.dropOld')}
            </Button>
          )}
        </div>
      )}
      {asking !== null && <JobDialog name={model.name} action={asking} onClose={() => setAsking(null)} />}
    </Card>
  );
}

function ReadModelState({ model: { version, lagEvents, live, ahead } }: { readonly model: ReadModel }) {
  const text = useText();
  if (live === null)
    return (
      <Chip tone="warn" icon="clock">
        {text('office.readModels.missing')}
      </Chip>
    );
  if (ahead)
    return (
      <Chip tone="fault" icon="fault">
        {text('office.readModels.ahead')}
      </Chip>
    );
  if (live.failure !== null)
    return (
      <Chip tone="fault" icon="fault">
        {text('office.readModels.stopped')}
      </Chip>
    );
  if (live.version < version)
    return (
      <Chip tone="warn" icon="clock">
        {text('office.readModels.outdated', { version })}
      </Chip>
    );
  if (lagEvents > 0)
    return (
      <Chip tone="warn" icon="clock">
        {text('office.readModels.behind', { count: lagEvents })}
      </Chip>
    );
  return (
    <Chip tone="ok" icon="check">
      {text('office.readModels.upToDate')}
    </Chip>
  );
}

function Tables({ term, tables }: { readonly term: string; readonly tables: ReadModel['live'] }) {
  const text = useText();
  const format = useFormat();
  if (tables === null) return null;
  return (
    <div className="fact">
      <dt>{term}</dt>
      <dd className="num">
        {text('office.readModels.tables', {
          version: tables.version,
          position: format.number(Number(tables.position)),
        })}
      </dd>
    </div>
  );
}
