import { useSyncExternalStore } from 'react';

type Theme = 'light' | 'dark';

const storageKey = 'sitelink.theme';
const listeners = new Set<() => void>();
const systemIsDark = matchMedia('(prefers-color-scheme: dark)');

const shownTheme = (): Theme => (document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light');

function show(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
  const paper = theme === 'dark' ? '#111412' : '#f7f6f2';
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', paper);
  for (const listener of listeners) listener();
}

systemIsDark.addEventListener('change', ({ matches }) => {
  if (localStorage.getItem(storageKey) === null) show(matches ? 'dark' : 'light');
});

/** Follows the system until somebody chooses; `/theme.js` sets the same before the first paint. */
export function useTheme(): { readonly theme: Theme; readonly setTheme: (theme: Theme) => void } {
  const theme = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, shownTheme);
  return {
    theme,
    setTheme: (next) => {
      localStorage.setItem(storageKey, next);
      show(next);
    },
  };
}
