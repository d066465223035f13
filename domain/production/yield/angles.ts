const radPerDeg = Math.PI / 180;

export const sinDeg = (deg: number): number => Math.sin(deg * radPerDeg);
export const cosDeg = (deg: number): number => Math.cos(deg * radPerDeg);
export const tanDeg = (deg: number): number => Math.tan(deg * radPerDeg);
export const atan2Deg = (y: number, x: number): number => Math.atan2(y, x) / radPerDeg;
/** Arguments that rounding has put beside -1..1 count as the nearest end. */
export const asinDeg = (sine: number): number => Math.asin(clamp(sine, -1, 1)) / radPerDeg;
export const acosDeg = (cosine: number): number => Math.acos(clamp(cosine, -1, 1)) / radPerDeg;

export const clamp = (value: number, min: number, max: number): number => Math.min(Math.max(value, min), max);

/** The same direction in 0..360. */
export const fullCircleDeg = (deg: number): number => ((deg % 360) + 360) % 360;
/** The same direction in -180..180. */
export const halfCircleDeg = (deg: number): number => fullCircleDeg(deg + 180) - 180;
