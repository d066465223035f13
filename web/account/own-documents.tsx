import { Link } from '@tanstack/react-router';
import type { Me } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { documentKinds, documentNames } from '../site/document-names.js';
import { Card } from '../ui/surfaces.js';

/** Which editions the owner accepted and when, each leading to exactly that one; below them all other documents. */
export function OwnDocuments({ me }: { readonly me: Me }) {
  const text = useText();
  const format = useFormat();
  const accepted = documentKinds.flatMap((kind) =>
    me.acceptedDocuments.filter((document) => document.kind === kind).map((document) => ({ ...document, kind })),
  );
  const others = documentKinds.filter((kind) => !accepted.some((document) => document.kind === kind));
  return (
    <Card>
      <div className="panel-head">
        <h2>{text('ownDocuments.title')}</h2>
      </div>
      <dl className="facts">
        {accepted.map(({ kind, version, acceptedAt }) => (
          <div className="fact" key={kind}>
            <dt>
              <Link to="/documents/$kind" params={{ kind }} search={{ version }}>
                {text(documentNames[kind])}
              </Link>
            </dt>
            <dd>
              {text('ownDocuments.line', {
                day: format.day(version, 'dayShort'),
                acceptedOn: format.portal(acceptedAt, 'dayTime'),
              })}
            </dd>
          </div>
        ))}
        <div className="fact">
          <dt>{text('ownDocuments.more')}</dt>
          <dd className="row">
            {others.map((kind) => (
              <Link key={kind} to="/documents/$kind" params={{ kind }}>
                {text(documentNames[kind])}
              </Link>
            ))}
          </dd>
        </div>
      </dl>
    </Card>
  );
}
