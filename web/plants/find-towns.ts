export type Town = {
  /** In the language of the page, where it has a word of its own. */
  readonly name: string;
  /** By which it is found, too: the name in the other language. */
  readonly otherName?: string;
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

/** A town as it is offered. */
export type FoundTown = Town & {
  /** A larger town nearby; where another town of the same name is offered, which it tells apart from. */
  readonly near?: Town;
};

/** The towns whose name begins with what was typed, those of the country first, and of them the most populous. */
export function findTowns(towns: readonly Town[], query: string, country: string, atMost = 8): readonly FoundTown[] {
  const wanted = plain(query);
  if (wanted === '') return [];
  const isCalled = (name: string) => plain(name).startsWith(wanted) || spelt(name).startsWith(wanted);
  const found = towns.filter(
    ({ name, otherName }) => isCalled(name) || (otherName !== undefined && isCalled(otherName)),
  );
  const isHere = (town: Town) => town.country === country;
  const offered = [...found.filter(isHere), ...found.filter((town) => !isHere(town))].slice(0, atMost);
  return offered.map((town) => {
    const isAlone = offered.every((other) => other === town || !isSameName(other, town));
    const near = isAlone ? undefined : landmarkOf(towns, town);
    return near === undefined ? town : { ...town, near };
  });
}

const isSameName = (one: Town, other: Town) => one.country === other.country && plain(one.name) === plain(other.name);

const kmPerDegree = 111;
const landmarks = 400;

/** By which people know where a town lies: the next one of its country that is among the most populous. */
function landmarkOf(towns: readonly Town[], { name, country, latitudeDeg, longitudeDeg }: Town): Town | undefined {
  const shrink = Math.cos((latitudeDeg * Math.PI) / 180);
  const kmTo = (town: Town) =>
    kmPerDegree * Math.hypot(town.latitudeDeg - latitudeDeg, (town.longitudeDeg - longitudeDeg) * shrink);
  return towns
    .filter((town) => town.country === country)
    .slice(0, landmarks)
    .filter((town) => town.name !== name)
    .reduce<Town | undefined>(
      (nearest, town) => (nearest === undefined || kmTo(town) < kmTo(nearest) ? town : nearest),
      undefined,
    );
}
