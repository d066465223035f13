import './inverter-list.css';
import { useId } from 'react';
import { ApiProblem } from '../api/problem.js';
import { useText } from '../i18n/use-text.js';
import { Icon } from '../ui/icon.js';
import { Loading, Notice } from '../ui/surfaces.js';

/** What the server said, in the place where it belongs. */
export function Failure({ error }: { readonly error: Error }) {
  const text = useText();
  const problem = error instanceof ApiProblem ? error.problem : undefined;
  return (
    <Notice tone="fault" live>
      <p>
        <b>{problem?.title ?? text('plant.list.failed')}</b>
      </p>
      <p>{problem === undefined ? text('ui.offline') : problem.detail}</p>
    </Notice>
  );
}

/** The input fills the zone, so that files can be dropped on it. */
export function DropZone({
  busy,
  limits,
  onFile,
}: {
  readonly busy: boolean;
  /** How large a file may be, for people. */
  readonly limits: string;
  readonly onFile: (file: File) => void;
}) {
  const text = useText();
  const id = useId();
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file !== undefined) onFile(file);
  };
  return (
    <label className="drop-zone" htmlFor={id}>
      <Icon name="table" size={26} />
      {busy ? (
        <Loading label={text('plant.list.reading')} />
      ) : (
        <span>
          {text('plant.list.drop')} <span className="drop-choose">{text('plant.list.choose')}</span>
        </span>
      )}
      <span className="tertiary">{limits}</span>
      <input
        id={id}
        type="file"
        accept=".xlsx,.csv"
        disabled={busy}
        onChange={(event) => {
          take(event.target.files);
          // The same file, corrected, may come again.
          event.target.value = '';
        }}
      />
    </label>
  );
}
