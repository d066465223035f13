import { useState } from 'react';
import { useText } from '../i18n/use-text.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/surfaces.js';

/** The recovery codes, the only time that anybody sees them. */
export function RecoveryCodes({
  codes,
  lead,
  onDone,
}: {
  readonly codes: readonly string[];
  /** What they are good for. */
  readonly lead: string;
  readonly onDone: () => void;
}) {
  const text = useText();
  const [said, setSaid] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(codes.join('\n')).then(
      () => setSaid(text('totp.copied')),
      () => setSaid(text('totp.notCopied')),
    );
  return (
    <div className="stack recovery-codes">
      <Notice tone="warn">
        <p>{lead}</p>
      </Notice>
      <ol>
        {codes.map((code) => (
          <li key={code} className="code">
            {code}
          </li>
        ))}
      </ol>
      <div className="row no-print">
        <Button icon="copy" onClick={() => void copy()}>
          {text('totp.copy')}
        </Button>
        <Button icon="print" onClick={() => print()}>
          {text('ui.print')}
        </Button>
        <span role="status" className="secondary">
          {said}
        </span>
      </div>
      <div className="form-actions no-print">
        <Button look="primary" onClick={onDone}>
          {text('totp.kept')}
        </Button>
      </div>
    </div>
  );
}
