import { z } from 'zod';
import { text, Uuid } from './common.js';

const ChartView = z.strictObject({
  name: text(60),
  plantId: Uuid,
  /** Up to now, or to a day that is chosen when it is looked at. */
  span: z.enum(['day', 'week', 'month', 'year']),
  /** As in `lines` of series. */
  lines: text(2_000),
});

export const ChartViews = z.strictObject({ items: z.array(ChartView).max(100) }).meta({ id: 'ChartViews' });
