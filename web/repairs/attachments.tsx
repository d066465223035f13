import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { request, upload } from '../api/client.js';
import type { RepairOrder } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { IconButton } from '../ui/button.js';
import { FileButton } from '../ui/file-button.js';
import { Icon } from '../ui/icon.js';

type Attachment = RepairOrder['attachments'][number];

type AttachmentsProps = {
  readonly files: readonly Attachment[];
  /** Of the repair in the API. */
  readonly path: string;
  /** Left out: nothing may be added any more. Answers the path, which a draft gets only when it is kept. */
  readonly begin?: () => Promise<string>;
  readonly onAdded?: (file: Attachment) => void;
  /** Left out: nothing can be taken away any more. */
  readonly onRemoved?: (file: Attachment) => void;
};

/** Photos and PDFs of a repair, and the ways to add one: from the device, or with its camera. */
export function Attachments({ files, path, begin, onAdded, onRemoved }: AttachmentsProps) {
  const text = useText();
  const format = useFormat();
  const [share, setShare] = useState(0);
  const add = useMutation({
    mutationFn: async (chosen: readonly File[]) => {
      const place = (await begin?.()) ?? path;
      for (const file of chosen) {
        setShare(0);
        const body = new FormData();
        body.append('file', file);
        onAdded?.(await upload<Attachment>(`${place}/attachments`, body, setShare));
      }
    },
  });
  const remove = useMutation({
    mutationFn: async (file: Attachment) => {
      await request('DELETE', `${path}/attachments/${file.id}`);
      onRemoved?.(file);
    },
  });
  const failure = add.error ?? remove.error;
  return (
    <div className="stack">
      {files.length > 0 && (
        <ul className="repair-files">
          {files.map((file) => (
            <li key={file.id}>
              <a href={`/api/v1${path}/attachments/${file.id}`} download>
                {file.mediaType === 'application/pdf' ? (
                  <span className="repair-file-picture">
                    <Icon name="licence" size={26} />
                  </span>
                ) : (
                  <img
                    className="repair-file-picture"
                    src={`/api/v1${path}/attachments/${file.id}`}
                    alt=""
                    loading="lazy"
                  />
                )}
                <span className="repair-text">{file.name ?? text('repair.erased')}</span>
              </a>
              <span className="secondary">{sizeText(file.sizeBytes, format.number)}</span>
              {onRemoved !== undefined && (
                <IconButton
                  icon="remove"
                  quiet
                  label={text('repair.removeFile', { name: file.name ?? '' })}
                  onClick={() => remove.mutate(file)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {failure !== null && <LoadFailure error={failure} />}
      {begin !== undefined && (
        <>
          <div className="row">
            <FileButton label={text('repair.addFile')} busy={add.isPending} onFiles={add.mutate} many />
            <FileButton label={text('repair.takePhoto')} busy={add.isPending} onFiles={add.mutate} camera />
          </div>
          {add.isPending && (
            <p className="row" role="status">
              {text('repair.uploading')}
              <progress aria-label={text('repair.uploading')} value={share} max={1} />
            </p>
          )}
          <p className="secondary">{text('repair.fileHelp')}</p>
        </>
      )}
    </div>
  );
}

function sizeText(bytes: number, number: (value: number, digits?: { min?: number; max?: number }) => string): string {
  return bytes < 1_000_000 ? `${number(Math.ceil(bytes / 1_000))} kB` : `${number(bytes / 1_000_000, { max: 1 })} MB`;
}
