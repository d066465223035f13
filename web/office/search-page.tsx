import './search.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState, type FormEvent, type RefObject } from 'react';
import type { SearchHits } from '../api/types.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Page } from '../ui/page.js';
import { Card, EmptyState } from '../ui/surfaces.js';
import { leastLetters, searchQuery } from './search-api.js';

type Hit = SearchHits['items'][number];

const route = getRouteApi('/signed-in/office/search');
/** So long nobody types any more. */
const pauseMs = 200;

/** Everything that the caller may see, by how a name, a number or an id begins; with the keys alone, too. */
export function SearchPage() {
  const text = useText();
  const { find = '' } = route.useSearch();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(find);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const wanted = typed.trim();
  useEffect(() => {
    if (wanted === find) return undefined;
    const timer = setTimeout(() => {
      void navigate({ to: '/office/search', search: wanted === '' ? {} : { find: wanted }, replace: true });
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [wanted, find, navigate]);
  useSlashFocuses(field);
  const hits = useQuery(searchQuery(find));

  useArrowsMove(field, list);
  const openFirst = (event: FormEvent) => {
    event.preventDefault();
    // What is shown may still be of what was typed before.
    if (wanted !== find || hits.isPlaceholderData) return;
    list.current?.querySelector('a')?.click();
  };
  return (
    <Page title={text('office.search.title')} lead={text('office.search.lead')} narrow>
      <div className="stack">
        <Card>
          <form role="search" className="field" onSubmit={openFirst}>
            <label className="label" htmlFor="office-search">
              {text('office.search.field')}
            </label>
            <input
              ref={field}
              id="office-search"
              className="input"
              type="search"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={254}
              value={typed}
              aria-describedby="office-search-help"
              onChange={(event) => setTyped(event.target.value)}
            />
            <p className="help" id="office-search-help">
              {text('office.search.help')}
            </p>
          </form>
        </Card>
        {hits.isError ? (
          <LoadFailure error={hits.error} retry={() => void hits.refetch()} />
        ) : (
          <div ref={list}>
            {find.length >= leastLetters && hits.data !== undefined && <Found hits={hits.data} find={find} />}
          </div>
        )}
      </div>
    </Page>
  );
}

/** `/` leads to the field from anywhere where nobody types. */
function useSlashFocuses(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [field]);
}

/** The arrows lead from the field through what was found and back. */
function useArrowsMove(field: RefObject<HTMLInputElement | null>, list: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const links = [...(list.current?.querySelectorAll('a') ?? [])];
      const now = links.findIndex((link) => link === document.activeElement);
      if (now < 0 && (event.key !== 'ArrowDown' || document.activeElement !== field.current)) return;
      const next = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: links.length - 1, Escape: -1 }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      (next < 0 ? field.current : links[Math.min(next, links.length - 1)])?.focus();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [field, list]);
}

function Found({ hits, find }: { readonly hits: SearchHits; readonly find: string }) {
  const text = useText();
  const kinds = hits.kinds.filter((kind) => hits.items.some((hit) => hit.kind === kind));
  return (
    <>
      <p className="visually-hidden" role="status">
        {text('office.search.count', { count: hits.items.length })}
      </p>
      {kinds.length === 0 ? (
        <div className="card">
          <EmptyState icon="search" title={text('office.search.none', { find })}>
            <p>{text('office.search.noneText')}</p>
          </EmptyState>
        </div>
      ) : (
        <div className="card search-hits">
          {kinds.map((kind) => (
            <section key={kind}>
              <h2>{text(`office.search.kind.${kind}`)}</h2>
              <ul>
                {hits.items
                  .filter((hit) => hit.kind === kind)
                  .map((hit) => (
                    <li key={`${hit.id} ${hit.find}`}>
                      <HitLink hit={hit} />
                    </li>
                  ))}
              </ul>
              {hits.more.includes(kind) && <p className="help">{text('office.search.more')}</p>}
            </section>
          ))}
        </div>
      )}
    </>
  );
}

const pages = {
  account: '/office/accounts',
  plant: '/office/licences',
  order: '/office/orders',
  invoice: '/office/orders',
} as const;

function HitLink({ hit: { kind, title, detail, find } }: { readonly hit: Hit }) {
  const content = (
    <>
      <b>{title}</b>
      {detail !== '' && <span>{detail}</span>}
    </>
  );
  switch (kind) {
    case 'device':
      return (
        <Link to="/office/devices/$serialNumber" params={{ serialNumber: find }}>
          {content}
        </Link>
      );
    case 'repair':
      return (
        <Link to="/office/repairs/$repairId" params={{ repairId: find }}>
          {content}
        </Link>
      );
    case 'mail':
      return (
        <Link to="/office/outbox" search={{ message: find }}>
          {content}
        </Link>
      );
    default:
      return (
        <Link to={pages[kind]} search={{ find }}>
          {content}
        </Link>
      );
  }
}
