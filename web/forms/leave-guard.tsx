import { useBlocker } from '@tanstack/react-router';
import { useText } from '../i18n/use-text.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/surfaces.js';
import type { Form } from './use-form.js';

/** Asks before what somebody entered is lost: within the portal with a dialog, else as the browser does it. */
export function LeaveGuard({ form: { isEdited, busy } }: { readonly form: Form }) {
  const text = useText();
  // A form that is being sent leads on by itself.
  const isGuarded = isEdited && !busy;
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isGuarded && current.pathname !== next.pathname,
    enableBeforeUnload: isGuarded,
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;
  return (
    <Dialog title={text('form.unsaved')} onClose={blocker.reset}>
      <p>{text('form.unsavedText')}</p>
      <div className="form-actions">
        <Button onClick={blocker.proceed}>{text('form.discard')}</Button>
        <Button look="primary" onClick={blocker.reset}>
          {text('form.stay')}
        </Button>
      </div>
    </Dialog>
  );
}
