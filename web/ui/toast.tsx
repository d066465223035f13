import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { useText } from '../i18n/use-text.js';
import { IconButton } from './button.js';
import { Icon } from './icon.js';

type Toast = { readonly id: number; readonly message: string };

const ToastContext = createContext<(message: string) => void>(() => undefined);

/** `const toast = useToast(); toast('Saved')`: says shortly that something is done; spoken politely. */
export const useToast = () => useContext(ToastContext);

const visibleMs = 6000;
let lastId = 0;

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const text = useText();
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const drop = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  const show = useCallback(
    (message: string) => {
      const id = ++lastId;
      setToasts((all) => [...all.slice(-2), { id, message }]);
      setTimeout(() => drop(id), visibleMs);
    },
    [drop],
  );
  return (
    <ToastContext value={useMemo(() => show, [show])}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {toasts.map(({ id, message }) => (
          <div className="toast" key={id}>
            <Icon name="check" />
            <span>{message}</span>
            <IconButton icon="close" label={text('ui.close')} onClick={() => drop(id)} />
          </div>
        ))}
      </div>
    </ToastContext>
  );
}
