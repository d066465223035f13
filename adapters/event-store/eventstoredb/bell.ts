/** Wakes one waiting loop. A ring while nobody waits is kept for the next wait. */
type Bell = {
  readonly ring: () => void;
  /** True when it rang, false when `ms` went by. */
  wait(ms: number): Promise<boolean>;
};

export function openBell(): Bell {
  let rung = false;
  let wake: (() => void) | null = null;
  return {
    ring() {
      rung = true;
      wake?.();
    },
    async wait(ms) {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        wake = null;
      }
      const rang = rung;
      rung = false;
      return rang;
    },
  };
}
