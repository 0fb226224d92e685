import { describe, expect, it } from 'vitest'
import { autostartEntry } from '../../../src-main/desktop/arguments.ts'

const execOf = (program: string, args: readonly string[] = []) =>
  autostartEntry(program, args)
    .split('\n')
    .find(line => line.startsWith('Exec='))

describe('the entry that starts the app with the desktop', () => {
  it('names the program and how it begins', () => {
    expect(execOf('/opt/Counterside/counterside', ['--hidden'])).toBe('Exec=/opt/Counterside/counterside --hidden')
  })

  it('quotes a path that the desktop would read otherwise', () => {
    expect(execOf('/home/ayşe/my apps/c.AppImage')).toBe('Exec="/home/ayşe/my apps/c.AppImage"')
    expect(execOf('/a/100% "x" $HOME `id`')).toBe('Exec="/a/100%% \\\\"x\\\\" \\\\$HOME \\\\`id\\\\`"')
  })
})
