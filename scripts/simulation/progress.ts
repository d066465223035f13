/** A line that is rewritten on a terminal, and written every ten seconds elsewhere. On stderr: stdout is for results. */
export function progressLine(stream: NodeJS.WriteStream = process.stderr) {
  let lastMs = -Infinity;
  const everyMs = stream.isTTY ? 100 : 10_000;
  return {
    show(text: () => string): void {
      const now = performance.now();
      if (now - lastMs < everyMs) return;
      lastMs = now;
      stream.write(stream.isTTY ? `\r\u001b[K${text()}` : `${text()}\n`);
    },
    end(text: string): void {
      stream.write(stream.isTTY ? `\r\u001b[K${text}\n` : `${text}\n`);
    },
  };
}

/** `[████████░░░░]  67 %` */
export function progressBar(share: number, width = 30): string {
  const full = Math.round(Math.min(1, Math.max(0, share)) * width);
  const percent = String(Math.floor(share * 100)).padStart(3);
  return `[${'█'.repeat(full)}${'░'.repeat(width - full)}] ${percent} %`;
}
