import { useState } from 'react';
import { useText } from '../i18n/use-text.js';
import { Button } from '../ui/button.js';
import { saveFile } from '../ui/save-file.js';
import { Notice } from '../ui/surfaces.js';

/** The recovery codes, the only time that anybody sees them; who wants to go without a word is asked whether they are kept. */
export function RecoveryCodes({
  codes,
  lead,
  isLeaving,
  onStay,
  onDone,
}: {
  readonly codes: readonly string[];
  /** What they are good for. */
  readonly lead: string;
  /** Somebody closed the dialog instead of saying that they are kept. */
  readonly isLeaving: boolean;
  readonly onStay: () => void;
  readonly onDone: () => void;
}) {
  const text = useText();
  const [said, setSaid] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(codes.join('\n')).then(
      () => setSaid(text('totp.copied')),
      () => setSaid(text('totp.notCopied')),
    );
  const save = () => {
    const lines = [text('totp.fileText', { host: location.host }), '', ...codes, ''];
    saveFile({ name: 'sitelink-codes.txt', content: new Blob([lines.join('\r\n')], { type: 'text/plain' }) });
  };
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
        <Button icon="download" onClick={save}>
          {text('totp.save')}
        </Button>
        <Button icon="print" onClick={() => print()}>
          {text('ui.print')}
        </Button>
        <span role="status" className="secondary">
          {said}
        </span>
      </div>
      {isLeaving && (
        <Notice tone="fault" live focused>
          <p>
            <b>{text('totp.leaveTitle')}</b> {text('totp.leaveText')}
          </p>
        </Notice>
      )}
      <div className="form-actions no-print">
        {isLeaving && <Button onClick={onStay}>{text('totp.stay')}</Button>}
        <Button look="primary" onClick={onDone}>
          {text('totp.kept')}
        </Button>
      </div>
    </div>
  );
}
