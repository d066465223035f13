export const plantDe = {} as const;
