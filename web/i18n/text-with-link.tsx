import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { MessageId } from './de.js';

/** A text with one `<link>…</link>` in it; `link` draws it. */
export function TextWithLink({
  id,
  values,
  link,
}: {
  readonly id: MessageId;
  readonly values?: Readonly<Record<string, string>>;
  readonly link: (label: ReactNode) => ReactNode;
}) {
  return <FormattedMessage id={id} values={{ ...values, link: (label: ReactNode) => link(label) }} />;
}
