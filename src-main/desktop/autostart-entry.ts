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
