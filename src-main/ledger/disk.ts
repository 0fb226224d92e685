/**
 * What the ledger asks of a file system, and no more. What was written survives the end of the process; what survives a
 * power cut is only what `sync` (a file's bytes) and `syncFolder` (its name) were awaited for. Everything rejects with
 * the system's error.
 */
export interface Disk {
  /** Makes a folder for this user only, with its parents; on disk when it resolves. */
  readonly makeFolder: (path: string) => Promise<void>
  /** Names of the files in a folder. */
  readonly names: (folder: string) => Promise<readonly string[]>
  /** The bytes of a file; null when there is none. */
  readonly read: (path: string) => Promise<Buffer | null>
  /** Opens a file of this user only for appending; an empty one when there was none. */
  readonly open: (path: string) => Promise<DiskFile>
  /** Cuts a file down to `size` bytes. */
  readonly shorten: (path: string, size: number) => Promise<void>
  /** Takes the place of what is called `to`; neither may be open. A crash leaves the old or the new file there. */
  readonly rename: (from: string, to: string) => Promise<void>
  readonly remove: (path: string) => Promise<void>
  /** Makes new names, renames and removals in a folder survive a power cut. */
  readonly syncFolder: (folder: string) => Promise<void>
}

export interface DiskFile {
  /** Size in bytes. */
  readonly size: () => Promise<number>
  readonly write: (text: string | Uint8Array) => Promise<void>
  readonly sync: () => Promise<void>
  readonly close: () => Promise<void>
}
