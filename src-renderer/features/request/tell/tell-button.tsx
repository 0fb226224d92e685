import { MessageSquareQuote } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../src-main/contract/accounts.ts'
import { Button } from '../../../ui/button.tsx'
import { copyText } from '../../../ui/copy.tsx'
import { dayText } from '../../../ui/format/day.ts'
import { useNow } from '../../../ui/use-now.ts'
import { useCommand, useKeyTitle } from '../../common/commands/commands.tsx'
import { useConnection } from '../../common/services/use-workspace.ts'
import type { TellScene, TellSubject } from './subjects.ts'
import { TellDialog } from './tell-dialog.tsx'
import type { TellLanguage } from './variables.ts'
import { useSentences } from './wordings.ts'

interface TellButtonProps {
  readonly shopId: string
  /** The first one is preselected. */
  readonly subjects: readonly TellSubject[]
  /** The order's language, e.g. `tr-tr`; null for the language of the app. */
  readonly language: string | null
  /** One of many on the screen: less prominent, without the shortcut. */
  readonly quiet?: boolean
}

const languageOf = (tag: string): TellLanguage => (tag.toLowerCase().startsWith('tr') ? 'tr' : 'en')

/** Opens the sentences for the current state. The shortcut also copies the customer's sentence at once. */
export const TellButton = ({ shopId, subjects, language, quiet = false }: TellButtonProps) => {
  const { t, i18n } = useTranslation()
  const { fill } = useSentences(shopId)
  const [opened, setOpened] = useState<{ readonly copied: boolean } | null>(null)
  const chosen = languageOf(language ?? i18n.language)
  const [first] = subjects
  useCommand(
    'record.tell',
    () => {
      const filled = first ? fill(first, chosen) : null
      const copied = filled !== null && filled.holes.length === 0 && copyText(filled.text)
      setOpened({ copied })
    },
    !quiet && first !== undefined,
  )
  const title = useKeyTitle(t('tell.open'), 'record.tell')
  if (first === undefined) return null
  return (
    <>
      <Button
        small
        variant={quiet ? 'ghost' : 'secondary'}
        icon={MessageSquareQuote}
        testId="tell-open"
        title={quiet ? undefined : title}
        onClick={() => setOpened({ copied: false })}
      >
        {t('tell.open')}
      </Button>
      {opened ? (
        <TellDialog
          shopId={shopId}
          subjects={subjects}
          language={chosen}
          isCustomers={language !== null}
          copiedAtOnce={opened.copied}
          onClose={() => setOpened(null)}
        />
      ) : null}
    </>
  )
}

export const useTellScene = (account: Account | null): TellScene => {
  const { shop } = useConnection(account)
  const today = dayText(useNow())
  const shopName = account?.shop.name ?? null
  return useMemo(() => ({ shopName, shopIsAway: shop === 'not-answering', today }), [shopName, shop, today])
}
