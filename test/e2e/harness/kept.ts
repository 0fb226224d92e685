import { expect, type Page } from '@playwright/test'

/** Waits until what a person set up is on the disk, where a kill does not reach it. Shown it is before. */
export async function expectKept(page: Page, name: string): Promise<void> {
  await expect.poll(() => page.evaluate(isOnDisk, name)).toBe(true)
}

const isOnDisk = (name: string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('counterside-kept')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const db = opening.result
      const asked = db.transaction('records').objectStore('records').getKey(name)
      asked.onerror = () => reject(asked.error)
      asked.onsuccess = () => {
        db.close()
        resolve(asked.result !== undefined)
      }
    }
  })
