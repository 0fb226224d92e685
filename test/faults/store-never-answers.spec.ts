import { button, field } from '../e2e/harness/by-name.ts'
import { selectLine, submitRequest } from '../e2e/harness/steps.ts'
import { expect, test } from './harness/desk.ts'

/** From the next load of the page on, databases whose names begin so never open. */
function holdDatabases(prefixes: readonly string[]): void {
  const open = IDBFactory.prototype.open
  IDBFactory.prototype.open = function (this: IDBFactory, name: string, version?: number) {
    if (!prefixes.some(prefix => name.startsWith(prefix))) return open.call(this, name, version)
    return new EventTarget() as IDBOpenDBRequest
  }
}

test('an app whose stores never answer opens all the same, says what is not kept, and calls nothing saved', async ({
  desk,
}) => {
  const { page } = desk
  await page.addInitScript(holdDatabases, ['counterside-'])
  await page.reload()
  await expect(page.getByTestId('nav-orders')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByTestId('banner-not-kept')).toContainText('Notes, macros, views, tabs and what you type')
  await expect(page.getByTestId('banner-storage')).toBeVisible({ timeout: 30_000 })
  await page.getByTestId('nav-orders').click()
  await expect(page.getByTestId('order-row').first()).toBeVisible({ timeout: 30_000 })

  await selectLine(page)
  await button(page, 'note.add').click()
  await field(page, 'note.label').fill('Aranacak')
  await expect(page.getByTestId('note')).toContainText('lasts until the app ends')
  await submitRequest(page)
  await expect(page.getByTestId('request-error')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByTestId('request-description')).not.toHaveValue('')
  await expect(page.getByTestId('request-saved')).toBeHidden()
  expect(desk.arrived).toBe(0)
})
