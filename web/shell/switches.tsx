import { useLanguage } from '../i18n/language.js';
import { useText } from '../i18n/use-text.js';
import { IconButton } from '../ui/button.js';
import { useTheme } from './theme.js';

/** Language and theme, one button each. */
export function Switches() {
  const text = useText();
  const { language, setLanguage } = useLanguage();
  const { theme, setTheme } = useTheme();
  return (
    <div className="switches">
      <button
        type="button"
        className="icon-button quiet language"
        lang={language === 'de' ? 'en' : 'de'}
        aria-label={`${text('shell.otherLanguage')}: ${text('shell.switchLanguage')}`}
        title={text('shell.switchLanguage')}
        onClick={() => setLanguage(language === 'de' ? 'en' : 'de')}
      >
        {text('shell.otherLanguage')}
      </button>
      <IconButton
        quiet
        icon={theme === 'dark' ? 'sun' : 'moon'}
        label={text(theme === 'dark' ? 'shell.themeLight' : 'shell.themeDark')}
        onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}
      />
    </div>
  );
}
