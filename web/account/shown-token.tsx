import type { CreatedToken } from '../api/types.js';
import { useText } from '../i18n/use-text.js';
import { ShownOnce } from './shown-once.js';

/** The text of a new token, and how a program shows it. */
export function ShownToken({ token, onDone }: { readonly token: CreatedToken; readonly onDone: () => void }) {
  const text = useText();
  return (
    <ShownOnce secret={token.token} warning={text('tokens.shownText')} kept={text('tokens.kept')} onDone={onDone}>
      <p className="secondary">{text('tokens.header')}</p>
      <p className="code">Authorization: Bearer slpat_…</p>
    </ShownOnce>
  );
}
