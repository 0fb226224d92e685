/** What keeps a file from being written or read, as far as a person can do something about it. */
export const diskTroubles = [
  'full',
  'quota',
  'read-only',
  'denied',
  'in-use',
  'is-folder',
  'no-folder',
  'gone',
  'broken',
  'too-many-open',
  'name-too-long',
  'file-too-large',
] as const
export type DiskTrouble = (typeof diskTroubles)[number]

/** By the codes that file systems give (errno(3)), and the name of the browser's error for a full disk. */
const troubleByCode: Readonly<Record<string, DiskTrouble>> = {
  EACCES: 'denied',
  EBUSY: 'in-use',
  EDQUOT: 'quota',
  EEXIST: 'no-folder',
  EFBIG: 'file-too-large',
  EIO: 'broken',
  EISDIR: 'is-folder',
  ELOOP: 'gone',
  EMFILE: 'too-many-open',
  ENAMETOOLONG: 'name-too-long',
  ENFILE: 'too-many-open',
  ENODEV: 'gone',
  ENOENT: 'gone',
  ENOSPC: 'full',
  ENOTDIR: 'no-folder',
  ENOTEMPTY: 'in-use',
  ENXIO: 'gone',
  EPERM: 'denied',
  EROFS: 'read-only',
  ESTALE: 'gone',
  ETXTBSY: 'in-use',
  QuotaExceededError: 'full',
}

/** Null for a code that is no disk's. */
export const diskTroubleOf = (code: string | null): DiskTrouble | null =>
  code !== null && Object.hasOwn(troubleByCode, code) ? (troubleByCode[code] ?? null) : null
