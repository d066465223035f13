/** Where the parts tell what happens in the background. */
export type SystemLog = {
  info(message: string): void;
  warn(message: string): void;
  error(details: object, message: string): void;
};
