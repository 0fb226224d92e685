type LogLevel = 'info' | 'warn' | 'error'
type LogSink = (level: LogLevel, line: string) => void

let sink: LogSink = () => undefined

/** Where lines go; set once at start. Until then, and in tests, nowhere. */
export function setLogSink(next: LogSink): void {
  sink = next
}

/**
 * One line: an event's name and a short detail made of codes and numbers.
 * Bodies, messages of the shop, names and addresses never come here; what looks like one is cut out all the same.
 */
export function logEvent(level: LogLevel, event: string, detail = ''): void {
  sink(level, `${event} ${redact(detail)}`.trim())
}

/** Takes out e-mail addresses, IBANs, long digit runs and tokens. */
export function redact(text: string): string {
  return text
    .replace(/[^\s@]+@[^\s@]+/g, '[mail]')
    .replace(/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/g, '[iban]')
    .replace(/\b[0-9a-f]{24,}\b/gi, '[token]')
    .replace(/\d{9,}/g, '[number]')
    .slice(0, 2000)
}

/** Logs a rejection that has no handler of its own. Without its message, which may quote what a customer typed. */
export function logRejection(reason: unknown): void {
  logEvent('error', 'unhandled-rejection', whereOf(reason))
}

/** Where an error came up, without its message. */
export function whereOf(reason: unknown): string {
  if (!(reason instanceof Error)) return typeof reason
  const code = 'code' in reason ? String(reason.code) : ''
  return `${reason.name} ${code} ${firstFrame(reason)}`
}

/** The first line of the stack that names a file and a place in it. The lines of a message do not: they may quote a customer. */
export function firstFrame(error: Error): string {
  const frame = error.stack?.split('\n').find(line => /^\s+at .+:\d+:\d+\)?$/.test(line))
  return frame?.trim() ?? ''
}
