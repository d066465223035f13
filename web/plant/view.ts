export const views = ['day', 'month', 'year', 'total'] as const;
export type View = (typeof views)[number];

/** What bars show: the energy, or what it was worth. */
export const worths = ['energy', 'revenue', 'co2'] as const;
export type Worth = (typeof worths)[number];

/** What the address line of the plant page holds; nothing = today, and energy. */
export type PlantSearch = {
  readonly view?: View | undefined;
  readonly date?: string | undefined;
  readonly worth?: Worth | undefined;
};

/** What the address line of the curves holds; nothing = today. */
type ChannelsSearch = { readonly date?: string | undefined };

/** As `ChannelsSearch`, and the inverter whose curves are shown first. */
type CurvesSearch = ChannelsSearch & { readonly inverter?: string | undefined };

/** Reads the search part of the address; what makes no sense is dropped. */
export function parsePlantSearch(search: Readonly<Record<string, unknown>>): PlantSearch {
  const view = views.find((known) => known === search['view']);
  const worth = worths.find((known) => known === search['worth']);
  return {
    view: view === 'day' ? undefined : view,
    worth: worth === 'energy' ? undefined : worth,
    ...parseChannelsSearch(search),
  };
}

/** As `parsePlantSearch`, for the curves. */
export function parseChannelsSearch(search: Readonly<Record<string, unknown>>): ChannelsSearch {
  const date = search['date'];
  return { date: typeof date === 'string' && isDay(date) ? date : undefined };
}

/** As `parseChannelsSearch`, with the inverter. */
export function parseCurvesSearch(search: Readonly<Record<string, unknown>>): CurvesSearch {
  const inverter = search['inverter'];
  return { ...parseChannelsSearch(search), inverter: typeof inverter === 'string' ? inverter : undefined };
}

/** True for a text like `2026-07-21` that names a day which exists. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text);
}
