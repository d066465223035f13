import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { LegalDocument } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { Checkbox } from '../forms/fields.js';
import type { FieldProps } from '../forms/use-form.js';
import type { MessageId } from '../i18n/de.js';
import { TextWithLink } from '../i18n/text-with-link.js';
import { useText } from '../i18n/use-text.js';
import { DocumentText } from '../site/document-text.js';
import { Dialog } from '../ui/surfaces.js';

/** A check box whose link opens the document at once; the form stays as it is. */
export function AcceptDocument({
  field,
  text: id,
  document,
}: {
  readonly field: FieldProps;
  readonly text: MessageId;
  readonly document: LegalDocument | undefined;
}) {
  const text = useText();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Checkbox
        field={field}
        required
        label={
          <TextWithLink
            id={id}
            link={(label) => (
              <button type="button" className="link-button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
                {label}
              </button>
            )}
          />
        }
      />
      {open && document !== undefined && (
        <Dialog
          wide
          title={document.title}
          onClose={() => setOpen(false)}
          actions={
            <Link to="/documents/$kind" params={{ kind: document.kind }} target="_blank" className="button">
              {text('register.openPrintable')}
            </Link>
          }
        >
          <p className="secondary">{text('documents.inForce', { day: format.day(document.version) })}</p>
          <div className="in-dialog">
            <DocumentText document={document} />
          </div>
        </Dialog>
      )}
    </>
  );
}
