import { ListChecks } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { useNavigation } from '../../common/navigation/navigation.tsx'
import { draftsOf } from '../form/drafts.ts'
import { mostNumbers } from './order-numbers.ts'
import { severalDraftId } from './use-several.ts'

/** Opens the screen for several orders. */
export const OpenSeveral = () => {
  const { t } = useTranslation()
  const { go } = useNavigation()
  return (
    <Button
      small
      variant="ghost"
      icon={ListChecks}
      className="list-tool"
      testId="several-open"
      title={t('several.title')}
      onClick={() => go('several')}
    >
      {t('several.title')}
    </Button>
  )
}

/** Fills the search of the screen for several orders with these numbers, up to the limit. */
export const askForOrders = (accountId: string, numbers: readonly string[]): void => {
  // Numbers from the list are used as they are. Parsing them as pasted text could split them.
  const each = [...new Set(numbers)].slice(0, mostNumbers)
  draftsOf(accountId, severalDraftId).setSought({ text: numbers.join('\n'), numbers: each })
}
