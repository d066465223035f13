import { useId, useState } from 'react';
import { ApiProblem } from '../api/problem.js';
import type { InverterList } from '../api/types.js';
import { useText } from '../i18n/use-text.js';
import { Button } from '../ui/button.js';
import { Icon } from '../ui/icon.js';
import { saveFile } from '../ui/save-file.js';
import { Loading, Notice } from '../ui/surfaces.js';
import { getListTemplate, uploadList } from './api.js';

type UploadProps = { readonly plantId: string; readonly onUploaded: (list: InverterList) => void };

/** The template and the place where the filled in file goes. */
export function ListUpload({ plantId, onUploaded }: UploadProps) {
  const text = useText();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Error>();
  const during = (work: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setFailure(undefined);
    work()
      .catch((error: unknown) => setFailure(error instanceof Error ? error : new Error(String(error))))
      .finally(() => setBusy(false));
  };
  return (
    <ol className="list-steps">
      <li className="card">
        <h3>{text('plant.list.step1')}</h3>
        <p className="secondary">{text('plant.list.step1Text')}</p>
        <Button icon="download" onClick={() => during(async () => saveFile(await getListTemplate(plantId)))}>
          {text('plant.list.template')}
        </Button>
      </li>
      <li className="card">
        <h3>{text('plant.list.step2')}</h3>
        <p className="secondary">{text('plant.list.step2Text')}</p>
        <DropZone busy={busy} onFile={(file) => during(async () => onUploaded(await uploadList(plantId, file)))} />
        {failure && <Failure error={failure} />}
      </li>
    </ol>
  );
}

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
function DropZone({ busy, onFile }: { readonly busy: boolean; readonly onFile: (file: File) => void }) {
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
      <span className="tertiary">{text('plant.list.limits')}</span>
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
