/** Where a tool writes: results to `out`, everything else to `err`. */
export type Output = { out(text: string): void; err(text: string): void };

export const processOutput: Output = {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
};

/** A mistake in the arguments or in a file: one sentence for the person who typed it; exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Runs a tool: `--help` and mistakes are the same for all of them. */
export async function runTool(
  help: string,
  args: readonly string[],
  output: Output,
  work: () => Promise<number>,
): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    output.out(help);
    return 0;
  }
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UsageError) && !isArgumentMistake(error)) throw error;
    output.err(`${error.message}\n\n${help}`);
    return 2;
  }
}

function isArgumentMistake(error: unknown): error is Error {
  return error instanceof TypeError && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');
}
