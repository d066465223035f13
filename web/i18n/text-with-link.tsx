import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { MessageId } from './de.js';

/** A text with one `<link>…</link>` in it; `link` draws it. */
export function TextWithLink({ id, link }: { readonly id: MessageId; readonly link: (label: ReactNode) => ReactNode }) {
  return <FormattedMessage id={id} values={{ link: (label: ReactNode) => link(label) }} />;
}
