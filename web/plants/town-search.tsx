import './town-search.css';
import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import { useFormat } from '../format/use-format.js';
import { countryName } from '../forms/countries.js';
import { useText } from '../i18n/use-text.js';
import { findTowns, type Town } from './find-towns.js';
import { loadTowns } from './towns.js';

type TownSearchProps = {
  /** ISO code; its towns come first. */
  readonly country: string;
  readonly onPick: (latitudeDeg: number, longitudeDeg: number) => void;
};

/** Finds a town by its name and moves the pin there: a combobox with a list, after the pattern of WAI-ARIA. */
export function TownSearch({ country, onPick }: TownSearchProps) {
  const text = useText();
  const { language } = useFormat();
  const id = useId();
  const [query, setQuery] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [towns, setTowns] = useState<readonly Town[]>([]);
  const found = useMemo(() => findTowns(towns, query, country), [towns, query, country]);
  const isShown = isOpen && found.length > 0;
  // The list may have become shorter since.
  const highlighted = Math.min(active, found.length - 1);

  const load = () => {
    loadTowns(language).then(setTowns, () => undefined); // without the list the map and the fields still work
  };
  const choose = (town: Town | undefined) => {
    if (town === undefined) return;
    setQuery(town.name);
    setOpen(false);
    onPick(town.latitudeDeg, town.longitudeDeg);
  };
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      setOpen(true);
      setActive(isShown ? (highlighted + step + found.length) % found.length : 0);
    } else if (event.key === 'Enter') {
      if (isShown) choose(found[highlighted]);
    } else if (event.key === 'Escape' && isShown) {
      setOpen(false);
    } else return;
    event.preventDefault();
  };
  return (
    <div className="field town-search">
      <label htmlFor={id}>{text('plantForm.townSearch')}</label>
      <input
        className="input"
        id={id}
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={isShown}
        aria-controls={`${id}-list`}
        aria-activedescendant={isShown ? `${id}-${highlighted}` : undefined}
        value={query}
        onFocus={load}
        onBlur={() => setOpen(false)}
        onChange={(event) => {
          setQuery(event.target.value);
          setOpen(true);
          setActive(0);
        }}
        onKeyDown={onKey}
      />
      <div
        className="towns"
        id={`${id}-list`}
        role="listbox"
        aria-label={text('plantForm.townSearch')}
        hidden={!isShown}
      >
        {found.map((town, index) => (
          // The keys are those of the field, which keeps the focus.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={`${town.name} ${town.latitudeDeg} ${town.longitudeDeg}`}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === highlighted}
            // What looks chosen is what Enter chooses, whether the pointer or an arrow key came last.
            onMouseMove={({ movementX, movementY }) => {
              // A list that comes up under a pointer at rest is not pointed at.
              if (movementX !== 0 || movementY !== 0) setActive(index);
            }}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(town)}
          >
            {town.name}{' '}
            <small>
              {town.near !== undefined && `${text('plantForm.townNear', { town: town.near.name })}, `}
              {countryName(town.country, language)}
            </small>
          </div>
        ))}
      </div>
      <p className="visually-hidden" role="status">
        {isOpen && query.trim() !== '' && towns.length > 0 && text('plantForm.townsFound', { count: found.length })}
      </p>
    </div>
  );
}
