import { suggestLatin } from '../../domain/account/latin-spelling.js';

/**
 * What is chosen most often in German, as such lists show year after year (Hasso-Plattner-Institut, "Die beliebtesten deutschen
 * Passwörter"), and what seasons, places and this portal suggest. Lower case, umlauts as ae, oe, ue.
 */
const germanWords = new Set(
  `passwort kennwort geheim geheimnis hallo hallowelt hallihallo willkommen zugang anmelden anmeldung test testtest start
  qwertz qwertzu qwertzui qwertzuiop asdfgh asdfghjkl yxcvbn yxcvbnm schatz schatzi schaetzchen liebe liebling ichliebedich
  engel sternchen schnecke schnucki mausi maus hasi hase baerchen schmetterling blume erdbeere prinzessin
  fussball bayern fcbayern dortmund borussia schalke werder bremen hamburg berlin muenchen frankfurt koeln stuttgart dresden
  leipzig hannover nuernberg deutschland oesterreich schweiz computer internet handy motorrad schalker ficken arschloch
  scheisse leckmich egal keineahnung vergessen niemals familie mutter vater michael thomas andreas stefan daniel alexander
  fruehling sommer herbst winter weihnachten ostern urlaub montag dienstag mittwoch donnerstag freitag samstag sonntag
  januar februar maerz april juni juli august september oktober november dezember
  photovoltaik solaranlage solarstrom sonnenenergie sonnenstrom strom wechselrichter`.split(/\s+/),
);

/** Digits and signs around a word that somebody tries with it: a year, `123!`, `04`. */
const triedAround = 6;

/** Signs that stand for a letter. */
const letters: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '@': 'a',
  $: 's',
};

/** Whether a password is one such word in whatever spelling, with a few digits and signs before or behind it. */
export function isGermanWord(password: string): boolean {
  const word = /^[^\p{L}]*(.*?)[^\p{L}]*$/su.exec(password)?.[1] ?? '';
  if (password.length - word.length > triedAround) return false;
  const spelt = [...word.toLowerCase()].map((sign) => letters[sign] ?? sign).join('');
  return germanWords.has((suggestLatin(spelt) ?? '').replace(/[^a-z]/g, ''));
}
