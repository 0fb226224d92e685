/** What may stand on the command line beside Electron's own switches; anything else is ignored. */
export interface Arguments {
  /** Connect to the demo shop at start. */
  readonly demo: boolean
  readonly demoOrders: number | null
  readonly demoSeed: number | null
  /** Ask how to protect the key even in an unpackaged build. */
  readonly askForKey: boolean
  /** Begin in the tray. */
  readonly hidden: boolean
}

/** What the system starts the app with when it is to begin in the tray. */
export const hiddenSwitch = '--hidden'

export function readArguments(argv: readonly string[]): Arguments {
  return {
    demo: argv.includes('--demo'),
    demoOrders: wholeNumber(argv, '--demo-orders', 5, 100_000),
    demoSeed: wholeNumber(argv, '--demo-seed', 0, 2 ** 31),
    askForKey: argv.includes('--ask-for-key'),
    hidden: argv.includes(hiddenSwitch),
  }
}

/** The value of `--name=N` when it is a whole number in range, else null. */
function wholeNumber(argv: readonly string[], name: string, min: number, max: number): number | null {
  const text = argv.find(one => one.startsWith(`${name}=`))?.slice(name.length + 1)
  const value = text && /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
  return value >= min && value <= max ? value : null
}

/**
 * The file that starts a program with a Linux desktop (freedesktop.org's Autostart and Desktop Entry specifications).
 * `program` is an absolute path.
 */
export function autostartEntry(program: string, args: readonly string[]): string {
  const exec = [program, ...args].map(quoted).join(' ')
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Version=1.0',
    'Name=Counterside',
    'Icon=counterside',
    `Exec=${exec}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n')
}

/** Quoted for the shell-like Exec key, then escaped as a string of the file; a % would be a field code. */
const quoted = (part: string): string =>
  /^[\w./=-]+$/.test(part)
    ? part
    : `"${part
        .replace(/[\\"`$]/g, '\\$&')
        .replaceAll('\\', '\\\\')
        .replaceAll('%', '%%')}"`
