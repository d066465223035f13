import './documents.css';
import { Fragment } from 'react';
import type { DocumentChanges, LineChange } from '../api/types.js';
import type { MessageId } from '../i18n/de.js';
import { useText } from '../i18n/use-text.js';

type Section = { readonly heading: LineChange | undefined; readonly lines: readonly LineChange[] };

const names = {
  added: 'documents.added',
  removed: 'documents.removed',
  changed: 'documents.changed',
} as const satisfies Record<Exclude<LineChange['change'], 'same'>, MessageId>;

/** What is new in a document: each section with changes, its unchanged lines left out. */
export function DocumentChangesView({
  changes,
  level: Heading = 'h2',
}: {
  readonly changes: DocumentChanges;
  readonly level?: 'h2' | 'h3';
}) {
  const text = useText();
  const sections = sectionsOf(changes.lines).filter(hasChanges);
  if (sections.length === 0) return <p className="secondary">{text('documents.noChanges')}</p>;
  return (
    <div className="document changes" lang={changes.language}>
      {sections.map(({ heading, lines }, index) => (
        <section key={index}>
          {heading !== undefined && (
            <Heading>
              <Parts line={heading} />
            </Heading>
          )}
          {runsOf(lines).map((run, position) =>
            typeof run === 'number' ? (
              <p key={position} className="unchanged">
                {text('documents.unchanged', { count: run })}
              </p>
            ) : (
              <ChangedLine key={position} line={run} />
            ),
          )}
        </section>
      ))}
    </div>
  );
}

function ChangedLine({ line }: { readonly line: LineChange }) {
  const text = useText();
  if (line.change === 'same') return null;
  return (
    <div className={`changed-line ${line.change}`}>
      <p className="change-name">{text(names[line.change])}</p>
      <p>
        {line.type === 'item' && '• '}
        <Parts line={line} />
      </p>
    </div>
  );
}

function Parts({ line }: { readonly line: LineChange }) {
  return line.parts.map(({ mark, text }, index) => {
    if (mark === 'added') return <ins key={index}>{text}</ins>;
    if (mark === 'removed') return <del key={index}>{text}</del>;
    return <Fragment key={index}>{text}</Fragment>;
  });
}

function sectionsOf(lines: readonly LineChange[]): readonly Section[] {
  const sections: { heading: LineChange | undefined; lines: LineChange[] }[] = [];
  for (const line of lines) {
    if (line.type === 'heading') sections.push({ heading: line, lines: [] });
    else if (sections.length === 0) sections.push({ heading: undefined, lines: [line] });
    else sections.at(-1)?.lines.push(line);
  }
  return sections;
}

const hasChanges = ({ heading, lines }: Section): boolean =>
  [heading, ...lines].some((line) => line !== undefined && line.change !== 'same');

/** The lines with changes, and in place of those between them how many there are. */
function runsOf(lines: readonly LineChange[]): readonly (LineChange | number)[] {
  const runs: (LineChange | number)[] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (line.change !== 'same') runs.push(line);
    else if (typeof last === 'number') runs[runs.length - 1] = last + 1;
    else runs.push(1);
  }
  return runs;
}
