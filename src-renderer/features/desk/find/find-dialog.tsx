import { CircleCheck, CloudOff, LoaderCircle, ScanBarcode, Search, SearchX } from 'lucide-react'
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { joinedTexts } from '../../../model/direction.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { useCommandKeys } from '../../common/commands/commands.tsx'
import { isOneOf, isTyped } from '../../common/commands/keys.ts'
import { useKept } from '../../common/services/use-kept.ts'
import { failureWords } from '../../common/words/failure-words.ts'
import { useTradeInLink } from '../../records/orders/trade-in-link.tsx'
import { readScanned } from './find-all.ts'
import { FindList, listId, optionId } from './find-list.tsx'
import type { Found, InList } from './found.ts'
import { type Option, placeByKey } from './options.ts'
import { noUses, usesSchema, withUse } from './recents.ts'
import type { Scan } from './scan-text.ts'
import {
  type AskedShops as Asked,
  type AskedShop,
  firstOption,
  useAtShop,
  useCorpus,
  useFindOptions,
} from './use-find.ts'
import { useNamed } from './use-named.ts'
import './find.css'

interface FindDialogProps {
  readonly text: string
  readonly onText: (text: string) => void
  /** A scanned code that is not looked up yet. */
  readonly scan: Scan | null
  /** A scanned code that means one record opens it at once. */
  readonly mayOpen: boolean
  /** Closes the box, and calls `next` once focus is back where it was. */
  readonly onClose: (then?: () => void) => void
  readonly openFound: (found: Found, inTab: boolean) => void
  readonly showList: (list: InList, text: string) => void
  readonly showSettings: (part: string) => void
}

/** One box for everything: records of all accounts, people, entries, commands, settings. Focus stays in its field. */
export const FindDialog = (props: FindDialogProps) => {
  const { text, onText, scan, mayOpen, onClose, openFound, showList, showSettings } = props
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const named = useNamed(showSettings)
  const corpus = useCorpus(named)
  const [uses, setUses] = useKept('command-uses', usesSchema, noUses)
  const { asked, ask } = useAtShop()
  // In the box, a key that runs a command elsewhere is text.
  const boxKeys = useCommandKeys('find.box').filter(press => !isTyped(press))
  const followTradeIn = useTradeInLink()
  const customers = corpus.accounts.filter(({ kind, signedIn }) => kind === 'customer' && signedIn)
  const [activeKey, setActiveKey] = useState<string | null>(null)

  const { shown, groups, atShop, all, count } = useFindOptions(corpus, text, uses, customers.length > 0)
  const about = asked?.text === shown.trim() ? asked : null
  // The chosen result stays chosen when new rows put another one before it, so that Enter opens what was seen.
  const first = useRef<{ readonly shown: string; readonly key: string } | null>(null)
  const [top] = all
  const isKnown = first.current?.shown === shown && all.some(({ key }) => key === first.current?.key)
  if (!isKnown) first.current = corpus.loaded && top?.kind === 'found' ? { shown, key: top.key } : null
  const active = Math.max(
    0,
    all.findIndex(({ key }) => key === (activeKey ?? first.current?.key)),
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: another text begins at the top again
  useEffect(() => {
    document.getElementById(optionId(active))?.scrollIntoView({ block: 'nearest' })
  }, [active, shown])

  const change = (next: string) => {
    setActiveKey(null)
    if (followTradeIn(next)) onClose()
    else onText(next)
  }

  useLayoutEffect(() => {
    if (scan === null || !corpus.loaded) return
    const read = readScanned(corpus, scan)
    const { only } = read
    if (only && mayOpen) onClose(() => openFound(only, false))
    else {
      setActiveKey(null)
      onText(read.text)
    }
  }, [scan, corpus, mayOpen, onClose, openFound, onText])

  // A scanned text is replaced by the next one, or by what is typed.
  useEffect(() => {
    if (scan !== null) input.current?.select()
  }, [scan])

  const choose = (option: Option, inTab: boolean, by = shown) => {
    if (option.kind === 'at-shop') {
      if (about?.asking !== true) ask(by.trim(), customers)
    } else if (option.kind === 'more') onClose(() => showList(option.list, by))
    else {
      const { found } = option
      if (found.kind === 'command') setUses(withUse(uses, found.named.id))
      onClose(() => openFound(found, inTab))
    }
  }

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      // The list may be a letter behind what is typed.
      const isBehind = text !== shown
      if (event.repeat) return
      const option = isBehind ? firstOption(corpus, text, uses) : all[active]
      if (option) choose(option, event.ctrlKey || event.metaKey, text)
      return
    }
    if (isOneOf(event.nativeEvent, boxKeys)) {
      event.preventDefault()
      if (!event.repeat) onClose()
      return
    }
    const next = event.ctrlKey || event.altKey || event.shiftKey ? null : placeByKey(event.key, active, all.length)
    if (next === null) return
    event.preventDefault()
    setActiveKey(all[next]?.key ?? null)
  }

  const typed = shown.trim() !== ''
  return (
    <Dialog title={t('find.title')} testId="find-box" wide flush bare onClose={() => onClose()}>
      <div className="find-field">
        {scan === null ? <Search className="icon" aria-hidden /> : <ScanBarcode className="icon" aria-hidden />}
        <input
          ref={input}
          className="find-input"
          data-testid="find-input"
          role="combobox"
          aria-expanded={all.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={all.length > 0 ? optionId(active) : undefined}
          aria-label={t('find.title')}
          placeholder={t('find.placeholder')}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={event => change(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <kbd className="kbd">{t('find.esc')}</kbd>
      </div>
      {count === 0 && about === null ? (
        <FindEmpty typed={typed} loaded={corpus.loaded} atShop={atShop !== null} />
      ) : null}
      {all.length > 0 ? (
        <FindList
          groups={groups}
          text={shown}
          active={active}
          atShop={atShop}
          asking={about?.asking ?? false}
          onChoose={choose}
          onPoint={option => setActiveKey(option.key)}
        />
      ) : null}
      {about ? <AskedShops asked={about} /> : null}
      <p className="sr-only" role="status" data-testid="find-count" data-count={count} data-query={shown}>
        {typed ? t('find.count', { count }) : ''}
      </p>
      <FindFoot />
    </Dialog>
  )
}

/** Explains an empty list: nothing typed and no recent records, still reading, or no match. */
const FindEmpty = ({ typed, loaded, atShop }: { typed: boolean; loaded: boolean; atShop: boolean }) => {
  const { t } = useTranslation()
  const why = !loaded ? 'loading' : !typed ? 'start' : atShop ? 'atShop' : 'nothing'
  return (
    <div className="find-none" data-testid="find-empty" data-why={why}>
      <p className="strong">{t(`find.none.${why}.title`)}</p>
      <p className="muted">{t(`find.none.${why}.text`)}</p>
    </div>
  )
}

/** The keys of the box. They must not reach the listeners of the screen. */
const FindFoot = () => {
  const { t } = useTranslation()
  return (
    <footer className="find-foot" aria-hidden>
      <span>
        <kbd className="kbd">↑</kbd> <kbd className="kbd">↓</kbd> {t('find.keys.move')}
      </span>
      <span>
        <kbd className="kbd">↵</kbd> {t('find.keys.open')}
      </span>
      <span>
        <kbd className="kbd">Ctrl</kbd> <kbd className="kbd">↵</kbd> {t('find.keys.tab')}
      </span>
      <span className="find-foot-end">{t('find.keys.scan')}</span>
    </footer>
  )
}

const Answer = ({ shop: { account, found, failure } }: { shop: AskedShop }) => {
  const { t } = useTranslation()
  const name = joinedTexts([account.shop.name, account.label], ' · ')
  if (found === null) {
    const why = failure === null ? t('atShop.notAsked') : `${failureWords(failure, t, 'read').title}.`
    return (
      <li className="find-answer find-answer-bad">
        <CloudOff className="icon" aria-hidden />
        <span>
          <span className="strong">{name}:</span> {t('find.notAsked')} {why}
        </span>
      </li>
    )
  }
  const Icon = found === 0 ? SearchX : CircleCheck
  return (
    <li className="find-answer">
      <Icon className="icon" aria-hidden />
      <span>
        <span className="strong">{name}:</span> {found === 0 ? t('find.notThere') : t('find.came', { count: found })}
      </span>
    </li>
  )
}

/** What the shops answered to the text in the box, one by one. */
const AskedShops = ({ asked }: { asked: Asked }) => {
  const { t } = useTranslation()
  const found = asked.shops.reduce((sum, shop) => sum + (shop.found ?? 0), 0)
  return (
    <div className="find-answers" role="status" data-testid="find-asked" data-found={asked.asking ? '' : found}>
      {asked.asking ? (
        <p className="find-answer">
          <LoaderCircle className="icon spin" aria-hidden />
          {t('atShop.asking')}
        </p>
      ) : (
        <ul>
          {asked.shops.map(shop => (
            <Answer key={shop.account.id} shop={shop} />
          ))}
        </ul>
      )}
    </div>
  )
}
