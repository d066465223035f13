import './search-field.css';
import { useEffect, useRef, useState } from 'react';
import { Icon } from './icon.js';

const typingPauseMs = 250;

type SearchFieldProps = {
  readonly label: string;
  readonly value: string;
  /** Called when typing pauses. */
  readonly onSearch: (search: string) => void;
};

/** Words to look for in a list; `/` leads to it. */
export function SearchField({ label, value, onSearch }: SearchFieldProps) {
  const [typed, setTyped] = useState(value);
  const last = useRef(value);
  const search = useRef(onSearch);
  useEffect(() => {
    search.current = onSearch;
  });
  // Another view, or the way back.
  useEffect(() => {
    if (value === last.current) return;
    last.current = value;
    setTyped(value);
  }, [value]);
  useEffect(() => {
    const wished = typed.trim();
    if (wished === last.current) return;
    const timer = setTimeout(() => {
      last.current = wished;
      search.current(wished);
    }, typingPauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <div className="search-field" role="search">
      <Icon name="search" size={16} />
      <input
        className="input"
        type="search"
        maxLength={120}
        autoComplete="off"
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={label}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </div>
  );
}
