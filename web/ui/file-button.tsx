import { useId } from 'react';
import { Icon } from './icon.js';

const photosAndPdfs = 'image/jpeg,image/png,image/webp,application/pdf';

type FileButtonProps = {
  readonly label: string;
  readonly busy: boolean;
  readonly camera?: boolean;
  /** Several at once. */
  readonly many?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
};

/** A field for photos and PDFs that looks like a button. Its label is what is pressed; the field takes the focus. */
export function FileButton({ label, busy, camera = false, many = false, onFiles }: FileButtonProps) {
  const id = useId();
  return (
    <label className={camera ? 'button file-button only-touch' : 'button file-button'} htmlFor={id}>
      <Icon name={camera ? 'eye' : 'add'} />
      {label}
      <input
        id={id}
        type="file"
        disabled={busy}
        {...(camera
          ? { accept: 'image/jpeg', capture: 'environment' as const }
          : { multiple: many, accept: photosAndPdfs })}
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          if (chosen.length > 0) onFiles(chosen);
          // The same file may come again.
          event.target.value = '';
        }}
      />
    </label>
  );
}
