import './site.css';
import './documents.css';
import type { LegalDocument } from '../api/types.js';

/** Sections of a document; the heading level fits below the title of a page, a card or a dialog. */
export function DocumentText({
  document,
  level: Heading = 'h2',
}: {
  readonly document: LegalDocument;
  readonly level?: 'h2' | 'h3';
}) {
  return (
    <div className="document" lang={document.language}>
      {document.sections.map((section) => (
        <section key={section.heading}>
          <Heading>{section.heading}</Heading>
          {section.blocks.map((block, index) =>
            block.type === 'paragraph' ? (
              <p key={index}>{block.text}</p>
            ) : (
              <ul key={index} className="bullets">
                {block.items.map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </ul>
            ),
          )}
        </section>
      ))}
    </div>
  );
}
