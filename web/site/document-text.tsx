import './site.css';
import type { LegalDocument } from '../api/types.js';

/** Sections of a legal document; the heading level fits a page and a dialog. */
export function DocumentText({ document }: { readonly document: LegalDocument }) {
  return (
    <>
      {document.sections.map((section) => (
        <section key={section.heading}>
          <h2>{section.heading}</h2>
          {section.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
    </>
  );
}
