import { useEffect, useRef, type ReactNode } from 'react';
import { useText } from '../i18n/use-text.js';
import { IconButton } from './button.js';
import { Icon, type IconName } from './icon.js';

export type Tone = 'mute' | 'ok' | 'warn' | 'fault' | 'sun';

export function Card({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  return <section className={className === undefined ? 'card panel' : `card ${className}`}>{children}</section>;
}

/** A state: always icon and word. */
export function Chip({
  tone = 'mute',
  icon,
  children,
}: {
  readonly tone?: Tone;
  readonly icon: IconName;
  readonly children: ReactNode;
}) {
  return (
    <span className={`chip ${tone}`}>
      <Icon name={icon} />
      <span>{children}</span>
    </span>
  );
}

/** Nothing there yet: a sentence and the next step. */
export function EmptyState({
  icon,
  title,
  children,
  actions,
}: {
  readonly icon: IconName;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <div className="empty">
      <Icon name={icon} />
      <h2>{title}</h2>
      {children}
      {actions !== undefined && <div className="row">{actions}</div>}
    </div>
  );
}

const noticeIcons = { mute: 'info', ok: 'check', warn: 'alert', fault: 'fault', sun: 'info' } as const;

/** A message within the page. `live` speaks it when it appears; `focused` also takes the focus, where what had it is gone. */
export function Notice({
  tone = 'mute',
  live,
  focused,
  children,
}: {
  readonly tone?: Tone;
  readonly live?: boolean;
  readonly focused?: boolean;
  readonly children: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focused === true) box.current?.focus();
  }, [focused]);
  return (
    <div
      ref={box}
      className={`notice ${tone}`}
      role={live === true ? (tone === 'fault' ? 'alert' : 'status') : undefined}
      tabIndex={focused === true ? -1 : undefined}
    >
      <Icon name={noticeIcons[tone]} />
      <div>{children}</div>
    </div>
  );
}

/** Shows itself only when the answer takes longer than 300 ms. */
export function Loading({ label }: { readonly label?: string }) {
  const text = useText();
  return (
    <div className="loading" role="status">
      <span className="spinner" aria-hidden="true" />
      {label ?? text('ui.loading')}
    </div>
  );
}

/** Native modal dialog: focus stays inside, Escape closes, focus returns where it was. */
export function Dialog({
  title,
  wide,
  actions,
  onClose,
  children,
}: {
  readonly title: string;
  readonly wide?: boolean;
  readonly actions?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const text = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (element !== null && !element.open) element.showModal();
    // A form begins in its first field; on a touch screen that would bring up the keyboard over it.
    if (matchMedia('(pointer: fine)').matches)
      element?.querySelector<HTMLElement>('.dialog-body :is(input, select, textarea)')?.focus();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  // What had the focus is gone: the next step begins at its heading.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  });
  useEffect(() => {
    const element = dialog.current;
    // A browser closes a dialog by itself at the second Escape, whatever was answered to the first.
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      onClose();
    };
    element?.addEventListener('keydown', onKey);
    return () => element?.removeEventListener('keydown', onKey);
  }, [onClose]);
  return (
    <dialog
      ref={dialog}
      className={wide === true ? 'dialog wide' : 'dialog'}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="dialog-head">
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <IconButton icon="close" label={text('ui.close')} quiet onClick={onClose} />
      </div>
      {/* A long text scrolls by keyboard, too. */}
      <div className="dialog-body" {...(wide === true ? { tabIndex: 0 } : {})}>
        {children}
      </div>
      {actions !== undefined && <div className="dialog-actions">{actions}</div>}
    </dialog>
  );
}
