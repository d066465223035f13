import { useText } from '../i18n/use-text.js';
import { Notice } from '../ui/surfaces.js';

/** In place of a form, when the link of a mail came without its token. */
export function IncompleteLink() {
  const text = useText();
  return (
    <Notice tone="warn">
      <p>
        <b>{text('validate.missing')}</b>
      </p>
      <p>{text('validate.missingText')}</p>
    </Notice>
  );
}
