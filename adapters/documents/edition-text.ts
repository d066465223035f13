import type { LegalSection, LegalText, TextBlock } from './port.js';

/** What would be shown as it stands, although Markdown means something else by it. */
const foreignMarkup: readonly (readonly [RegExp, string])[] = [
  [/\*\*|__|`/, 'marks text as bold or as code'],
  [/\]\(|^\[[^\]]*\]:/, 'holds a link'],
  [/<[a-z/!]/i, 'holds HTML'],
  [/^\d+[.)] /, 'starts like a list with numbers: lists begin with "- " here'],
  [/^(#{3,}|#(?!#)|[>|]|[+*] |={3}|-{3}|\s)/, 'starts with markup that is not known here'],
  [/\{(?!operator\})/, 'holds a { that does not begin {operator}'],
  [/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/, 'holds a control character'],
];

/**
 * Reads the small part of Markdown that documents are written in: `# title`, then sections of `## heading`, paragraphs, and
 * lists of lines that begin with `- `; blank lines between them. Throws an error that says what is wrong in which line.
 */
export function parseEditionText(source: string): LegalText {
  const lines = source.replace(/^\uFEFF/, '').split(/\r?\n/);
  for (const [index, line] of lines.entries()) checkLine(line, index);
  const blocks = blocksOf(lines);
  const [first, ...rest] = blocks;
  const title = first?.lines.length === 1 ? /^# (.+)$/.exec(first.lines[0] ?? '')?.[1]?.trim() : undefined;
  if (title === undefined) throw new TypeError('it must begin with one line "# title" and a blank line');
  const sections: { readonly heading: string; readonly blocks: TextBlock[] }[] = [];
  for (const block of rest) {
    const [line = ''] = block.lines;
    if (line.startsWith('#')) sections.push({ heading: headingOf(block), blocks: [] });
    else {
      const section = sections.at(-1);
      if (section === undefined) throw new TypeError(`line ${block.number} stands before the first "## heading"`);
      section.blocks.push(textBlock(block));
    }
  }
  const empty = sections.find((section) => section.blocks.length === 0);
  if (empty !== undefined) throw new TypeError(`nothing stands below "## ${empty.heading}"`);
  if (sections.length === 0) throw new TypeError('it has no "## heading"');
  return { title, sections: sections satisfies LegalSection[] };
}

/** Writes a text as it is read: what `parseEditionText` makes of it is the same again. */
export function editionSource({ title, sections }: LegalText): string {
  const blocks = sections.flatMap(({ heading, blocks }) => [
    `## ${heading}`,
    ...blocks.map((block) => (block.type === 'list' ? block.items.map((item) => `- ${item}`).join('\n') : block.text)),
  ]);
  return `${[`# ${title}`, ...blocks].join('\n\n')}\n`;
}

type SourceBlock = { readonly number: number; readonly lines: string[] };

function checkLine(line: string, index: number): void {
  const isTitle = index === 0 && /^# \S/.test(line);
  const isItem = line.startsWith('- ') || /^ {2}\S/.test(line);
  const shown = isTitle ? line.slice(2) : isItem ? line.slice(2) : line;
  const found = shown === '' ? undefined : foreignMarkup.find(([pattern]) => pattern.test(shown));
  if (found !== undefined) throw new TypeError(`line ${index + 1} ${found[1]}`);
}

function blocksOf(lines: readonly string[]): readonly SourceBlock[] {
  const blocks: SourceBlock[] = [];
  let open: SourceBlock | undefined;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') open = undefined;
    else if (open === undefined) blocks.push((open = { number: index + 1, lines: [line.trimEnd()] }));
    else open.lines.push(line.trimEnd());
  }
  return blocks;
}

function headingOf({ number, lines }: SourceBlock): string {
  const heading = lines.length === 1 ? /^## (.+)$/.exec(lines[0] ?? '')?.[1]?.trim() : undefined;
  if (heading === undefined)
    throw new TypeError(`line ${number} must be one line "## heading", with a blank line after it`);
  return heading;
}

function textBlock({ number, lines }: SourceBlock): TextBlock {
  if (!lines.some((line) => line.startsWith('- '))) {
    if (lines.some((line) => line.startsWith('#') || line.startsWith(' '))) {
      throw new TypeError(`line ${number} begins a paragraph with a heading or an indented line in it`);
    }
    return { type: 'paragraph', text: lines.join(' ') };
  }
  const items: string[] = [];
  for (const line of lines) {
    if (line.startsWith('- ')) items.push(line.slice(2).trim());
    else if (line.startsWith('  ') && items.length > 0) items.push(`${items.pop()} ${line.trim()}`);
    else
      throw new TypeError(
        `line ${number} begins a list with a line in it that begins neither with "- " nor with two blanks`,
      );
  }
  return { type: 'list', items };
}
