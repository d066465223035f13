import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { MessageId } from './de.js';

type TextValues = Readonly<Record<string, string | number>>;
export type Text = (id: MessageId, values?: TextValues) => string;

/** `const text = useText(); text('ui.save')`. Unknown ids fail the type check. */
export function useText(): Text {
  const intl = useIntl();
  return useCallback((id, values) => intl.formatMessage({ id }, values), [intl]);
}
