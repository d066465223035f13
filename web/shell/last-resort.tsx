import { Component, type ReactNode } from 'react';
import { Icon } from '../ui/icon.js';

const words = {
  de: {
    title: 'Das Portal konnte nicht angezeigt werden',
    text: 'Ihre Daten sind davon nicht betroffen. Bitte laden Sie die Seite neu. Hilft das nicht, erlauben Sie Ihrem Browser, für diese Seite Daten zu speichern, oder nehmen Sie einen anderen Browser.',
    reload: 'Neu laden',
    home: 'Zur Startseite',
  },
  en: {
    title: 'The portal could not be shown',
    text: 'Your data is not affected. Please reload the page. If that does not help, allow your browser to store data for this page, or use another browser.',
    reload: 'Reload',
    home: 'To the start page',
  },
} as const;

type Language = keyof typeof words;

/**
 * Around everything: what fails outside the pages, where the router has no page for it, leaves a page that says what to do
 * instead of an empty window. In both languages, because what knows the reader's may be what failed.
 */
export class LastResort extends Component<{ readonly children: ReactNode }, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    const languages: readonly Language[] = navigator.language.startsWith('de') ? ['de', 'en'] : ['en', 'de'];
    return (
      <main className="last-resort">
        {languages.map((language) => (
          <section key={language} className="card" lang={language} role="alert">
            <div className="empty">
              <Icon name="alert" />
              <h1>{words[language].title}</h1>
              <p>{words[language].text}</p>
              <div className="row">
                <button type="button" className="button primary" onClick={() => location.reload()}>
                  {words[language].reload}
                </button>
                <a className="button" href="/">
                  {words[language].home}
                </a>
              </div>
            </div>
          </section>
        ))}
      </main>
    );
  }
}
