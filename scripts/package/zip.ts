import { type ZipOptions, zipSync } from "fflate";

/** One file of an archive. */
export interface ArchivedFile {
  /** From the archive's root, with forward slashes. */
  readonly path: string;
  readonly content: Uint8Array;
  /** Whether it is a program; others may be read and written. */
  readonly isExecutable?: boolean;
}

/** The archive's clock stands still. It is told in local time, so it is made of local time: alike in every time zone. */
const stillTime = (): Date => new Date(1980, 0, 1, 12);
const UNIX = 3;
const REGULAR_FILE = 0o100000;

/** By code units, alike in every locale and on every system. */
export const byPath = (a: { readonly path: string }, b: { readonly path: string }): number =>
  a.path < b.path ? -1 : a.path > b.path ? 1 : 0;

/**
 * A zip that follows from paths and contents alone: no time, no owner, no rights of the machine, one order. It is
 * deflated in JavaScript, since Node's own zlib gives other bytes with other versions of Node.
 */
export function zipOf(files: readonly ArchivedFile[]): Uint8Array {
  const entries: Record<string, [Uint8Array, ZipOptions]> = {};
  for (const { path, content, isExecutable = false } of [...files].sort(byPath)) {
    const mode = REGULAR_FILE | (isExecutable ? 0o755 : 0o644);
    // What Unix keeps of a file's kind and rights stands in the upper half.
    entries[path] = [content, { os: UNIX, attrs: (mode << 16) >>> 0 }];
  }
  return zipSync(entries, { mtime: stillTime() });
}
