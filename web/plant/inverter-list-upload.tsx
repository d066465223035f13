import { useState } from 'react';
import type { InverterList } from '../api/types.js';
import { useText } from '../i18n/use-text.js';
import { Button } from '../ui/button.js';
import { saveFile } from '../ui/save-file.js';
import { getListTemplate, uploadList } from './api.js';
import { DropZone, Failure } from './drop-zone.js';

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
        <DropZone
          limits={text('plant.list.limits')}
          busy={busy}
          onFile={(file) => during(async () => onUploaded(await uploadList(plantId, file)))}
        />
        {failure && <Failure error={failure} />}
      </li>
    </ol>
  );
}
