import { useState, type ReactNode } from 'react';
import { useText } from '../i18n/use-text.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/surfaces.js';

type ShownOnceProps = {
  readonly secret: string;
  readonly warning: string;
  /** How it is used. */
  readonly children?: ReactNode;
  /** On the button that says that it is kept. */
  readonly kept: string;
  readonly onDone: () => void;
};

/** A secret, the only time that anybody sees it. */
export function ShownOnce({ secret, warning, children, kept, onDone }: ShownOnceProps) {
  const text = useText();
  const [said, setSaid] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(secret).then(
      () => setSaid(text('totp.copied')),
      () => setSaid(text('tokens.notCopied')),
    );
  return (
    <div className="stack">
      <Notice tone="warn">
        <p>{warning}</p>
      </Notice>
      <p className="code token-text">{secret}</p>
      <div className="row">
        <Button icon="copy" onClick={() => void copy()}>
          {text('totp.copy')}
        </Button>
        <span role="status" className="secondary">
          {said}
        </span>
      </div>
      {children}
      <div className="form-actions">
        <Button look="primary" onClick={onDone}>
          {kept}
        </Button>
      </div>
    </div>
  );
}
