/** The zone in which the operator's days are counted. */
export const legalZone = 'Europe/Berlin';
