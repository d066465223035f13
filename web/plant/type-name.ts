import type { Inverter } from '../api/types.js';

/** Maker and model as one name; models that begin with the brand do not say it twice. */
export function typeName({ maker, model }: Pick<NonNullable<Inverter['type']>, 'maker' | 'model'>): string {
  const brands = maker.split('/').map((brand) => brand.trim());
  return brands.some((brand) => model.startsWith(brand)) ? model : `${maker} ${model}`;
}
