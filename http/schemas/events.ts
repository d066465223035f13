import { z } from 'zod';

const Position = z.string().regex(/^\d{1,18}$/);

export const EventsQuery = z.object({
  /** `data.position` of the last event that is known; without it JSON begins with the first, a stream with the next one. */
  after: Position.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** A stream that was interrupted says the last position that it had, as browsers do by themselves. */
export const EventsHeaders = z.object({ 'last-event-id': Position.optional() });

export const IncidentEvent = z
  .object({
    specversion: z.literal('1.0'),
    datacontenttype: z.literal('application/json'),
    id: z.string(),
    source: z.string(),
    /** `sitelink.incident.opened`, `.worsened`, `.recovered`, `.recurred`, `.closed`, `.acknowledged`, `.snoozed`. */
    type: z.string(),
    time: z.string(),
    data: z.looseObject({
      /** Where it stands in the log: `after` of what comes next. */
      position: z.string(),
      plantId: z.string(),
      plantName: z.string(),
      incidentId: z.string(),
      page: z.string(),
    }),
  })
  .meta({ id: 'IncidentEvent' });

export const IncidentEventPage = z
  .object({ items: z.array(IncidentEvent), next: z.string().nullable() })
  .meta({ id: 'IncidentEventPage' });
