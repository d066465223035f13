import { useMutation } from '@tanstack/react-query';
import { upload } from '../../api/client.js';
import type { ChargeFile } from '../../api/types.js';
import { useText } from '../../i18n/use-text.js';
import { LoadFailure } from '../../shell/failure.js';
import { IconButton } from '../../ui/button.js';
import { FileButton } from '../../ui/file-button.js';

export type AddedFile = ChargeFile & { readonly name: string };

type EvidenceFileProps = {
  readonly file: AddedFile | null;
  readonly onFile: (file: AddedFile | null) => void;
};

/** A photo or a PDF that goes along with the charge; it is sent as soon as it is chosen. */
export function EvidenceFile({ file, onFile }: EvidenceFileProps) {
  const text = useText();
  const add = useMutation({
    mutationFn: async ([chosen]: readonly File[]) => {
      if (chosen === undefined) return;
      const body = new FormData();
      body.append('file', chosen);
      const kept = await upload<ChargeFile>('/office/charge-files', body, () => undefined);
      onFile({ ...kept, name: chosen.name });
    },
  });
  return (
    <div className="field">
      <span className="label">{text('office.charges.file')}</span>
      {file === null ? (
        <div>
          <FileButton label={text('office.charges.addFile')} busy={add.isPending} onFiles={add.mutate} />
        </div>
      ) : (
        <div className="row" role="status">
          <span className="ids">{file.name}</span>
          <IconButton icon="remove" quiet label={text('office.charges.removeFile')} onClick={() => onFile(null)} />
        </div>
      )}
      {add.error !== null && <LoadFailure error={add.error} />}
      <p className="secondary">{text('office.charges.fileHelp')}</p>
    </div>
  );
}
