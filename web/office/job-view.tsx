import type { ReadModel, RebuildJob } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { Button } from '../ui/button.js';
import { Icon, type IconName } from '../ui/icon.js';
import { Table } from '../ui/table.js';
import { isOpen, useStopJob } from './read-models-api.js';

const icons = {
  waiting: 'clock',
  running: 'clock',
  done: 'check',
  differs: 'alert',
  failed: 'fault',
  cancelled: 'close',
} as const satisfies Record<RebuildJob['state'] | 'differs', IconName>;

/** A verification that has found something is done, too, but all is not well. */
const conditionOf = ({ state, action, result }: RebuildJob) =>
  state === 'done' && action === 'verify' && result?.comparison?.equal === false ? 'differs' : state;

type JobViewProps = { readonly model: ReadModel; readonly job: RebuildJob; readonly mayOperate: boolean };

/** A job as it goes on, and what came of it. */
export function JobView({ model, job, mayOperate }: JobViewProps) {
  const text = useText();
  const format = useFormat();
  const stop = useStopJob(model.name);
  const condition = conditionOf(job);
  return (
    <div className={`job ${condition}`}>
      <p className="job-title" role="status">
        <Icon name={icons[condition]} />
        <span>
          {text('office.readModels.job.by', {
            job: text(`office.readModels.job.${job.action}`),
            state: text(`office.readModels.job.${job.state}`),
            when: format.portal(job.finishedAt ?? job.startedAt ?? job.requestedAt, 'dayTime'),
            who: job.requestedBy ?? text('office.readModels.job.someone'),
          })}
        </span>
      </p>
      {isOpen(job) && job.progress !== null && <Progress progress={job.progress} />}
      {isOpen(job) && mayOperate && (
        <div className="row">
          <Button busy={stop.isPending || job.cancelRequested} onClick={() => stop.mutate(job.id)}>
            {text(job.cancelRequested ? 'office.readModels.stopping' : 'office.readModels.stop')}
          </Button>
        </div>
      )}
      {job.failure !== null && (
        <p>
          {text(`office.readModels.failed.${job.failure.code}`)}
          {': '}
          <span className="secondary">{job.failure.reason}</span>
        </p>
      )}
      {job.state === 'done' && job.result !== null && <Result result={job.result} action={job.action} />}
    </div>
  );
}

function Progress({ progress }: { readonly progress: NonNullable<RebuildJob['progress']> }) {
  const text = useText();
  const format = useFormat();
  const duration = useDuration();
  const { phase, position, target, eventsPerSecond, secondsLeft } = progress;
  const share = target === '0' ? 1 : Number(position) / Number(target);
  const values = {
    phase: text(`office.readModels.phase.${phase}`),
    percent: format.inWords(format.percent(share)),
    speed: format.number(eventsPerSecond),
  };
  return (
    <>
      <progress value={share} max={1} aria-label={values.phase} />
      <p className="secondary num">
        {secondsLeft === null || phase !== 'filling'
          ? text('office.readModels.progress', values)
          : text('office.readModels.progressLeft', { ...values, left: duration(secondsLeft) })}
      </p>
    </>
  );
}

type JobResult = NonNullable<RebuildJob['result']>;

function Result({ result, action }: { readonly result: JobResult; readonly action: RebuildJob['action'] }) {
  const text = useText();
  const format = useFormat();
  const duration = useDuration();
  const { report, comparison, dropped } = result;
  return (
    <>
      {report !== undefined && (
        <p className="secondary num">
          {text('office.readModels.rebuilt', {
            events: format.number(report.events),
            duration: duration(report.seconds),
            speed: format.number(report.eventsPerSecond),
            swap: format.number(report.swapMs, { max: 1 }),
            version: report.version,
            replaced: report.replacedVersion,
          })}
        </p>
      )}
      {comparison === null && action === 'rebuild' && (
        <p className="secondary">{text('office.readModels.notCompared')}</p>
      )}
      {comparison !== undefined && comparison !== null && <Comparison comparison={comparison} />}
      {dropped !== undefined && (
        <p className="secondary">{text('office.readModels.dropped', { count: dropped.length })}</p>
      )}
    </>
  );
}

function Comparison({ comparison }: { readonly comparison: NonNullable<JobResult['comparison']> }) {
  const text = useText();
  const format = useFormat();
  const position = format.number(Number(comparison.position));
  if (comparison.equal) return <p className="secondary num">{text('office.readModels.equal', { position })}</p>;
  const differing = comparison.tables.filter(
    ({ otherColumns, liveRows, rebuiltRows, missing, surplus, different }) =>
      otherColumns || liveRows === null || rebuiltRows === null || missing + surplus + different > 0,
  );
  type Row = (typeof differing)[number];
  const figures = (key: string, head: string, of: (row: Row) => number | null) => ({
    ...{ key, head, right: true },
    cell: (row: Row) => <span className="num">{format.number(of(row))}</span>,
  });
  return (
    <>
      <p>{text('office.readModels.different', { position })}</p>
      <Table
        caption={text('office.readModels.different', { position })}
        rows={differing}
        rowKey={({ table }) => table}
        columns={[
          {
            key: 'table',
            head: text('office.readModels.table'),
            cell: ({ table, otherColumns }) =>
              otherColumns ? `${table} (${text('office.readModels.otherColumns')})` : table,
          },
          figures('live', text('office.readModels.liveRows'), (row) => row.liveRows),
          figures('rebuilt', text('office.readModels.rebuiltRows'), (row) => row.rebuiltRows),
          figures('missing', text('office.readModels.missingRows'), (row) => row.missing),
          figures('surplus', text('office.readModels.surplusRows'), (row) => row.surplus),
          figures('different', text('office.readModels.differentRows'), (row) => row.different),
        ]}
      />
    </>
  );
}

function useDuration(): (seconds: number) => string {
  const text = useText();
  return (seconds) =>
    seconds < 90
      ? text('office.readModels.seconds', { count: Math.max(1, Math.round(seconds)) })
      : text('office.readModels.minutes', { count: Math.round(seconds / 60) });
}
