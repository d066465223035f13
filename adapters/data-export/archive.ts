import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

type Piece = string | Buffer;

/** A file of an archive; its content is made while it is written. */
export type ArchiveEntry = { readonly name: string; readonly content: () => AsyncIterable<Piece> | Iterable<Piece> };

/** What is stored, and sent, at once. */
const chunkBytes = 256 * 1024;

/**
 * The bytes of a ZIP file with these entries, one after the other, in pieces of about `chunkBytes`. Nothing runs ahead of
 * its reader by more than the buffers of streams. Throws what an entry throws.
 */
export async function* zipOf(entries: readonly ArchiveEntry[], at: Date): AsyncGenerator<Buffer, void, undefined> {
  const zip = new ZipFile();
  for (const { name, content } of entries) {
    zip.addReadStreamLazy(name, { mtime: at, compress: true }, (give) =>
      give(null, Readable.from(content(), { objectMode: false })),
    );
  }
  const bytes = zip.outputStream as Readable;
  // Of its entries' streams the library passes errors on, but does not end its own.
  zip.on('error', (error: Error) => bytes.destroy(error));
  zip.end();
  let parts: Buffer[] = [];
  let length = 0;
  for await (const part of bytes as AsyncIterable<Buffer>) {
    parts.push(part);
    length += part.length;
    if (length < chunkBytes) continue;
    yield Buffer.concat(parts, length);
    [parts, length] = [[], 0];
  }
  if (length > 0) yield Buffer.concat(parts, length);
}
