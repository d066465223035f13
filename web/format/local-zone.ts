/** The time zone of whoever looks at the page. */
export const localZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
