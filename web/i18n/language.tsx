import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { localeOf, type Language } from '../format/numbers.js';
import { de } from './de.js';
import { en } from './en.js';

type LanguageChoice = { readonly language: Language; readonly setLanguage: (language: Language) => void };

const LanguageContext = createContext<LanguageChoice>({ language: 'de', setLanguage: () => undefined });

/** The language of the page and how to change it. */
export const useLanguage = () => useContext(LanguageContext);

const storageKey = 'sitelink.language';

/** The chosen language, else the first of the browser that we speak. */
function currentLanguage(): Language {
  const chosen = localStorage.getItem(storageKey);
  if (chosen === 'de' || chosen === 'en') return chosen;
  return navigator.language.toLowerCase().startsWith('de') ? 'de' : 'en';
}

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient();
  const [language, setLanguage] = useState(currentLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choice = useMemo(
    () => ({
      language,
      setLanguage: (next: Language) => {
        localStorage.setItem(storageKey, next);
        // At once, because requests name the language of the document.
        document.documentElement.lang = next;
        setLanguage(next);
        // Answers hold texts, too.
        void client.invalidateQueries();
      },
    }),
    [client, language],
  );
  return (
    <LanguageContext value={choice}>
      <IntlProvider locale={localeOf(language)} messages={language === 'de' ? de : en} defaultLocale="de-DE">
        {children}
      </IntlProvider>
    </LanguageContext>
  );
}
