export const plantsDe = {} as const;
