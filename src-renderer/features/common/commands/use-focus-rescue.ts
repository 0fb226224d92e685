import { useEffect } from 'react'

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body

const isSeen = (element: HTMLElement): boolean => element.getClientRects().length > 0

const placesAround = (element: HTMLElement): readonly HTMLElement[] => {
  const { parentElement } = element
  return parentElement === null ? [] : [parentElement, ...placesAround(parentElement)]
}

/** The nearest place around what is gone that takes focus; else the open row of the list, else the screen. */
const placeFor = (around: readonly HTMLElement[]): HTMLElement | null =>
  around.find(element => element.isConnected && element.tabIndex === -1 && element.hasAttribute('tabindex')) ??
  [...document.querySelectorAll<HTMLElement>('.list-pane .row[aria-current="true"]')].find(isSeen) ??
  document.querySelector<HTMLElement>('.main-screen')

/** When the thing with focus leaves the screen or goes out of use, whoever works by key finds focus in the place around it. */
export const useFocusRescue = (): void => {
  useEffect(() => {
    const last: { around: readonly HTMLElement[]; byKey: boolean } = { around: [], byKey: false }
    let asked = 0
    const remember = ({ target }: FocusEvent) => {
      last.around = target instanceof HTMLElement ? placesAround(target) : []
    }
    const rescue = () => {
      asked = 0
      if (last.byKey && isLost() && document.querySelector('dialog[open]') === null)
        placeFor(last.around)?.focus({ preventScroll: true })
    }
    // Chromium takes focus from a disabled button only when it draws.
    const look = () => {
      if (asked === 0 && last.byKey) asked = requestAnimationFrame(rescue)
    }
    const onKey = () => {
      last.byKey = true
      look()
    }
    const onPointer = () => {
      last.byKey = false
    }
    const changes = new MutationObserver(look)
    changes.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] })
    document.addEventListener('focusin', remember)
    document.addEventListener('keydown', onKey, true)
    document.addEventListener('pointerdown', onPointer, true)
    return () => {
      changes.disconnect()
      cancelAnimationFrame(asked)
      document.removeEventListener('focusin', remember)
      document.removeEventListener('keydown', onKey, true)
      document.removeEventListener('pointerdown', onPointer, true)
    }
  }, [])
}
