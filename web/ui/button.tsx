import { Link, type LinkProps } from '@tanstack/react-router';
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Icon, type IconName } from './icon.js';

export type Look = {
  /** Plain by default. */
  readonly look?: 'primary' | 'danger' | 'quiet' | 'plain' | undefined;
  readonly solid?: boolean;
  readonly large?: boolean;
  readonly icon?: IconName;
};

const classes = ({ look, solid, large }: Look) =>
  ['button', look !== 'plain' && look, solid && 'solid', large && 'large'].filter(Boolean).join(' ');

type ButtonProps = Look & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> & { readonly busy?: boolean };

/** One primary button a page. While `busy` it keeps its focus and does nothing. */
export function Button({ look, solid, large, icon, busy, children, onClick, type, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type ?? 'button'}
      className={classes({ look, ...(solid ? { solid } : {}), ...(large ? { large } : {}) })}
      aria-disabled={busy === true ? true : undefined}
      onClick={(event) => {
        if (busy === true) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A way to another page that looks like a button. */
export function ButtonLink({
  look,
  large,
  icon,
  children,
  ...link
}: Look & LinkProps & { readonly children: ReactNode }) {
  return (
    <Link {...link} className={classes({ look, ...(large ? { large } : {}) })}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </Link>
  );
}

/** A way to another page as a square icon; `label` is its name and its tooltip. */
export function IconLink({ icon, label, ...link }: LinkProps & { readonly icon: IconName; readonly label: string }) {
  return (
    <Link {...link} className="icon-button quiet" aria-label={label} title={label}>
      <Icon name={icon} />
    </Link>
  );
}

/** A square button with an icon only; `label` is its name and its tooltip. Disabled, it keeps its focus. */
export function IconButton({
  icon,
  label,
  quiet,
  disabled,
  onClick,
  ...rest
}: Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'aria-label'> & {
  readonly icon: IconName;
  readonly label: string;
  readonly quiet?: boolean;
}) {
  return (
    <button
      {...rest}
      type="button"
      className={quiet === true ? 'icon-button quiet' : 'icon-button'}
      aria-label={label}
      title={label}
      aria-disabled={disabled === true ? true : undefined}
      onClick={disabled === true ? undefined : onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
