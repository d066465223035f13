export type Town = {
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly latitudeDeg: number;
  readonly longitudeDeg: number;
  /** Above the sea, to 10 m. */
  readonly altitudeM: number;
};

/** Without accents and case; ä is found as a and as ae, ß as ss. */
const plain = (text: string) =>
  text.toLowerCase().replaceAll('ß', 'ss').normalize('NFD').replaceAll(/\p{M}/gu, '').trim();
const spelt = (text: string) =>
  plain(text.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue'));

/** The towns whose name begins with what was typed, those of the country first, and of them the most populous. */
export function findTowns(towns: readonly Town[], query: string, country: string, atMost = 8): readonly Town[] {
  const wanted = plain(query);
  if (wanted === '') return [];
  const found = towns.filter(({ name }) => plain(name).startsWith(wanted) || spelt(name).startsWith(wanted));
  const isHere = (town: Town) => town.country === country;
  return [...found.filter(isHere), ...found.filter((town) => !isHere(town))].slice(0, atMost);
}
