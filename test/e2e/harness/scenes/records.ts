import { expect } from '@playwright/test'
import { button, field } from '../by-name.ts'
import { chooseLine, chooseReason, clear, goToList, openOrder, press, type Scene, show } from './steps.ts'

const showAll = (page: Parameters<Scene['show']>[0]) =>
  page.locator('[data-testid=view-chip][data-view=all]').locator('visible=true').click()

/** An order, the customer behind it and the request for its lines. */
export const recordScenes: readonly Scene[] = [
  { name: 'order', show: openOrder },
  {
    name: 'order-note',
    show: async page => {
      await openOrder(page)
      if ((await page.getByTestId('note-words').count()) === 0) {
        await press(page, 'n', 'note-text')
        await field(page, 'note.label').fill('Müşteri salı günü yeniden arayacak; paketi açmamış.')
        await button(page, 'note.done').click()
      }
      await expect(page.getByTestId('note-words')).toBeVisible()
    },
  },
  {
    name: 'tell',
    show: async page => {
      await openOrder(page)
      await show(page, 'tell-open', 'tell-dialog')
    },
  },
  {
    name: 'tell-wording',
    show: page => show(page, 'tell-edit', 'tell-wording'),
    leave: clear,
  },
  {
    name: 'customer',
    show: async page => {
      await openOrder(page)
      await press(page, 'u', 'customer-page')
    },
  },
  {
    name: 'request-form-cancel',
    show: async page => {
      await chooseLine(page, 'cancellable')
      await chooseReason(page)
    },
  },
  {
    name: 'macros',
    show: page => show(page, 'macro-open', 'macro-picker'),
    leave: clear,
  },
  { name: 'request-form-refund', show: page => chooseLine(page, 'refundable') },
  {
    name: 'request-form-refund-money',
    show: async page => {
      await page.getByTestId('request-review').click()
      await page.getByTestId('request-iban').fill('TR33 0006 1005 1978 6457 8413 27')
      await page.getByTestId('request-loyalty').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'request-review',
    show: async page => {
      await page.getByTestId('request-iban').fill('TR33 0006 1005 1978 6457 8413 26')
      await page.getByTestId('request-holder-name').fill('Deniz Şahin')
      await chooseReason(page)
      const company = page.getByTestId('request-shipping-company')
      await company.selectOption({ index: Math.min(1, (await company.locator('option').count()) - 1) })
      await page.getByTestId('request-pickup-address').selectOption({ index: 1 })
      await show(page, 'request-review', 'request-submit')
    },
  },
  {
    name: 'request-left',
    show: async page => {
      await button(page, 'form.leave').click()
      await expect(page.getByTestId('request-submit')).toHaveCount(0)
      await goToList(page, 'orders', 'order-row')
      await showAll(page)
    },
  },
]
