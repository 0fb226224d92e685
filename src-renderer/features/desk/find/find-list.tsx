import { ArrowRight, Store } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { joinedTexts } from '../../../model/direction.ts'
import { useSteadyBox } from '../../../ui/steady.ts'
import { useFormat } from '../../common/services/use-format.ts'
import { useAccounts } from '../../common/services/use-workspace.ts'
import { FindResult } from './find-result.tsx'
import type { InList } from './found.ts'
import type { Option, OptionGroup } from './options.ts'

export const listId = 'find-list'
export const optionId = (index: number): string => `find-option-${index}`

interface FindListProps {
  readonly groups: readonly OptionGroup[]
  readonly text: string
  readonly active: number
  /** Offered last, as one more option; null where there is nothing to ask. */
  readonly atShop: Option | null
  readonly asking: boolean
  readonly onChoose: (option: Option, inTab: boolean) => void
  readonly onPoint: (option: Option) => void
}

interface PlainOptionProps {
  readonly index: number
  readonly option: string
  readonly active: boolean
  readonly testId: string
  readonly icon: ReactNode
  readonly children: ReactNode
  readonly busy?: boolean
  readonly onChoose: () => void
  readonly onPoint: () => void
}

const PlainOption = ({
  index,
  option,
  active,
  testId,
  icon,
  children,
  busy = false,
  onChoose,
  onPoint,
}: PlainOptionProps) => (
  <div
    id={optionId(index)}
    data-option={option}
    role="option"
    tabIndex={-1}
    aria-selected={active}
    aria-disabled={busy || undefined}
    className="find-result find-plain"
    data-testid={testId}
    onPointerMove={onPoint}
    onClick={onChoose}
  >
    {icon}
    <span className="ellipsis">{children}</span>
  </div>
)

const useMoreWords = () => {
  const { t } = useTranslation()
  const format = useFormat()
  const { accounts } = useAccounts()
  return ({ account, screen, count }: InList) => {
    const words = t('find.more', { shown: format.count(count), count, where: t(`nav.${screen}`) })
    return accounts.length > 1 ? joinedTexts([words, account.shop.name], ' · ') : words
  }
}

/** The results by group, with what else can be chosen below them. Focus stays in the box. */
export const FindList = ({ groups, text, active, atShop, asking, onChoose, onPoint }: FindListProps) => {
  const { t } = useTranslation()
  const format = useFormat()
  const moreWords = useMoreWords()
  const list = useRef<HTMLDivElement>(null)
  useSteadyBox(list, 'data-option', text)
  const starts = groups.map((_, i) => groups.slice(0, i).reduce((sum, { options }) => sum + options.length, 0))
  const last = groups.reduce((sum, { options }) => sum + options.length, 0)
  return (
    <div
      ref={list}
      role="listbox"
      id={listId}
      className="find-list scroll"
      aria-label={t('find.results')}
      tabIndex={-1}
      onMouseDown={event => event.preventDefault()}
    >
      {groups.map(({ name, total, options }, group) => (
        <div key={name} role="group" className="find-group" aria-labelledby={`find-group-${name}`}>
          <div className="find-heading" id={`find-group-${name}`} role="presentation">
            {t(`find.group.${name}`)}
            {total > options.length ? <span className="find-total">{format.count(total)}</span> : null}
          </div>
          {options.map((option, place) => {
            const index = (starts[group] ?? 0) + place
            const point = () => onPoint(option)
            if (option.kind === 'found')
              return (
                <FindResult
                  key={option.key}
                  id={optionId(index)}
                  option={option.key}
                  found={option.found}
                  text={text}
                  active={index === active}
                  onChoose={inTab => onChoose(option, inTab)}
                  onPoint={point}
                />
              )
            if (option.kind === 'at-shop') return null
            return (
              <PlainOption
                key={option.key}
                index={index}
                option={option.key}
                active={index === active}
                testId="find-more"
                icon={<ArrowRight className="icon find-icon" aria-hidden />}
                onChoose={() => onChoose(option, false)}
                onPoint={point}
              >
                {moreWords(option.list)}
              </PlainOption>
            )
          })}
        </div>
      ))}
      {atShop ? (
        <div className="find-group">
          <PlainOption
            index={last}
            option={atShop.key}
            active={last === active}
            testId="find-at-shop"
            busy={asking}
            icon={<Store className="icon find-icon" aria-hidden />}
            onChoose={() => onChoose(atShop, false)}
            onPoint={() => onPoint(atShop)}
          >
            {asking ? t('atShop.asking') : t('find.atShop', { text: text.trim() })}
          </PlainOption>
        </div>
      ) : null}
    </div>
  )
}
