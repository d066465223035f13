import { useState } from 'react';
import type { CreatedToken } from '../api/types.js';
import { useText } from '../i18n/use-text.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/surfaces.js';

/** The text of a new token, the only time that anybody sees it. */
export function ShownToken({ token, onDone }: { readonly token: CreatedToken; readonly onDone: () => void }) {
  const text = useText();
  const [said, setSaid] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(token.token).then(
      () => setSaid(text('totp.copied')),
      () => setSaid(text('tokens.notCopied')),
    );
  return (
    <div className="stack">
      <Notice tone="warn">
        <p>{text('tokens.shownText')}</p>
      </Notice>
      <p className="code token-text">{token.token}</p>
      <div className="row">
        <Button icon="copy" onClick={() => void copy()}>
          {text('totp.copy')}
        </Button>
        <span role="status" className="secondary">
          {said}
        </span>
      </div>
      <p className="secondary">{text('tokens.header')}</p>
      <p className="code">Authorization: Bearer slpat_…</p>
      <div className="form-actions">
        <Button look="primary" onClick={onDone}>
          {text('tokens.kept')}
        </Button>
      </div>
    </div>
  );
}
