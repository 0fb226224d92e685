import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** Loads a build script. They are plain JavaScript, without declarations, so the shape is stated by the test that uses it. */
export function loadBuildScript<Shape>(name: string): Promise<Shape> {
  return import(new URL(`../../build/${name}`, import.meta.url).href)
}

/** An empty folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'counterside-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}
